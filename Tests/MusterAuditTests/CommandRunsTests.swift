import EventLog
import Testing

@testable import MusterAudit

/// The commands of a log are gathered from its entries piece by piece.
struct CommandRunsTests {
    private static let size = Segment.size

    private static func envelope(_ id: String, digest: String) -> Envelope {
        Envelope(
            source: "/districts/610113", subject: "W2026-000001", revision: 1, type: "muster.whistle.raised.v1",
            time: 0,
            recorded: 0, position: 0, actor: "system", authType: "system", commandID: id, commandDigest: digest,
            data: [:],
            words: [:])
    }

    /// Where runs of one command begin, each by its id; `nil` for entries that can't be read.
    private func pieces(_ runs: [(Position, String?)], size: Position) throws -> [CommandRuns.Piece] {
        var commands = CommandRuns()
        var scanner = EntryScanner()
        var pieces: [CommandRuns.Piece] = []
        for (position, id) in runs {
            if let id {
                let bytes = Self.envelope(id, digest: Self.digest).bytes
                commands.take(try scanner.scan(bytes.span), bytes.span, at: position)
            } else {
                commands.lose()
            }
            pieces += commands.takePieces()
        }
        commands.finish(at: size)
        return pieces + commands.takePieces()
    }

    private static let digest = "000102030405060708090a0b0c0d0e0f"

    private func item(_ id: String, _ first: Position, _ last: Position) -> CommandTable.Item {
        CommandTable.Item(CommandFingerprint(of: id), Receipt(first: first, last: last, digest: Array(0...15)))
    }

    @Test func `A command belongs to the piece of its first entry, however long it is`() throws {
        let size = Self.size
        let found = try pieces([(0, "a"), (1, "b"), (2, "b"), (size - 1, "c"), (3 * size, "d")], size: 3 * size + 5)
        #expect(
            found == [
                .init(
                    range: 0..<size,
                    commands: [item("a", 0, 0), item("b", 1, size - 2), item("c", size - 1, 3 * size - 1)]),
                .init(range: size..<2 * size, commands: []), .init(range: 2 * size..<3 * size, commands: []),
                .init(range: 3 * size..<3 * size + 5, commands: [item("d", 3 * size, 3 * size + 4)]),
            ])
        #expect(try pieces([], size: 0) == [])
    }

    @Test func `Of pieces with entries that can't be read nothing is said, and of the next ones all`() throws {
        let size = Self.size
        let found = try pieces(
            [(0, "a"), (size, "b"), (size + 3, nil), (2 * size + 1, "c"), (3 * size + 1, "d")], size: 4 * size)
        #expect(
            found == [
                .init(range: 0..<size, commands: [item("a", 0, size - 1)]),
                .init(range: size..<2 * size, commands: nil), .init(range: 2 * size..<3 * size, commands: nil),
                .init(range: 3 * size..<4 * size, commands: [item("d", 3 * size + 1, 4 * size - 1)]),
            ])
        #expect(
            try pieces([(0, "a"), (7, nil)], size: size + 1) == [
                .init(range: 0..<size, commands: nil), .init(range: size..<size + 1, commands: nil),
            ])
    }

    @Test func `An id is taken as it is meant, whatever its entry has to escape`() throws {
        for id in [#"a"b\c"#, "plain", #"\"#] {
            #expect(try pieces([(0, id)], size: 1) == [.init(range: 0..<1, commands: [item(id, 0, 0)])])
        }
    }

    @Test(arguments: ["", "00", "000102030405060708090A0B0C0D0E0F", "000102030405060708090a0b0c0d0e0g", digest + "00"])
    func `A digest that is no digest is that of no record`(digest: String) throws {
        let bytes = Self.envelope("a", digest: digest).bytes
        var commands = CommandRuns()
        var scanner = EntryScanner()
        commands.take(try scanner.scan(bytes.span), bytes.span, at: 0)
        commands.finish(at: 1)
        #expect(commands.takePieces() == [.init(range: 0..<1, commands: [])])
    }
}
