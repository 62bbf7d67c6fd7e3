public import FoldRow

/// A block of fold rows being read: found to be sound as a whole, then unpacked a chunk at a time.
///
/// All that could lead a reader astray is checked once, in ``init(_:count:first:)``. After that no value of a row is
/// looked at: a wrong one, which the frame's checksum would have shown, is a wrong number and nothing worse.
public struct FoldBlock {
    /// Rows that are handed on at a time: few enough to stay in the first cache.
    static let chunk = 256

    /// The position of the first row.
    public let first: Position
    /// How many rows there are.
    public let count: Int

    /// How many bytes the content has.
    private let bytes: Int
    private var columns: [Column] = []

    private struct Column {
        var column: FoldColumn
        var base: Int64
        var width: Int
        /// Where the first row's distance lies.
        var place: Int
        /// Whether it has one value for all rows; a delay is added to a time and never is.
        var isConstant: Bool { width == 0 && column != .delay }
    }

    /// Checks a block's numbers: how many rows, how wide the columns, how great their values.
    ///
    /// - Parameters:
    ///   - buffer: The content and ``Inflater/slack`` bytes more; it is not kept.
    ///   - count: How many of the bytes are the content.
    ///   - first: The position that the block is stored under.
    public init(_ buffer: UnsafeRawBufferPointer, count bytes: Int, first: Position) throws(BlockError) {
        guard bytes >= FoldColumns.columnsOffset, buffer.count >= bytes + Inflater.slack else {
            throw BlockError("its columns are cut")
        }
        func get<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value {
            Value(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: type))
        }
        guard get(0, as: UInt64.self) == first else { throw BlockError("its columns belong to another position") }
        let count = Int(get(8, as: UInt32.self))
        guard (1...FoldColumns.maximumRows).contains(count), get(12, as: UInt32.self) == 0 else {
            throw BlockError("it claims to have \(count) rows")
        }
        var place = FoldColumns.columnsOffset
        for column in FoldColumn.allCases {
            let header = FoldColumns.prefixBytes + column.rawValue * FoldColumns.headerBytes
            let base = get(header, as: Int64.self)
            let reach = get(header + 8, as: UInt64.self)
            guard column.holds(base, reach) else { throw BlockError("column \(column) goes beyond its type") }
            let width = FoldColumns.width(of: reach)
            columns.append(Column(column: column, base: base, width: width, place: place))
            place += count * width
        }
        guard place == bytes else { throw BlockError("its columns and their widths disagree") }
        self.bytes = bytes
        self.first = first
        self.count = count
    }

    /// Calls `body` with the rows from `lower` up to but excluding `upper`, counted from the block's first, some
    /// hundred at a time, until it answers false. Returns whether it never did.
    ///
    /// - Parameter buffer: The one that the block was made of. With another of that size the rows would be nonsense.
    public func read(
        from lower: Int, to upper: Int, in buffer: UnsafeRawBufferPointer, _ body: (Span<FoldRow>) throws -> Bool
    ) rethrows -> Bool {
        precondition(0 <= lower && upper <= count && buffer.count >= bytes + Inflater.slack)
        var next = lower
        // Every member is written before a row is handed on.
        return try unsafe withUnsafeTemporaryAllocation(of: FoldRow.self, capacity: Self.chunk) { rows in
            // A column of one value is written once; no later chunk changes it.
            for column in columns where column.isConstant {
                unsafe unpack(
                    column, from: 0, min(Self.chunk, upper - lower), of: buffer,
                    into: UnsafeMutableRawBufferPointer(rows))
            }
            while next < upper {
                let chunk = min(Self.chunk, upper - next)
                for column in columns where !column.isConstant {
                    unsafe unpack(column, from: next, chunk, of: buffer, into: UnsafeMutableRawBufferPointer(rows))
                }
                guard try unsafe body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: rows[..<chunk]))) else {
                    return false
                }
                next += chunk
            }
            return true
        }
    }

    private func unpack(
        _ column: Column, from row: Int, _ count: Int, of buffer: UnsafeRawBufferPointer,
        into rows: UnsafeMutableRawBufferPointer
    ) {
        guard let source = unsafe buffer.baseAddress?.advanced(by: column.place + row * column.width),
            let rows = unsafe rows.baseAddress?.advanced(by: column.column.offset)
        else { return }
        let base = UInt64(bitPattern: column.base)
        if column.column == .delay {
            let time = FoldColumn.time.offset - FoldColumn.delay.offset
            return unsafe Self.spread(source, width: column.width, count, over: rows) { member, distance in
                let time = unsafe member.load(fromByteOffset: time, as: UInt64.self)
                unsafe member.storeBytes(of: time &+ base &+ distance, as: UInt64.self)
            }
        }
        switch column.column.form {
        case .u16:
            unsafe Self.spread(source, width: column.width, count, over: rows) { member, distance in
                unsafe member.storeBytes(of: UInt16(truncatingIfNeeded: base &+ distance), as: UInt16.self)
            }
        case .u32:
            unsafe Self.spread(source, width: column.width, count, over: rows) { member, distance in
                unsafe member.storeBytes(of: UInt32(truncatingIfNeeded: base &+ distance), as: UInt32.self)
            }
        case .i64:
            unsafe Self.spread(source, width: column.width, count, over: rows) { member, distance in
                unsafe member.storeBytes(of: base &+ distance, as: UInt64.self)
            }
        }
    }

    /// Hands on distances of one width, which is chosen outside the loop, with the members that they are for.
    @inline(__always)
    private static func spread(
        _ source: UnsafeRawPointer, width: Int, _ count: Int, over rows: UnsafeMutableRawPointer,
        _ put: (_ member: UnsafeMutableRawPointer, _ distance: UInt64) -> Void
    ) {
        switch width {
        case 0: unsafe walk(source, by: 0, count, over: rows) { member, _ in unsafe put(member, 0) }
        case 1:
            unsafe walk(source, by: 1, count, over: rows) { member, place in
                unsafe put(member, UInt64(place.load(as: UInt8.self)))
            }
        case 2:
            unsafe walk(source, by: 2, count, over: rows) { member, place in
                unsafe put(member, UInt64(UInt16(littleEndian: place.loadUnaligned(as: UInt16.self))))
            }
        case 4:
            unsafe walk(source, by: 4, count, over: rows) { member, place in
                unsafe put(member, UInt64(UInt32(littleEndian: place.loadUnaligned(as: UInt32.self))))
            }
        default:
            // Eight bytes are loaded and the others of them cut off; behind the last column there is slack.
            let mask = width == 8 ? UInt64.max : (1 << UInt64(width * 8)) - 1
            unsafe walk(source, by: width, count, over: rows) { member, place in
                unsafe put(member, UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)) & mask)
            }
        }
    }

    /// Goes over the distances and the rows together, several at a time: the steps would cost as much as the work.
    @inline(__always)
    private static func walk(
        _ source: UnsafeRawPointer, by width: Int, _ count: Int, over rows: UnsafeMutableRawPointer,
        _ body: (_ member: UnsafeMutableRawPointer, _ place: UnsafeRawPointer) -> Void
    ) {
        let stride = MemoryLayout<FoldRow>.stride
        var (place, member, left) = unsafe (source, rows, count)
        while left >= 4 {
            unsafe body(member, place)
            unsafe body(member + stride, place + width)
            unsafe body(member + 2 &* stride, place + 2 &* width)
            unsafe body(member + 3 &* stride, place + 3 &* width)
            unsafe (place, member) = unsafe (place + 4 &* width, member + 4 &* stride)
            left &-= 4
        }
        while left > 0 {
            unsafe body(member, place)
            unsafe (place, member) = unsafe (place + width, member + stride)
            left &-= 1
        }
    }
}
