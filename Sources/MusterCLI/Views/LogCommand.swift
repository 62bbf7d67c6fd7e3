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
            if case .server? = session.place {
                try await printFeed(of: try await session.district())
            } else {
                try await printEntries(of: try await session.openStore())
            }
        if end <= from { session.console.note(session.console.say("log.empty", ["from": "\(from)"])) }
    }

    /// Prints what a ledger has, and gives the position behind it.
    private func printEntries(of store: SQLiteEventStore) async throws -> Position {
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

    /// Prints what a server shows of a ledger: the same bytes, as far as the token may read them.
    private func printFeed(of district: any DistrictAPI) async throws -> Position {
        var position = from
        var output = ByteOutput()
        defer { output.flush() }
        while true {
            let part = try await district.events(
                EventQuery(after: position, limit: EventQuery.limits.upperBound))
            for item in part.events { output.put(item.entry) }
            guard part.next > position else { return position }
            position = part.next
        }
    }
}
