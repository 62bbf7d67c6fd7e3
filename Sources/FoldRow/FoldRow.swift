/// What one event leaves behind for the fold: a fixed row of integers, and nothing else.
///
/// Replay reads rows only: no JSON, no text. Units, persons and the other named things appear as dense numbers
/// in the order of their first appearance in the log; `0` means "none" in every such column. What the columns
/// `code`, `item`, `a`, `b` and `c` mean depends on `kind`; the domain's event schema says so.
/// All times are milliseconds since 1970-01-01T00:00:00Z.
public struct FoldRow: Equatable, Hashable, Sendable, BitwiseCopyable {
    /// The number of the event kind; a number is never given to another kind.
    public var kind: UInt16
    /// The stream, by order of first appearance in the log, from 0.
    public var stream: UInt32
    /// The event's place in its stream, contiguous from 1.
    public var revision: UInt32
    /// The unit whose officer performed the act; 0 for the system itself.
    public var actor: UInt32
    /// The one unit that the event names.
    public var unit: UInt32
    /// The one person reference that the event names.
    public var person: UInt32
    /// A number inside the stream: which call, meeting, task, demand or earlier entry.
    public var item: UInt32
    /// A member of the enumeration that the kind carries: role, outcome, class.
    public var code: UInt32
    /// When it occurred.
    public var time: Int64
    /// When the log recorded it.
    public var recorded: Int64
    /// The earlier moment that a back-entered act claims; 0 when nothing is claimed.
    public var claimed: Int64
    /// First free operand.
    public var a: Int64
    /// Second free operand.
    public var b: Int64
    /// Third free operand.
    public var c: Int64

    /// A row with every operand empty.
    public init(kind: UInt16, stream: UInt32, revision: UInt32, time: Int64, recorded: Int64) {
        self.kind = kind
        self.stream = stream
        self.revision = revision
        self.time = time
        self.recorded = recorded
        actor = 0
        unit = 0
        person = 0
        item = 0
        code = 0
        claimed = 0
        a = 0
        b = 0
        c = 0
    }
}
