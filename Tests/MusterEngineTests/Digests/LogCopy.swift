import EventLog
import FoldRow
import MusterEngine
import Testing

/// What a store answered, made ready to be appended to another one.
struct LogCopy {
    private var commands: [(record: CommandRecord, names: [NewName])] = []

    /// - Parameters:
    ///   - evidence: All that the store holds.
    ///   - rebuilt: What follows from the entries: with which of them each name appeared.
    init(_ evidence: Evidence, _ rebuilt: [(row: FoldRow, names: [NewName])], of store: any EventStore) async throws {
        var ids: [String] = []
        for (index, entry) in evidence.entries.enumerated() {
            let id = try RecordedEvent(entry).envelope.commandID
            if ids.last != id {
                ids.append(id)
                commands.append((CommandRecord(id: id, digest: [], entries: []), []))
            }
            let new = NewEntry(bytes: entry.bytes, words: entry.words, row: evidence.rows[index])
            commands[commands.count - 1].record.entries.append(new)
            commands[commands.count - 1].names += rebuilt[index].names
        }
        var size: Position = 0
        for (index, receipt) in try await store.receipts(of: ids).enumerated() {
            let receipt = try #require(receipt, "the command \(ids[index]) has no receipt")
            let end = size + Position(commands[index].record.entries.count)
            #expect(receipt.first == size && receipt.last == end - 1, "the receipt of \(ids[index])")
            commands[index].record.digest = receipt.digest
            size = end
        }
    }

    /// The whole log, so many commands at a time.
    func batches(of count: Int) -> [AppendBatch] {
        var size: Position = 0
        return stride(from: 0, to: commands.count, by: count).map { first in
            var batch = AppendBatch(expectedSize: size)
            for command in commands[first..<min(first + count, commands.count)] {
                batch.commands.append(command.record)
                batch.names += command.names
            }
            size += Position(batch.entryCount)
            return batch
        }
    }
}
