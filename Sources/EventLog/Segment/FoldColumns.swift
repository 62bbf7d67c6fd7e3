public import FoldRow

/// Writes blocks of fold rows in columns, the form from which replay reads them.
///
/// Each column is stored as its least value and, for every row, the distance from it in as few bytes as the largest
/// distance needs (frame of reference). A column that has one value takes no byte a row, and nothing in a row decides
/// how the next is read. `docs/file-format.md` has the bytes.
public enum FoldColumns {
    /// The largest number of rows in a block.
    public static let maximumRows = 1 << 16
    /// Position of the first row (8 bytes), number of rows (4), 4 bytes of zero, then the columns' headers.
    static let prefixBytes = 16
    /// Least value (8 bytes) and largest distance from it (8).
    static let headerBytes = 16
    /// Where the first column begins.
    static let columnsOffset = prefixBytes + FoldColumn.allCases.count * headerBytes
    /// No content is larger: every member in all its bytes.
    public static let maximumBytes = columnsOffset + maximumRows * FoldColumn.allCases.count * 8

    /// A block before it is compressed.
    public struct Block {
        /// The position of the first row.
        public let first: Position
        /// What ``FoldBlock`` reads.
        public let content: [UInt8]
        /// Where each column begins that takes any bytes.
        let cuts: [Int]

        /// The form in which it is stored. Cost: about 250 ns a row.
        public var frame: [UInt8] { Frame.compress(content, cutAt: cuts) }
    }

    /// Rows as blocks of at most ``Frame/blockBytes``: halved until they fit. Cost: about 40 ns a row.
    public static func blocks(of rows: ArraySlice<FoldRow>, from first: Position) -> [Block] {
        let measured = FoldColumn.allCases.map { Measured($0, in: rows) }
        let bytes = columnsOffset + rows.count * measured.reduce(0) { $0 + $1.width }
        if rows.count <= 1 || bytes <= Frame.blockBytes && rows.count <= maximumRows {
            return [encode(rows, from: first, measured, bytes)]
        }
        let middle = rows.startIndex + rows.count / 2
        return blocks(of: rows[..<middle], from: first)
            + blocks(of: rows[middle...], from: first + Position(rows.count / 2))
    }

    private static func encode(
        _ rows: ArraySlice<FoldRow>, from first: Position, _ columns: [Measured], _ bytes: Int
    ) -> Block {
        // Eight bytes are stored at a time, whatever the width; the next value covers what is too much.
        var content = [UInt8](repeating: 0, count: bytes + Inflater.slack)
        content.put(first, at: 0)
        content.put(UInt32(rows.count), at: 8)
        var header = prefixBytes
        var place = columnsOffset
        var cuts: [Int] = []
        for measured in columns {
            content.put(measured.base, at: header)
            content.put(measured.reach, at: header + 8)
            header += headerBytes
            guard measured.width > 0 else { continue }
            cuts.append(place)
            unsafe content.withUnsafeMutableBytes { buffer in
                for row in rows {
                    let distance = UInt64(bitPattern: measured.column.value(row) &- measured.base)
                    unsafe buffer.storeBytes(of: distance.littleEndian, toByteOffset: place, as: UInt64.self)
                    place += measured.width
                }
            }
        }
        content.removeLast(Inflater.slack)
        return Block(first: first, content: content, cuts: cuts)
    }

    /// A column of some rows: its least value and how far the greatest is from it.
    private struct Measured {
        var column: FoldColumn
        var base: Int64
        var reach: UInt64
        var width: Int { FoldColumns.width(of: reach) }

        init(_ column: FoldColumn, in rows: ArraySlice<FoldRow>) {
            self.column = column
            (base, reach) = (0, 0)
            guard let first = rows.first else { return }
            var (least, most) = (column.value(first), column.value(first))
            for row in rows {
                let value = column.value(row)
                least = min(least, value)
                most = max(most, value)
            }
            base = least
            reach = UInt64(bitPattern: most &- least)
        }
    }

    /// The bytes that a distance takes.
    static func width(of reach: UInt64) -> Int { (64 - reach.leadingZeroBitCount + 7) / 8 }
}
