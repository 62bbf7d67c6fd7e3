internal import EventLog
internal import FoldRow

// Small batches whose every part can be told from every other.

extension FoldRow {
    /// A row with something in every column.
    static func sample(stream: UInt32, revision: UInt32, mark: Int64 = 0) -> FoldRow {
        var row = FoldRow(kind: 7, stream: stream, revision: revision, time: 1_700_000_000_000 + mark, recorded: mark)
        row.actor = stream &+ 1
        row.unit = revision &+ 2
        row.person = 3
        row.item = 4
        row.code = 5
        row.claimed = -mark
        row.a = mark &* 31
        row.b = -1
        row.c = Int64(stream) << 32 | Int64(revision)
        return row
    }
}

extension NewEntry {
    /// An entry of its own bytes.
    static func sample(_ stream: UInt32, _ revision: UInt32, words: [Word] = []) -> NewEntry {
        NewEntry(
            bytes: Array("entry \(stream)/\(revision)".utf8),
            words: words,
            row: .sample(stream: stream, revision: revision, mark: Int64(stream) * 1000 + Int64(revision))
        )
    }
}

extension Word {
    static func sample(_ field: String, _ text: String) -> Word {
        Word(field: field, salt: Array(repeating: UInt8(truncatingIfNeeded: text.utf8.count), count: 32), text: text)
    }
}

extension CommandRecord {
    /// A command whose digest follows from its id.
    static func sample(_ id: String, _ entries: NewEntry...) -> CommandRecord {
        CommandRecord(id: id, digest: digest(of: id), entries: entries)
    }

    static func digest(of id: String) -> [UInt8] {
        Array((Array(id.utf8) + Array(repeating: 0xEE, count: 16)).prefix(16))
    }
}

extension EventStore {
    /// Appends commands at the end, whatever the size is.
    func append(_ commands: CommandRecord..., names: [NewName] = []) async throws {
        try await append(AppendBatch(expectedSize: size(), commands: commands, names: names))
    }
}
