import FoldRow

/// What the fold has to know of each kind of event before it folds one, by the kind's number.
///
/// Rows that were not checked may hold anything: no kind that there is not, and no moment that no entry could spell,
/// may reach the board.
struct KindTable: Sendable {
    private var kinds: [EventKind?] = Array(repeating: nil, count: 64)
    /// The kinds that have a moment in the free operand `a`, one bit for each number.
    private var momentInA: UInt64 = 0
    /// Those that have one in `b`.
    private var momentInB: UInt64 = 0

    /// As the schemas say. Looked up once for many rows.
    static let shared = KindTable()

    private init() {
        for kind in EventKind.allCases {
            precondition(kind.rawValue < kinds.count, "the numbers of kinds have outgrown the table")
            kinds[Int(kind.rawValue)] = kind
            for field in kind.schema.fields where field.type == .moment {
                switch field.slot {
                case .a?: momentInA |= 1 << kind.rawValue
                case .b?: momentInB |= 1 << kind.rawValue
                default: break
                }
            }
        }
    }

    /// The kind with a number, nil if there is none.
    @inline(__always)
    subscript(number: UInt16) -> EventKind? { number < kinds.count ? kinds[Int(number)] : nil }

    /// Whether every moment of a row lies in the years that entries can spell. Without a branch but the last.
    @inline(__always)
    func hasWritableMoments(_ row: FoldRow) -> Bool {
        let latest = max(
            Instant.sinceWritable(row.recorded), Instant.sinceWritable(row.time), Instant.sinceWritable(row.claimed),
            Instant.sinceWritable(moment(row.a, momentInA, row)), Instant.sinceWritable(moment(row.b, momentInB, row)))
        return latest <= Instant.writableLength
    }

    /// What is wrong with a row of which that is not so.
    @inline(never)
    func fault(in row: FoldRow) -> FoldError {
        let operands = [moment(row.a, momentInA, row), moment(row.b, momentInB, row)]
        if !Instant.isWritable(row.recorded) { return .timeOutOfRange(row.recorded) }
        if !operands.allSatisfy(Instant.isWritable) { return .timeOutOfRange(max(row.a, row.b)) }
        return .timeOutOfRange(Instant.isWritable(row.time) ? row.claimed : row.time)
    }

    /// An operand if the row's kind has a moment there; else 0, which is a moment that can be written.
    @inline(__always)
    private func moment(_ operand: Int64, _ kinds: UInt64, _ row: FoldRow) -> Int64 {
        operand & -Int64(truncatingIfNeeded: (kinds &>> UInt64(row.kind)) & 1)
    }
}
