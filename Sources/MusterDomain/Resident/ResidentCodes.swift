/// What came of an attempt to reach the resident.
public enum ContactOutcome: UInt8, Code {
    /// 已联系上.
    case reached
    /// 无人接听.
    case noAnswer
    /// 拒绝回访.
    case refused
    /// 号码有误.
    case wrongNumber
}

/// What the resident says of the result.
public enum Solved: UInt8, Code {
    /// 未表态: not said, or nobody was reached.
    case unsaid
    /// 已解决.
    case yes
    /// 部分解决.
    case partly
    /// 未解决.
    case no
}
