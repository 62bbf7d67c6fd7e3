/// Where one unit's obligation stands.
public enum CallState: UInt8, Code {
    /// 待签收.
    case issued
    /// 已签收.
    case acknowledged
    /// 异议待裁: objected before arrival; the clocks run on.
    case objected
    /// 已报到.
    case arrived
    /// 现场异议待裁: objected after arrival on the ground of what the site showed; arrival stays credited.
    case contested
    /// 同意退单.
    case released
    /// 已撤回.
    case recalled
    /// 已取消, above all as a wrong dispatch (错派).
    case cancelled
}

/// What can be done to a call.
public enum CallAct: UInt8, Code {
    case acknowledge, reportIn, object, keep, release, recall, cancel, transferLead, deliver
}

extension CallState {
    /// What an act does to a call in this state: the table of `docs/lifecycle.md`.
    public func transition(on act: CallAct) -> Transition<CallState> {
        switch (act, self) {
        case (.acknowledge, .issued): .to(.acknowledged)
        case (.acknowledge, .acknowledged), (.acknowledge, .objected), (.acknowledge, .arrived),
            (.acknowledge, .contested):
            .silent
        case (.reportIn, .issued), (.reportIn, .acknowledged), (.reportIn, .objected): .to(.arrived)
        case (.object, .issued), (.object, .acknowledged): .to(.objected)
        case (.object, .arrived): .to(.contested)
        case (.keep, .objected): .to(.acknowledged)
        case (.keep, .contested): .to(.arrived)
        case (.release, .objected), (.release, .contested): .to(.released)
        case (.recall, .issued): .to(.recalled)
        case (.cancel, .issued), (.cancel, .acknowledged), (.cancel, .objected): .to(.cancelled)
        case (.transferLead, .issued), (.transferLead, .acknowledged), (.transferLead, .arrived): .stays
        case (.deliver, .issued): .stays
        // Whoever has signed for it has it.
        case (.deliver, .acknowledged), (.deliver, .objected), (.deliver, .arrived), (.deliver, .contested): .silent
        default: .refused
        }
    }

    /// Whether the unit is still obliged.
    @inline(__always)
    public var isLive: Bool {
        switch self {
        case .issued, .acknowledged, .objected, .arrived, .contested: true
        case .released, .recalled, .cancelled: false
        }
    }

    /// Whether the unit is obliged and has reported in.
    @inline(__always)
    public var hasArrived: Bool { self == .arrived || self == .contested }

    /// Whether an objection waits for its ruling.
    @inline(__always)
    public var awaitsRuling: Bool { self == .objected || self == .contested }
}
