internal import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB

/// Sealing: a full run of the tail becomes a segment, in short steps between the appends.
///
/// Every step is a transaction of its own that takes a millisecond or two, and what has to be computed is computed
/// beside the queue, so a command waits for one step at most. Until the one row in `segment` is there, all that was
/// written is a draft that nobody reads; from then on the rows of the tail are what nobody reads, and they are deleted
/// a few hundred at a time. A crash leaves either a draft, which the next attempt throws away, or rows to be deleted.
extension SQLiteEventStore {
    /// Rows, entries and commands that one step takes.
    private static let rowsPerStep: Position = 8_192
    private static let commandsPerStep: Position = 4_096
    private static let wordsPerStep: Position = 2_048
    private static let deletionsPerStep: Position = 1_024

    /// Begins to seal if there is a full segment and nothing is being sealed.
    func sealWhatIsFull() {
        guard sealing == nil, !isStopping, let size = knownSize, size >= sealingPostponedTo else { return }
        let end = knownSealedEnd ?? 0
        guard size >= end + options.segmentSize || hasLeftovers else { return }
        sealing = Task { await self.seal() }
    }

    /// Waits until nothing is being sealed.
    package func sealed() async {
        while let sealing { await sealing.value }
    }

    private func seal() async {
        do throws(EventStoreError) {
            try await deleteLeftovers()
            while let size = knownSize, let first = knownSealedEnd, size >= first + options.segmentSize {
                try await seal(first..<first + options.segmentSize)
                try await deleteLeftovers()
                if isStopping { break }
            }
        } catch {
            // Whatever it was, nothing of the log has changed. Another attempt costs what this one did.
            sealingPostponedTo = (knownSize ?? 0) + options.segmentSize / 16
        }
        sealing = nil
    }

    private func seal(_ range: Range<Position>) async throws(EventStoreError) {
        try await deleteDrafts(from: range.lowerBound)
        let ofFirstStream = try await sealRows(range)
        let selection = try await sealEntries(range, selecting: ofFirstStream)
        try await sealWords(range)
        let number = range.lowerBound / options.segmentSize
        let filter = try await sealCommands(range, of: number)
        let firstStream = await Self.frame(of: selection.content(first: range.lowerBound))
        // Durable at once, so that the deletions never are before it.
        try await step(isDurable: true) { db in
            try db.execute(
                sql: "INSERT INTO segment (number, filter, first_stream) VALUES (?, ?, ?)",
                arguments: [Int64(number), Data(filter), Data(firstStream)])
        }
        knownSealedEnd = range.upperBound
        hasLeftovers = true
    }

    /// One transaction of a sealing. Only the one that makes a segment of the draft has to be synchronised.
    ///
    /// It waits for a checkpoint that is due: what it would add to the write-ahead log, appends would wait for.
    private func step(isDurable: Bool = false, _ body: (Database) throws -> Void) async throws(EventStoreError) {
        await checkpointing?.value
        try transaction(on: try openConnection(), growsFrom: try writerSize(), isDurable: isDurable, body)
    }

    private func insert(
        _ part: SealedLog.Part, _ blocks: [(first: Position, frame: [UInt8])]
    ) async throws(EventStoreError) {
        try await step { db in
            let statement = try db.cachedStatement(
                sql: "INSERT INTO \(part.rawValue) (first, block) VALUES (?, ?)")
            for (first, frame) in blocks { try statement.execute(arguments: [Int64(first), Data(frame)]) }
        }
    }

    // MARK: - The parts

    /// Seals the rows and returns where those of the first stream are.
    private func sealRows(_ range: Range<Position>) async throws(EventStoreError) -> [Position] {
        var ofFirstStream: [Position] = []
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Int(Self.rowsPerStep)) {
            let end = min(first + Self.rowsPerStep, range.upperBound)
            let rows = try read { db in
                var rows: [FoldRow] = []
                rows.reserveCapacity(Int(end - first))
                _ = try TailTable(db: db).scan(from: first, to: end) { _, chunk in
                    for index in chunk.indices { rows.append(chunk[index]) }
                    return true
                }
                return rows
            }
            try await insert(.columns, Self.columnFrames(of: rows, from: first))
            for (index, row) in rows.enumerated() where row.stream == 0 {
                ofFirstStream.append(first + Position(index))
            }
        }
        return ofFirstStream
    }

    /// Seals the entries and returns those at some positions.
    private func sealEntries(
        _ range: Range<Position>, selecting positions: [Position]
    ) async throws(EventStoreError) -> EntrySelection {
        var selection = EntrySelection()
        var wanted = positions[...]
        var next = range.lowerBound
        while next < range.upperBound {
            let (builder, found) = try read { db in
                var builder = EntryBlock.Builder(first: next)
                var found: [(Position, [UInt8])] = []
                var left = wanted
                try TailTable(db: db).entries(from: next, to: range.upperBound) { chunk in
                    guard builder.add(chunk) else { return false }
                    while let position = left.first, chunk.positions.contains(position) {
                        found.append((position, chunk.bytes(at: position)))
                        left.removeFirst()
                    }
                    return true
                }
                return (builder, found)
            }
            for (position, bytes) in found { selection.add(bytes, at: position) }
            wanted.removeFirst(found.count)
            try await insert(.entries, [(next, Self.frame(of: builder.content()))])
            next = builder.end
        }
        return selection
    }

    private func sealWords(_ range: Range<Position>) async throws(EventStoreError) {
        var next = range.lowerBound
        while next < range.upperBound {
            var builder = WordBlock.Builder(first: next)
            var isFull = false
            while !isFull, builder.end < range.upperBound {
                let (start, end) = (builder.end, min(builder.end + Self.wordsPerStep, range.upperBound))
                (builder, isFull) = try read { db in
                    var (builder, isFull) = (builder, false)
                    try TailTable(db: db).words(from: start, to: end) { chunk in
                        isFull = !builder.add(chunk)
                        return !isFull
                    }
                    return (builder, isFull)
                }
                await Task.yield()
            }
            try await insert(.words, [(next, Self.frame(of: builder.content()))])
            next = builder.end
        }
    }

    /// Seals the commands part by part and returns the frame of their filter.
    private func sealCommands(
        _ range: Range<Position>, of segment: Position
    ) async throws(EventStoreError) -> [UInt8] {
        var commands: [CommandTable.Item] = []
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Int(Self.commandsPerStep)) {
            try read { db in
                let end = min(first + Self.commandsPerStep, range.upperBound)
                try TailTable(db: db).commands(from: first, to: end) { commands.append($0) }
            }
            await Task.yield()
        }
        let (filter, parts) = await Self.commandFrames(of: commands, from: range.lowerBound)
        for (part, frame) in parts.enumerated() {
            try await step { db in
                try db.execute(
                    sql: "INSERT INTO commands (part, block) VALUES (?, ?)",
                    arguments: [Int64(segment) * Int64(CommandFingerprint.parts) + Int64(part), Data(frame)])
            }
        }
        return filter
    }

    // MARK: - Beside the queue

    @concurrent private static func columnFrames(
        of rows: [FoldRow], from first: Position
    ) async -> [(first: Position, frame: [UInt8])] {
        var frames: [(Position, [UInt8])] = []
        for block in FoldColumns.blocks(of: rows[...], from: first) {
            frames.append((block.first, block.frame))
            // A millisecond each. All of them at a stretch would be so long that the system lets others wait for their turn.
            try? await Task.sleep(for: .milliseconds(1))
        }
        return frames
    }

    @concurrent private static func frame(of content: [UInt8]) async -> [UInt8] { Frame.compress(content) }

    @concurrent private static func commandFrames(
        of commands: [CommandTable.Item], from first: Position
    ) async -> (filter: [UInt8], parts: [[UInt8]]) {
        var parts = [[CommandTable.Item]](repeating: [], count: CommandFingerprint.parts)
        for command in commands { parts[command.fingerprint.part].append(command) }
        let filter = CommandFilter(commands.map(\.fingerprint))
        return (
            Frame.compress(filter.content),
            parts.map { Frame.compress(CommandTable.content(of: $0, first: first)) }
        )
    }

    // MARK: - What is left over

    /// Throws away what an attempt that did not come to its end has written.
    private func deleteDrafts(from first: Position) async throws(EventStoreError) {
        for part in [SealedLog.Part.columns, .entries, .words] {
            try await deleteRows(of: part.rawValue, "first", from: Int64(first))
        }
        let part = Int64(first / options.segmentSize) * Int64(CommandFingerprint.parts)
        try await deleteRows(of: "commands", "part", from: part)
    }

    private func deleteRows(of table: String, _ key: String, from least: Int64) async throws(EventStoreError) {
        while try read({ db in
            try Row.fetchOne(db, sql: "SELECT 1 FROM \(table) WHERE \(key) >= ?", arguments: [least]) != nil
        }) {
            try await step { db in
                try db.execute(
                    sql: """
                        DELETE FROM \(table) WHERE \(key) >= ?1 AND \(key) <= (
                            SELECT max(\(key)) FROM (
                                SELECT \(key) FROM \(table) WHERE \(key) >= ?1 ORDER BY \(key) LIMIT 8))
                        """, arguments: [least])
            }
            await Task.yield()
        }
    }

    /// Deletes the rows of the tail that are part of a segment now.
    private func deleteLeftovers() async throws(EventStoreError) {
        let end = try read { db in try sealedLog(db).end }
        while let first = try read({ db in
            try Row.fetchOne(db, sql: "SELECT min(first) FROM tail WHERE first < ?", arguments: [Int64(end)])?
                .position(0)
        }) {
            let below = Int64(min(first + Self.deletionsPerStep, end))
            try await step { db in try db.execute(sql: "DELETE FROM tail WHERE first < ?", arguments: [below]) }
            await Task.yield()
        }
        hasLeftovers = false
    }
}
