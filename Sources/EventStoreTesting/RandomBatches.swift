internal import EventLog
internal import FoldRow

/// SplitMix64, so that a seed gives the same run on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// Legal and illegal batches for a log that it follows by what was accepted.
struct RandomBatches {
    private var random: SeededGenerator
    private(set) var size: Position = 0
    private var revisions: [UInt32] = []
    private var nameCounts: [UInt32] = [0, 0, 0, 0]
    private(set) var commandIDs: [String] = []
    private var issued = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A batch that is legal two times out of three.
    mutating func next() -> AppendBatch {
        var batch = legal()
        if chance(1, of: 3) {
            for _ in 0..<number(1...2) { spoil(&batch) }
        }
        return batch
    }

    /// Follows an accepted batch.
    mutating func follow(_ batch: AppendBatch) {
        for command in batch.commands {
            commandIDs.append(command.id)
            for row in command.entries.map(\.row) {
                if Int(row.stream) == revisions.count { revisions.append(0) }
                revisions[Int(row.stream)] = row.revision
            }
        }
        for name in batch.names { nameCounts[Int(name.space.rawValue)] += 1 }
        size += Position(batch.entryCount)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func chance(_ part: Int, of whole: Int) -> Bool { number(1...whole) <= part }

    private mutating func legal() -> AppendBatch {
        var batch = AppendBatch(expectedSize: size)
        var revisions = revisions
        for _ in 0..<number(1...4) {
            issued += 1
            let id = "command \(issued)"
            var command = CommandRecord(id: id, digest: bytes(16...16), entries: [])
            for _ in 0..<number(1...5) {
                let stream = revisions.isEmpty || chance(1, of: 4) ? revisions.count : number(0...revisions.count - 1)
                if stream == revisions.count { revisions.append(0) }
                revisions[stream] += 1
                command.entries.append(entry(UInt32(stream), revisions[stream]))
            }
            batch.commands.append(command)
        }
        var counts = nameCounts
        for _ in 0..<number(0...3) {
            let space = NameSpace(rawValue: UInt8(number(0...counts.count - 1)))
            let number = counts[Int(space.rawValue)] + space.firstNumber
            batch.names.append(NewName(space: space, number: number, text: "name \(number)"))
            counts[Int(space.rawValue)] += 1
        }
        return batch
    }

    private mutating func entry(_ stream: UInt32, _ revision: UInt32) -> NewEntry {
        var row = FoldRow.sample(stream: stream, revision: revision, mark: Int64(number(0...1_000_000)))
        row.kind = UInt16(number(0...Int(UInt16.max)))
        var words: [Word] = []
        for field in ["title", "place", "summary"] where chance(1, of: 4) {
            let word = Word(field: field, salt: bytes(32...32), text: "文 \(number(0...99))")
            words.insert(word, at: number(0...words.count))
        }
        return NewEntry(bytes: bytes(1...300), words: words, row: row)
    }

    private mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<number(count)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    /// Makes one thing wrong, or nearly.
    private mutating func spoil(_ batch: inout AppendBatch) {
        guard !batch.commands.isEmpty else { return }
        let command = number(0...batch.commands.count - 1)
        guard !batch.commands[command].entries.isEmpty else { return }
        let entry = number(0...batch.commands[command].entries.count - 1)
        switch number(0...13) {
        case 0: batch.expectedSize &+= Position(number(1...3))
        case 1: batch.expectedSize &-= 1
        case 2: batch.commands[command].entries[entry].row.revision &+= UInt32(number(1...2))
        case 3: batch.commands[command].entries[entry].row.revision &-= 1
        case 4: batch.commands[command].entries[entry].row.stream &+= UInt32(number(1...20))
        case 5: batch.commands[command].id = commandIDs.randomElement(using: &random) ?? ""
        case 6: batch.commands[command].id = batch.commands[0].id
        case 7: batch.commands[command].digest = bytes(0...20)
        case 8: batch.commands[command].entries = []
        case 9: batch.commands[command].entries[entry].bytes = []
        case 10: batch.commands[command].entries.swapAt(0, entry)
        case 11 where !batch.names.isEmpty: batch.names[number(0...batch.names.count - 1)].number &+= 1
        case 12 where !batch.names.isEmpty:
            batch.names[batch.names.count - 1].text = "name \(number(0...20))"
        case 13 where !batch.names.isEmpty: batch.names.swapAt(0, batch.names.count - 1)
        default: batch.commands = []
        }
    }
}
