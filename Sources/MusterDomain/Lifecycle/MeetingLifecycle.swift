/// Where a meeting stands.
public enum MeetingState: UInt8, Code {
    /// 已召集.
    case convened
    /// 已召开: who sat in it is written down.
    case held
    /// 已纪要: minutes and decisions are recorded.
    case minuted
    /// 已取消.
    case cancelled
}

/// What can be done to a meeting.
public enum MeetingAct: UInt8, Code {
    case hold, minute, amend, cancel
}

extension MeetingState {
    /// What an act does to a meeting in this state: the table of `docs/lifecycle.md`.
    public func transition(on act: MeetingAct) -> Transition<MeetingState> {
        switch (act, self) {
        case (.hold, .convened): .to(.held)
        case (.minute, .held): .to(.minuted)
        case (.amend, .minuted): .stays
        case (.cancel, .convened): .to(.cancelled)
        default: .refused
        }
    }
}
