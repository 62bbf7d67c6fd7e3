/// When a tree of a size was seen: a kept checkpoint's size and the time of a cosignature of it.
public struct CheckpointTime: Hashable, Sendable {
    /// How many entries the tree had.
    public var size: UInt64
    /// The cosigner's time: POSIX seconds, rounded down.
    public var time: UInt64

    /// A size and a time in POSIX seconds.
    public init(size: UInt64, time: UInt64) { (self.size, self.time) = (size, time) }

    /// Its milliseconds since 1970 at the earliest and at the latest, since the second was rounded down.
    var milliseconds: ClosedRange<Int64> {
        let (start, overflow) = Int64(clamping: time).multipliedReportingOverflow(by: 1_000)
        guard !overflow, start <= Int64.max - 999 else { return Int64.max...Int64.max }
        return start...start + 999
    }
}
