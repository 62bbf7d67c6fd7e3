/// Something about the times of a log that the interval rule does not allow.
public struct IntervalFinding: Error, Hashable, Sendable {
    /// What it is; the raw values are stable.
    public enum Kind: String, CaseIterable, Sendable {
        /// The entry says that it was recorded before a checkpoint that does not hold it: it was dated back.
        case recordedTooEarly
        /// The entry says that it was recorded after a checkpoint that holds it: it was dated forward.
        case recordedTooLate
        /// The entry says that it was recorded before the one in front of it.
        case recordedBackwards
        /// The entry says that its act occurred after it was recorded.
        case occurredAfterRecorded
        /// A larger tree was cosigned before a smaller one; `position` is the larger tree's size.
        case checkpointsBackwards
    }

    /// What it is.
    public let kind: Kind
    /// At which entry.
    public let position: UInt64
    /// The time found, in milliseconds since 1970.
    public let found: Int64
    /// The bound that it breaks, in milliseconds since 1970.
    public let bound: Int64
}
