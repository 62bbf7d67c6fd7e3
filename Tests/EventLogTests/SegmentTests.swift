import FoldRow
import Testing

@testable import EventLog

/// The parts of a segment: what is written comes back, and what has changed is an error.
struct SegmentTests {
    private static func row(_ generator: inout SeededGenerator, spread: Int) -> FoldRow {
        func pick(_ bits: Int) -> Int64 {
            Int64(bitPattern: generator.next() & (bits >= 64 ? .max : (1 << UInt64(bits)) - 1))
        }
        var row = FoldRow(
            kind: UInt16(truncatingIfNeeded: pick(min(16, spread))), stream: UInt32(truncatingIfNeeded: pick(spread)),
            revision: UInt32(truncatingIfNeeded: pick(spread)), time: pick(spread) &- 1000, recorded: 0)
        row.recorded = generator.next() % 4 == 0 ? pick(spread) : row.time
        row.actor = UInt32(truncatingIfNeeded: pick(spread / 2))
        row.unit = UInt32(truncatingIfNeeded: pick(spread / 3))
        row.person = UInt32(truncatingIfNeeded: pick(spread))
        row.item = 7
        row.code = UInt32(truncatingIfNeeded: pick(3))
        row.claimed = generator.next() % 9 == 0 ? -1 : 0
        row.a = pick(spread)
        row.b = -pick(min(63, spread))
        row.c = spread == 64 ? (generator.next() % 2 == 0 ? .min : .max) : 0
        return row
    }

    private static func rows(_ seed: UInt64, count: Int, spread: Int) -> [FoldRow] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in row(&generator, spread: spread) }
    }

    private static func decoded(_ content: [UInt8], first: Position, from: Int = 0, to: Int? = nil) throws -> [FoldRow]
    {
        let buffer = content + [UInt8](repeating: 0xEE, count: Inflater.slack)
        return try unsafe buffer.withUnsafeBytes { bytes in
            let block = try unsafe FoldBlock(bytes, count: content.count, first: first)
            var rows: [FoldRow] = []
            _ = unsafe block.read(from: from, to: to ?? block.count, in: bytes) { chunk in
                for index in chunk.indices { rows.append(chunk[index]) }
                return true
            }
            return rows
        }
    }

    @Test(arguments: [1, 2, 8, 9, 16, 17, 24, 32, 40, 48, 56, 63, 64], [1, 255, 256, 257, 3000])
    func `rows come back from columns of every width`(spread: Int, count: Int) throws {
        let rows = Self.rows(UInt64(spread * 10_000 + count), count: count, spread: spread)
        var found: [FoldRow] = []
        for block in FoldColumns.blocks(of: rows[...], from: 1_000) {
            #expect(block.content.count <= Frame.blockBytes)
            #expect(block.first == 1_000 + Position(found.count))
            #expect(try Inflater().content(of: block.frame, limit: Frame.blockBytes) == block.content)
            found += try Self.decoded(block.content, first: block.first)
        }
        #expect(found == rows)
    }

    @Test func `a part of a block is read from any row to any other`() throws {
        let rows = Self.rows(5, count: 700, spread: 40)
        let block = FoldColumns.blocks(of: rows[...], from: 0)[0]
        for (lower, upper) in [(0, 0), (0, 1), (255, 257), (256, 512), (699, 700), (3, 698)] {
            #expect(try Self.decoded(block.content, first: 0, from: lower, to: upper) == Array(rows[lower..<upper]))
        }
    }

    @Test func `rows that don't fit one block are cut into several`() {
        let rows = Self.rows(6, count: 9_000, spread: 64)
        let blocks = FoldColumns.blocks(of: rows[...], from: 0)
        #expect(blocks.count > 1)
        #expect(blocks.allSatisfy { $0.content.count <= Frame.blockBytes })
    }

    @Test func `a block says of a wrong count, a wrong width and a value beyond its type that it is damaged`() throws {
        let content = FoldColumns.blocks(of: Self.rows(7, count: 10, spread: 16)[...], from: 3)[0].content
        func changed(_ offset: Int, _ byte: UInt8) -> [UInt8] {
            var content = content
            content[offset] = byte
            return content
        }
        let wrong: [(String, [UInt8])] = [
            ("position", changed(0, 4)), ("no row", changed(8, 0)), ("another count", changed(8, 11)),
            ("reserved", changed(12, 1)), ("a wider column", changed(16 + 8 + 3, 9)),
            ("a negative kind", changed(16 + 7, 0x80)), ("cut", Array(content.dropLast())), ("empty", []),
            ("longer", content + [0]),
        ]
        for (what, content) in wrong {
            #expect(throws: BlockError.self, "\(what)") { try Self.decoded(content, first: 3) }
        }
    }

    // MARK: Frames

    @Test(arguments: [1, 100, 65_535, 65_536, 65_537, 262_144, 262_145, 1_000_000])
    func `a frame gives its content back`(size: Int) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        let content = (0..<size).map { $0 % 3 == 0 ? UInt8(truncatingIfNeeded: generator.next()) : 7 }
        #expect(try Inflater().content(of: Frame.compress(content), limit: size) == content)
        #expect(throws: BlockError.self) { try Inflater().content(of: Frame.compress(content), limit: size - 1) }
    }

    /// Stretches of noise and of numbers that grow, as columns are.
    private static func mixed(_ size: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(size))
        return (0..<size).map { index -> UInt8 in
            if index / 1_000 % 2 == 0 { return UInt8(truncatingIfNeeded: generator.next()) }
            return UInt8(index / 100 % 256)
        }
    }

    @Test(
        arguments: [
            (300_000, []), (300_000, [1_000]), (300_000, Array(stride(from: 1_000, to: 300_000, by: 1_000))),
            (300_000, [0, 7, 7, 262_145, 300_000]), (65_536, [1_000, 2_000]), (65_537, [1_000, 2_000]),
            (100, [50, 99]),
            (1, []),
        ] as [(Int, [Int])])
    func `a frame that is cut where another kind of data begins gives its content back`(
        size: Int, cuts: [Int]
    ) throws {
        let content = Self.mixed(size)
        let frame = Frame.compress(content, cutAt: cuts)
        #expect(try Inflater().content(of: frame, limit: size) == content)
        #expect(throws: BlockError.self) { try Inflater().content(of: frame.dropLast(), limit: size) }
    }

    @Test func `what would hardly get smaller stands in a cut frame as it is, and the rest is small`() {
        let content = Self.mixed(2_000)
        let frame = Frame.compress(content, cutAt: [1_000])
        #expect(frame.count < 1_100)
        #expect(frame.contains(content[..<1_000]))
    }

    // MARK: Entries, words, commands

    @Test func `entries come back with the places of their predecessors`() throws {
        var builder = EntryBlock.Builder(first: 500)
        let entries = (0..<40).map { [UInt8](repeating: UInt8($0), count: $0 * 7 + 1) }
        for (index, entry) in entries.enumerated() {
            let hasFitted = builder.add(entry, previous: index % 3 == 0 ? nil : Position(500 + index - 1 - index % 2))
            #expect(hasFitted)
        }
        let block = try EntryBlock(builder.content(), first: 500)
        #expect(block.positions == 500..<540)
        for (index, entry) in entries.enumerated() {
            let position = Position(500 + index)
            #expect(block.bytes(at: position) == entry)
            #expect(try block.previous(of: position) == (index % 3 == 0 ? nil : Position(500 + index - 1 - index % 2)))
        }
        #expect(throws: BlockError.self) { try EntryBlock(builder.content(), first: 501) }
        #expect(throws: BlockError.self) { try EntryBlock(builder.content().dropLast(), first: 500) }
    }

    @Test func `the largest entries fill a block, one more goes into the next`() {
        var builder = EntryBlock.Builder(first: 0)
        var count = 0
        while builder.add([UInt8](repeating: 1, count: Entry.maximumBytes), previous: nil) { count += 1 }
        #expect(count == 3)
        #expect(builder.content().count <= EntryBlock.maximumBytes)
    }

    @Test func `words come back by entry, in any script and of any length`() throws {
        let texts = ["", "积水", "a\u{0}b", String(repeating: "长", count: 30_000)]
        var block = WordBlock.Builder(first: 9)
        for count in [0, 2, 0, 1, 4] {
            let words = (0..<count).map {
                Word(field: "f\($0)", salt: [UInt8](repeating: UInt8($0), count: 32), text: texts[$0 % 4])
            }
            let hasFitted = block.add(words)
            #expect(hasFitted)
        }
        let read = try WordBlock(block.content(), first: 9)
        #expect(read.positions == 9..<14)
        #expect(try read.words(of: 10).map(\.text) == [texts[0], texts[1]])
        #expect(try read.words(of: 11).isEmpty)
        #expect(throws: BlockError.self) { try WordBlock(block.content() + [0], first: 9) }
        #expect(throws: BlockError.self) { try WordBlock(Array(block.content().dropLast()), first: 9) }
    }

    @Test func `blocks that follow one another are put together as if their entries had been added one by one`() throws
    {
        var entries = (parts: EntryBlock.Builder(first: 70), one: EntryBlock.Builder(first: 70))
        var words = (parts: WordBlock.Builder(first: 70), one: WordBlock.Builder(first: 70))
        for count in [1, 5, 2, 9] {
            var entryPart = EntryBlock.Builder(first: entries.one.end)
            var wordPart = WordBlock.Builder(first: words.one.end)
            for index in 0..<count {
                let bytes = [UInt8](repeating: UInt8(index), count: index + 1)
                let previous = index > 0 ? entries.one.end - 1 : nil
                let word = Word(field: "f", salt: [UInt8](repeating: UInt8(index), count: 32), text: "第 \(index) 件")
                let all = Array(repeating: word, count: index % 3)
                let hasFitted = [
                    entries.one.add(bytes, previous: previous), entryPart.add(bytes, previous: previous),
                    words.one.add(all), wordPart.add(all),
                ]
                #expect(hasFitted == [true, true, true, true])
            }
            let first = entries.parts.end
            let hasFitted = [
                entries.parts.add(try EntryBlock(entryPart.content(), first: first)),
                words.parts.add(try WordBlock(wordPart.content(), first: first)),
            ]
            #expect(hasFitted == [true, true])
        }
        #expect(entries.parts.content() == entries.one.content())
        #expect(words.parts.content() == words.one.content())
    }

    @Test func `a part that does not fit into a block is left for the next`() throws {
        let text = String(repeating: "长", count: 50_000)
        var part = WordBlock.Builder(first: 0)
        part.addAnyhow([Word(field: "f", salt: [UInt8](repeating: 0, count: 32), text: text)])
        var block = WordBlock.Builder(first: 0)
        let hasFitted = block.add(try WordBlock(part.content(), first: 0))
        #expect(hasFitted)
        var next = WordBlock.Builder(first: 1)
        next.addAnyhow([Word(field: "f", salt: [UInt8](repeating: 0, count: 32), text: text)])
        let nextHasFitted = block.add(try WordBlock(next.content(), first: 1))
        #expect(!nextHasFitted)
        #expect(block.end == 1)
    }

    @Test func `a selection has what went in, at its places`() throws {
        var selection = EntrySelection()
        for index in [0, 3, 7] {
            selection.add([UInt8](repeating: UInt8(index), count: index + 1), at: 64 + Position(index))
        }
        let read = try EntrySelection(selection.content(first: 64), first: 64, size: 8)
        #expect(read.entries.map(\.position) == [64, 67, 71])
        #expect(read.entries.map(\.bytes.count) == [1, 4, 8])
        #expect(try EntrySelection(EntrySelection().content(first: 64), first: 64, size: 8).entries.isEmpty)
        #expect(throws: BlockError.self) { try EntrySelection(selection.content(first: 64), first: 64, size: 7) }
        #expect(throws: BlockError.self) { try EntrySelection(selection.content(first: 64) + [0], first: 64, size: 8) }
    }

    @Test func `a table has the commands that went in, and its filter doubts none of them`() throws {
        let commands = (0..<5_000).map { index in
            let receipt = Receipt(
                first: Position(65_536 + index), last: Position(65_536 + index + index % 3),
                digest: [UInt8](repeating: UInt8(index % 251), count: 16))
            return CommandTable.Item(CommandFingerprint(of: "command \(index)"), receipt)
        }
        let table = try CommandTable(CommandTable.content(of: commands, first: 65_536), first: 65_536)
        let filter = try CommandFilter(content: CommandFilter(commands.map(\.fingerprint)).content)
        for command in commands {
            #expect(table[command.fingerprint] == command.receipt)
            #expect(filter.mayContain(command.fingerprint))
        }
        let others = (0..<20_000).map { CommandFingerprint(of: "other \($0)") }
        #expect(others.allSatisfy { table[$0] == nil })
        #expect(others.count(where: filter.mayContain) < 20)
    }

    @Test func `a table without a command has none`() throws {
        let table = try CommandTable(CommandTable.content(of: [], first: 0), first: 0)
        #expect(table[CommandFingerprint(of: "any")] == nil)
        #expect(try !CommandFilter(content: CommandFilter([]).content).mayContain(CommandFingerprint(of: "any")))
    }
}
