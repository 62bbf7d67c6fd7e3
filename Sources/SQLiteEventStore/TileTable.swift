internal import EventLog
internal import Foundation
internal import GRDB
internal import TransparencyLog

/// The tiles of the tree above its leaves, within one transaction. The last of each level grows in its row.
enum TileTable {
    /// Writes tiles as they are now; those of leaves are not kept.
    static func put(_ tiles: [Tile], _ db: Database) throws {
        guard !tiles.isEmpty else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO tile (level, number, hashes) VALUES (?, ?, ?)
                ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
                """)
        for tile in tiles {
            guard case .hashes(let level) = tile.coordinate.content, level > 0 else { continue }
            try statement.execute(arguments: [Int64(level), Int64(tile.coordinate.index), Data(tile.bytes)])
        }
    }

    /// As much of a tile above the leaves as its coordinate says.
    static func bytes(of coordinate: TileCoordinate, level: Int, _ db: Database) throws -> [UInt8] {
        let statement = try db.cachedStatement(sql: "SELECT hashes FROM tile WHERE level = ? AND number = ?")
        let wanted = coordinate.width * Hash.byteCount
        guard
            let row = try Row.fetchOne(statement, arguments: [Int64(level), Int64(coordinate.index)]),
            let hashes = row.bytes(0), hashes.count >= wanted
        else {
            throw EventStoreError.damaged(
                position: coordinate.range.lowerBound << UInt64(8 * level),
                what: "the tile \(coordinate.path) of the tree is missing")
        }
        return Array(hashes[..<wanted])
    }
}

extension GrowingTiles {
    /// Appends the entries of a batch; answers the tiles above the leaves that have changed.
    mutating func append(_ batch: AppendBatch) -> [Tile] {
        let before = size
        var tiles: [Tile] = []
        for command in batch.commands {
            for entry in command.entries { tiles += append(.leaf(entry.bytes)) }
        }
        // Above the leaves nothing changes but where a tile of leaves becomes full.
        guard size / UInt64(TileCoordinate.fullWidth) > before / UInt64(TileCoordinate.fullWidth) else { return [] }
        return (tiles + partials).filter { $0.coordinate.content != .hashes(level: 0) }
    }
}
