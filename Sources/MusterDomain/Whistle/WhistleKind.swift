/// Which kind of whistle it is.
public enum WhistleKind: UInt8, Code {
    /// 日常哨: a resident's matter that the street cannot solve alone.
    case routine
    /// 攻坚哨: a hard or historic problem.
    case tough
    /// 应急哨: a burst pipe, a collapse; report in on site within minutes.
    case emergency
    /// 综合执法哨: the street lacks the power to enforce.
    case enforcement
    /// 重点工作哨: work the district has put first.
    case keyWork
}

/// How a whistle ended.
public enum ClosingClass: UInt8, Code {
    /// 已解决.
    case solved
    /// 部分解决.
    case partly
    /// 解释说明: cannot be solved now, and the resident was told why.
    case explained
    /// 转其他渠道: litigation, arbitration, petition.
    case otherChannel
    /// 终止办理, with approval.
    case terminated
    /// 无回访对象: nobody to ask, the matter was found by patrol.
    case noResident

    /// Whether the class says that work was done, which somebody has to have inspected.
    public var needsVerification: Bool {
        switch self {
        case .solved, .partly, .noResident: true
        case .explained, .otherChannel, .terminated: false
        }
    }
}

/// What the lead says it achieved when it claims done.
public enum ClaimedResult: UInt8, Code {
    /// 已解决.
    case solved
    /// 部分解决.
    case partly
    /// 解释说明.
    case explained
}

/// What the inspection on site found.
public enum Verdict: UInt8, Code {
    /// 核查通过.
    case accept
    /// 返工.
    case rework
}

/// Which clock ran out.
public enum DeadlineKind: UInt8, Code {
    /// 签收.
    case acknowledge
    /// 报到.
    case reportIn
    /// 办理.
    case handle
    /// 任务.
    case task
    /// 补批: the approval of an emergency after the fact.
    case approve
}
