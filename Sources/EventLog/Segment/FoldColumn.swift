internal import FoldRow

/// One column of a block: a member of ``FoldRow``. The order is part of the format.
enum FoldColumn: Int, CaseIterable {
    case kind, stream, revision, actor, unit, person, item, code, time
    /// How long after `time` the log recorded it: nearly always 0, since only another system's acts come later.
    case delay
    case claimed, a, b, c

    /// How a row's member lies in memory.
    enum Form { case u16, u32, i64 }

    var form: Form {
        switch self {
        case .kind: .u16
        case .stream, .revision, .actor, .unit, .person, .item, .code: .u32
        case .time, .delay, .claimed, .a, .b, .c: .i64
        }
    }

    /// Bytes from the beginning of a row in memory to its member.
    var offset: Int { Self.offsets[rawValue] }

    private static let offsets: [Int] = allCases.map { column in
        let offset =
            switch column {
            case .kind: MemoryLayout<FoldRow>.offset(of: \.kind)
            case .stream: MemoryLayout<FoldRow>.offset(of: \.stream)
            case .revision: MemoryLayout<FoldRow>.offset(of: \.revision)
            case .actor: MemoryLayout<FoldRow>.offset(of: \.actor)
            case .unit: MemoryLayout<FoldRow>.offset(of: \.unit)
            case .person: MemoryLayout<FoldRow>.offset(of: \.person)
            case .item: MemoryLayout<FoldRow>.offset(of: \.item)
            case .code: MemoryLayout<FoldRow>.offset(of: \.code)
            case .time: MemoryLayout<FoldRow>.offset(of: \.time)
            case .delay: MemoryLayout<FoldRow>.offset(of: \.recorded)
            case .claimed: MemoryLayout<FoldRow>.offset(of: \.claimed)
            case .a: MemoryLayout<FoldRow>.offset(of: \.a)
            case .b: MemoryLayout<FoldRow>.offset(of: \.b)
            case .c: MemoryLayout<FoldRow>.offset(of: \.c)
            }
        guard let offset else { preconditionFailure("a stored member has an offset") }
        return offset
    }

    /// The column's value in a row.
    @inline(__always)
    func value(_ row: FoldRow) -> Int64 {
        switch self {
        case .kind: Int64(row.kind)
        case .stream: Int64(row.stream)
        case .revision: Int64(row.revision)
        case .actor: Int64(row.actor)
        case .unit: Int64(row.unit)
        case .person: Int64(row.person)
        case .item: Int64(row.item)
        case .code: Int64(row.code)
        case .time: row.time
        case .delay: row.recorded &- row.time
        case .claimed: row.claimed
        case .a: row.a
        case .b: row.b
        case .c: row.c
        }
    }

    /// Whether every value of a column with this least value and this largest distance fits the member.
    func holds(_ base: Int64, _ reach: UInt64) -> Bool {
        switch form {
        case .u16: base >= 0 && reach <= UInt64(UInt16.max) && base <= Int64(UInt16.max) - Int64(reach)
        case .u32: base >= 0 && reach <= UInt64(UInt32.max) && base <= Int64(UInt32.max) - Int64(reach)
        case .i64: reach <= UInt64(bitPattern: Int64.max &- base)
        }
    }
}
