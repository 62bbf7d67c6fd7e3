import ArgumentParser
import EventLog
import MusterAPI
import MusterService
import SQLiteEventStore

/// `muster log`: the stored bytes of every entry, one a line.
struct LogCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: about("log"),
        discussion: examples("log"),
        aliases: ["日志"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("log.from")) var from: Position = 0

    /// Entries read at a time: some two megabytes.
    private static let page = 2048

    func run(in session: Session) async throws {
        let end =
            if case .server? = session.place { try await printFeed(session) } else { try await printStore(session) }
        if end == from { session.console.note(session.console.say("log.empty", ["from": "\(from)"])) }
    }

    /// What a server tells of the log: an entry's JSON, written again, is the bytes that were stored.
    private func printFeed(_ session: Session) async throws -> Position {
        let district = try await session.district()
        var position = from
        var output = ByteOutput()
        while true {
            let page = try await district.events(EventQuery(after: position, limit: EventQuery.limits.upperBound))
            for item in page.events { output.put(item.entry) }
            position = page.next
            if position >= page.size { break }
        }
        output.flush()
        return position
    }

    private func printStore(_ session: Session) async throws -> Position {
        let store = try await session.openStore()
        var position = from
        var output = ByteOutput()
        do throws(EventStoreError) {
            while true {
                let entries = try await store.entries(from: position, limit: Self.page)
                if entries.isEmpty { break }
                for entry in entries { output.put(line: entry.bytes) }
                position += Position(entries.count)
            }
        } catch {
            output.flush()
            throw Failure(error)
        }
        output.flush()
        return position
    }
}
