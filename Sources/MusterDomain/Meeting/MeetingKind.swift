/// What kind of meeting is convened.
public enum MeetingKind: UInt8, Code {
    /// 问题协调会.
    case coordination
    /// 联席会议.
    case joint
    /// 调度会.
    case dispatching
    /// 专题会.
    case special
}
