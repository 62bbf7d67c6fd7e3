/// A row that no accepted command can have left: the log, or what was derived from it, is damaged.
public enum FoldError: Error, Equatable, Sendable {
    /// No event has this kind number.
    case unknownKind(UInt16)
    /// The row's revision does not follow the stream's.
    case wrongRevision(stream: UInt32, expected: UInt32, found: UInt32)
    /// The row names something that is not there.
    case dangling(String)
    /// A number stands for no member of its enumeration.
    case unknownCode(String, UInt32)
    /// The log's times run backwards.
    case timeRunsBack
    /// A time that no calendar with four digits for the year has.
    case timeOutOfRange(Int64)
}

// Words are made apart from the fold, which would carry their making through every row.
extension FoldError {
    /// The row names a thing by a number that no such thing has.
    @inline(never)
    static func missing(_ thing: StaticString, _ number: some BinaryInteger) -> FoldError {
        .dangling("\(thing) \(number)")
    }

    /// The event is none that can happen to a thing in its state.
    @inline(never)
    static func refused(_ thing: String, in state: some Code, _ act: some Code) -> FoldError {
        .dangling("\(thing) in state \(state) met \(act)")
    }

    @inline(never)
    fileprivate static func unknown<Member: Code>(_ type: Member.Type, _ raw: UInt32) -> FoldError {
        .unknownCode("\(type)", raw)
    }
}

extension Code {
    /// The member that a fold row's number stands for.
    @inline(__always)
    init(folded raw: UInt32) throws(FoldError) {
        guard let small = UInt8(exactly: raw), let value = Self(rawValue: small) else { throw .unknown(Self.self, raw) }
        self = value
    }
}
