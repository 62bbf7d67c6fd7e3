import EventLog
import FoldRow

/// One stored part of a segment below its frame, and its reading to the last value.
struct BlockPart {
    enum Kind: CaseIterable { case columns, entries, words, commands, filter, selection }

    var kind: Kind
    var content: [UInt8]
    var first: Position
    /// How it is stored.
    let frame: [UInt8]

    init(kind: Kind, content: [UInt8], first: Position, frame: [UInt8]? = nil) {
        (self.kind, self.content, self.first) = (kind, content, first)
        self.frame = frame ?? Frame.compress(content)
    }

    /// How large a reader lets the content be.
    var limit: Int {
        switch kind {
        case .columns: FoldColumns.maximumBytes
        case .entries: EntryBlock.maximumBytes
        case .words: WordBlock.maximumBytes
        case .commands: CommandTable.maximumBytes
        case .filter: CommandFilter.maximumBytes
        case .selection: EntrySelection.maximumBytes
        }
    }

    /// How many of the first bytes say how the others are to be read.
    var headerBytes: Int { kind == .columns ? 240 : 60 }

    /// Stores it under another position.
    mutating func move(to position: Position) {
        first = position
        guard kind == .columns || kind == .entries || kind == .words, content.count >= 8 else { return }
        for index in 0..<8 { content[index] = UInt8(truncatingIfNeeded: position >> UInt64(index * 8)) }
    }

    /// Reads all that it holds. Returns something of all of it, so that nothing is left out as useless.
    func readAll() throws -> UInt64 {
        var sum: UInt64 = 0
        switch kind {
        case .columns:
            let buffer = content + [UInt8](repeating: 0xA5, count: Inflater.slack)
            try unsafe buffer.withUnsafeBytes { bytes in
                let block = try unsafe FoldBlock(bytes, count: content.count, first: first)
                _ = unsafe block.read(from: 0, to: block.count, in: bytes) { rows in
                    for index in rows.indices { sum &+= UInt64(bitPattern: rows[index].c) &+ UInt64(rows[index].kind) }
                    return true
                }
            }
        case .entries:
            let block = try EntryBlock(content, first: first)
            for position in block.positions {
                sum &+= UInt64(block.bytes(at: position).count)
                sum &+= try block.previous(of: position) ?? 0
            }
        case .words:
            let block = try WordBlock(content, first: first)
            sum &+= block.positions.upperBound
            for position in block.positions {
                for word in try block.words(of: position) {
                    sum &+= UInt64(word.field.utf8.count + word.text.utf8.count)
                }
            }
        case .commands:
            let table = try CommandTable(content, first: first)
            for index in 0..<8 { sum &+= table[CommandFingerprint(of: "command \(index)")]?.last ?? 0 }
        case .selection:
            for (position, bytes) in try EntrySelection(content, first: first, size: Segment.size).entries {
                sum &+= position &+ UInt64(bytes.count)
            }
        case .filter:
            let filter = try CommandFilter(content: content)
            for index in 0..<8 where filter.mayContain(CommandFingerprint(of: "command \(index)")) { sum &+= 1 }
        }
        return sum
    }

    /// One of each kind, sound.
    static func examples(_ generator: inout SeededGenerator) -> [BlockPart] {
        let first: Position = 65_536
        var rows: [FoldRow] = []
        var entries = EntryBlock.Builder(first: first)
        var words = WordBlock.Builder(first: first)
        var selection = EntrySelection()
        for index in 0..<300 {
            let time = 1_700_000_000_000 + Int64(index) * 997
            var row = FoldRow(
                kind: UInt16(generator.next() % 40), stream: UInt32(index % 50), revision: UInt32(index / 50 + 1),
                time: time, recorded: time + (generator.next() % 5 == 0 ? 60_000 : 0))
            row.unit = UInt32(generator.next() % 20)
            row.a = generator.next() % 3 == 0 ? row.time + 86_400_000 : 0
            rows.append(row)
            let bytes = (0..<Int(generator.next() % 90 + 1)).map { UInt8(truncatingIfNeeded: index + $0) }
            if index % 40 == 3 { selection.add(bytes, at: first + Position(index)) }
            _ = entries.add(bytes, previous: index < 50 ? nil : first + Position(index - 50))
            let salt = [UInt8](repeating: UInt8(index % 256), count: 32)
            _ = words.add(index % 4 == 0 ? [Word(field: "detail", salt: salt, text: "第 \(index) 号井盖破损")] : [])
        }
        let commands = (0..<200).map { index in
            let at = first + Position(index)
            let digest = [UInt8](repeating: UInt8(index), count: 16)
            return CommandTable.Item(
                CommandFingerprint(of: "command \(index)"), Receipt(first: at, last: at, digest: digest))
        }
        let columns = FoldColumns.blocks(of: rows[...], from: first)[0]
        return [
            BlockPart(kind: .columns, content: columns.content, first: first, frame: columns.frame),
            BlockPart(kind: .entries, content: entries.content(), first: first),
            BlockPart(kind: .words, content: words.content(), first: first),
            BlockPart(kind: .commands, content: CommandTable.content(of: commands, first: first), first: first),
            BlockPart(kind: .selection, content: selection.content(first: first), first: first),
            BlockPart(kind: .filter, content: CommandFilter(commands.map(\.fingerprint)).content, first: first),
        ]
    }
}
