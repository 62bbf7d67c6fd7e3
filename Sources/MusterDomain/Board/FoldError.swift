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

extension Code {
    /// The member that a fold row's number stands for.
    init(folded raw: UInt32) throws(FoldError) {
        guard let small = UInt8(exactly: raw), let value = Self(rawValue: small) else {
            throw .unknownCode("\(Self.self)", raw)
        }
        self = value
    }
}
