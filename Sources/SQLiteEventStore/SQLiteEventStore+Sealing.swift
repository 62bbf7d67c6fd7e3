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
        try await sealRows(range)
        try await sealEntries(range)
        try await sealWords(range)
        let (filter, commands) = try await commandParts(range)
        let number = Int64(range.lowerBound / options.segmentSize)
        try step(isDurable: true) { db in
            try db.execute(
                sql: "INSERT INTO segment (number, filter, commands) VALUES (?, ?, ?)",
                arguments: [number, Data(filter), Data(commands)])
        }
        knownSealedEnd = range.upperBound
        hasLeftovers = true
    }

    /// One transaction of a sealing. Only the one that makes a segment of the draft has to be synchronised.
    private func step(isDurable: Bool = false, _ body: (Database) throws -> Void) throws(EventStoreError) {
        try transaction(on: try openConnection(), growsFrom: try writerSize(), isDurable: isDurable, body)
    }

    private func insert(_ part: SealedLog.Part, _ blocks: [(first: Position, frame: [UInt8])]) throws(EventStoreError) {
        try step { db in
            let statement = try db.cachedStatement(
                sql: "INSERT INTO \(part.rawValue) (first, block) VALUES (?, ?)")
            for (first, frame) in blocks { try statement.execute(arguments: [Int64(first), Data(frame)]) }
        }
    }

    // MARK: - The parts

    private func sealRows(_ range: Range<Position>) async throws(EventStoreError) {
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
            try insert(.columns, await Self.columnFrames(of: rows, from: first))
        }
    }

    private func sealEntries(_ range: Range<Position>) async throws(EventStoreError) {
        var next = range.lowerBound
        while next < range.upperBound {
            let builder = try read { db in
                var builder = EntryBlock.Builder(first: next)
                try TailTable(db: db).entries(from: next, to: range.upperBound) { builder.add($0) }
                return builder
            }
            try insert(.entries, [(next, await Self.frame(of: builder.content()))])
            next = builder.end
        }
    }

    private func sealWords(_ range: Range<Position>) async throws(EventStoreError) {
        var next = range.lowerBound
        while next < range.upperBound {
            let builder = try read { db in
                var builder = WordBlock.Builder(first: next)
                try TailTable(db: db).words(from: next, to: range.upperBound) { builder.add($0) }
                return builder
            }
            try insert(.words, [(next, await Self.frame(of: builder.content()))])
            next = builder.end
        }
    }

    private func commandParts(
        _ range: Range<Position>
    ) async throws(EventStoreError) -> (filter: [UInt8], commands: [UInt8]) {
        var commands: [CommandTable.Item] = []
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Int(Self.commandsPerStep)) {
            try read { db in
                let end = min(first + Self.commandsPerStep, range.upperBound)
                try TailTable(db: db).commands(from: first, to: end) { commands.append($0) }
            }
            await Task.yield()
        }
        return await Self.commandFrames(of: commands, from: range.lowerBound)
    }

    // MARK: - Beside the queue

    @concurrent private static func columnFrames(
        of rows: [FoldRow], from first: Position
    ) async -> [(first: Position, frame: [UInt8])] {
        FoldColumns.blocks(of: rows[...], from: first).map { ($0.first, Frame.compress($0.content)) }
    }

    @concurrent private static func frame(of content: [UInt8]) async -> [UInt8] { Frame.compress(content) }

    @concurrent private static func commandFrames(
        of commands: [CommandTable.Item], from first: Position
    ) async -> (filter: [UInt8], commands: [UInt8]) {
        let filter = CommandFilter(commands.map(\.fingerprint))
        return (Frame.compress(filter.content), Frame.compress(CommandTable.content(of: commands, first: first)))
    }

    // MARK: - What is left over

    /// Throws away what an attempt that did not come to its end has written.
    private func deleteDrafts(from first: Position) async throws(EventStoreError) {
        for part in [SealedLog.Part.columns, .entries, .words] {
            while try read({ db in
                try Row.fetchOne(
                    db, sql: "SELECT 1 FROM \(part.rawValue) WHERE first >= ?", arguments: [Int64(first)]) != nil
            }) {
                try step { db in
                    try db.execute(
                        sql: """
                            DELETE FROM \(part.rawValue) WHERE first >= ?1 AND first <= (
                                SELECT max(first) FROM (
                                    SELECT first FROM \(part.rawValue) WHERE first >= ?1 ORDER BY first LIMIT 8))
                            """, arguments: [Int64(first)])
                }
                await Task.yield()
            }
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
            try step { db in try db.execute(sql: "DELETE FROM tail WHERE first < ?", arguments: [below]) }
            await Task.yield()
        }
        hasLeftovers = false
    }
}
