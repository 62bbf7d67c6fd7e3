import Crypto

/// The first 16 bytes of the SHA-256 of source, number or name, and act: what a command of an import is called.
///
/// The same act of the same case so has the same id in every run, whatever file it comes from.
struct CommandKey: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The parts are set apart by zero bytes, which none of them holds.
    init(source: String, id: String, act: String) {
        var hash = SHA256()
        hash.update(data: Array("\(source)\u{0}\(id)\u{0}\(act)".utf8))
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (index, byte) in hash.finalize().prefix(16).enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        self.high = high
        self.low = low
    }

    /// `import/` and 32 hex digits.
    var commandID: String {
        func hex(_ number: UInt64) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return "import/" + hex(high) + hex(low)
    }
}
