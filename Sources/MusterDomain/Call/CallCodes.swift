/// What a called unit is called for.
public enum CallRole: UInt8, Code {
    /// 主办.
    case lead
    /// 协办.
    case support
}

/// Why a call is cancelled by the side that issued it.
public enum CancelCause: UInt8, Code {
    /// 错派: charged to the dispatcher, outside the department's denominators.
    case wrongDispatch
    /// 不再需要.
    case noLongerNeeded
}

/// How a department reported in.
public enum ArrivalMode: UInt8, Code {
    /// 到场.
    case onSite
    /// 远程.
    case remote
}

/// Why a department objects to a call.
public enum ObjectionGround: UInt8, Code {
    /// 非本单位职责.
    case notOurDuty
    /// 现场查明: what the site showed; the only ground after arrival.
    case foundOnSite
}

/// How the centre rules on an objection.
public enum Ruling: UInt8, Code {
    /// 维持派单: the call stands and can't be objected to again.
    case keep
    /// 同意退单.
    case release
}
