import Crypto
import EventLog

/// A file of the simulated district: what its acts attach, and its slips.
public struct SampleFile: Sendable {
    /// What is in it.
    public let bytes: [UInt8]
    /// SHA-256 over that, in lower-case hex: the name under which the log knows it.
    public let sha256: String

    private init(number: Int) {
        bytes = Array("模拟区的样例材料之 \(number)\n".utf8)
        sha256 = SHA256.hash(data: bytes).hex
    }

    /// All that any ledger of the simulated district names.
    public static let all = (1...16).map(SampleFile.init)
}
