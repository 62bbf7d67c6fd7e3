public import EventLog
internal import Foundation
internal import GRDB
public import TransparencyLog

extension SQLiteEventStore {
    /// Reads the tree over the entries within one consistent read.
    public func tree<Value: Sendable>(
        _ body: @Sendable (inout TileReader) throws -> Value
    ) throws(EventStoreError) -> Value {
        let known = mode == .write ? try writerSize() : nil
        return try read { db in
            let sealed = try sealedLog(db)
            var reader = Self.tiles(db, sealed, size: try known ?? Self.size(db, sealed.end))
            do { return try body(&reader) } catch let error as TransparencyError {
                throw EventStoreError.damaged(position: nil, what: error.what)
            }
        }
    }

    private static func tiles(_ db: Database, _ sealed: SealedLog, size: Position) -> TileReader {
        var entries = EntryReader(db, sealed)
        return TileReader(size: size) { coordinate in
            switch coordinate.content {
            case .hashes(level: 0):
                var bytes: [UInt8] = []
                bytes.reserveCapacity(coordinate.width * Hash.byteCount)
                for position in coordinate.range { bytes.append(try entries.leaf(at: position)) }
                return bytes
            case .hashes(let level): return try TileTable.bytes(of: coordinate, level: level, db)
            case .entries: preconditionFailure("entries are no hashes")
            }
        }
    }

    /// The tree's right edge at a size, taken out so that it can grow in place; after a failure nothing is put back.
    func takeGrowingTiles(_ size: Position) throws(EventStoreError) -> GrowingTiles {
        if let growing = growingTiles {
            growingTiles = nil
            return growing
        }
        return try read { db in
            var tiles = Self.tiles(db, try sealedLog(db), size: size)
            do { return try GrowingTiles(size: size) { try tiles.tile(at: $0).bytes } } catch let error
                as TransparencyError
            {
                throw EventStoreError.damaged(position: nil, what: error.what)
            }
        }
    }

    // MARK: - Checkpoints

    /// Keeps a signed checkpoint of the log.
    public func keep(_ checkpoint: SignedCheckpoint) throws(EventStoreError) {
        let connection = try openConnection()
        guard mode == .write else { throw .readOnly }
        let size = try writerSize()
        guard checkpoint.checkpoint.size <= size else {
            throw .wrongSize(expected: checkpoint.checkpoint.size, actual: size)
        }
        try transaction(on: connection, growsFrom: size) { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO checkpoint (size, note) VALUES (?, ?)
                    ON CONFLICT (size) DO UPDATE SET note = excluded.note
                    """)
            try statement.execute(arguments: [Int64(checkpoint.checkpoint.size), Data(checkpoint.bytes)])
        }
    }

    /// The kept checkpoint of the greatest size up to this one.
    public func checkpoint(upTo size: Position) throws(EventStoreError) -> SignedCheckpoint? {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT size, note FROM checkpoint WHERE size <= ? ORDER BY size DESC LIMIT 1")
            return try Row.fetchOne(statement, arguments: [Int64(clamping: size)]).map(Self.checkpoint)
        }
    }

    /// Kept checkpoints by size, from this one on.
    public func checkpoints(from size: Position, limit: Int) throws(EventStoreError) -> [SignedCheckpoint] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY size LIMIT ?")
            let rows = try Row.fetchAll(statement, arguments: [Int64(clamping: size), Int64(max(0, limit))])
            return try rows.map(Self.checkpoint)
        }
    }

    private static func checkpoint(_ row: Row) throws -> SignedCheckpoint {
        guard let size = row.position(0), let bytes = row.bytes(1) else {
            throw EventStoreError.damaged(position: nil, what: "a kept checkpoint is malformed")
        }
        guard let checkpoint = try? SignedCheckpoint(bytes), checkpoint.checkpoint.size == size else {
            throw EventStoreError.damaged(position: size, what: "the checkpoint kept for this size is malformed")
        }
        return checkpoint
    }
}
