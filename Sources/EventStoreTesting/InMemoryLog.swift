internal import EventLog
internal import FoldRow
internal import TransparencyLog

/// What an ``InMemoryEventStore`` holds.
struct InMemoryLog {
    var entries: [NewEntry] = []
    var streams: [[Position]] = []
    var receipts: [[UInt8]: Receipt] = [:]
    var names: [NameSpace: [String]] = [:]
    /// The UTF-8 of every name, since two that differ only in normalisation are two.
    var spellings: [NameSpace: Set<[UInt8]>] = [:]

    var checkpoints: [Position: SignedCheckpoint] = [:]

    var size: Position { Position(entries.count) }

    func positions(from position: Position, limit: Int) -> Range<Int> {
        guard limit > 0, position < size else { return 0..<0 }
        let first = Int(position)
        return first..<first + min(limit, entries.count - first)
    }

    func tile(_ coordinate: TileCoordinate) -> [UInt8] {
        guard case .hashes(let level) = coordinate.content else { return [] }
        let leaves = Position(1) << Position(8 * level)
        var bytes: [UInt8] = []
        for number in coordinate.range {
            let subtree = (number * leaves..<(number + 1) * leaves).map { Hash.leaf(entries[Int($0)].bytes) }
            bytes.append(Frontier(leaves: subtree).root)
        }
        return bytes
    }

    func stored(_ position: Position) -> StoredEntry {
        let entry = entries[Int(position)]
        let words = entry.words.sorted { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) }
        return StoredEntry(position: position, bytes: entry.bytes, words: words)
    }

    func checkCommands(_ commands: [CommandRecord]) throws(EventStoreError) {
        var seen: Set<[UInt8]> = []
        for command in commands {
            let id = Array(command.id.utf8)
            guard receipts[id] == nil, seen.insert(id).inserted else { throw .commandRepeated(id: command.id) }
        }
    }

    func checkNames(_ new: [NewName]) throws(EventStoreError) {
        guard !new.isEmpty else { return }
        var seen = spellings
        var counts = names.mapValues(\.count)
        for name in new {
            let count = counts[name.space, default: 0]
            guard
                UInt64(name.number) == UInt64(count) + UInt64(name.space.firstNumber),
                seen[name.space, default: []].insert(Array(name.text.utf8)).inserted
            else {
                throw .wrongName(space: name.space.rawValue, number: name.number)
            }
            counts[name.space] = count + 1
        }
    }

    func checkRevisions(_ entries: [NewEntry]) throws(EventStoreError) {
        var revisions: [UInt32: UInt32] = [:]
        var count = streams.count
        for row in entries.map(\.row) {
            guard Int(row.stream) <= count else { throw .wrongName(space: 0, number: row.stream) }
            if Int(row.stream) == count { count += 1 }
            let stored = Int(row.stream) < streams.count ? streams[Int(row.stream)].count : 0
            let revision = revisions[row.stream] ?? UInt32(stored)
            guard row.revision - 1 == revision else {
                throw .wrongRevision(stream: row.stream, expected: row.revision - 1, actual: revision)
            }
            revisions[row.stream] = row.revision
        }
    }

    /// Takes a batch that every check has passed.
    mutating func take(_ batch: AppendBatch) {
        for command in batch.commands {
            let last = size + Position(command.entries.count) - 1
            receipts[Array(command.id.utf8)] = Receipt(first: size, last: last, digest: command.digest)
            for entry in command.entries {
                if Int(entry.row.stream) == streams.count { streams.append([]) }
                streams[Int(entry.row.stream)].append(size)
                entries.append(entry)
            }
        }
        for name in batch.names {
            names[name.space, default: []].append(name.text)
            spellings[name.space, default: []].insert(Array(name.text.utf8))
        }
    }
}
