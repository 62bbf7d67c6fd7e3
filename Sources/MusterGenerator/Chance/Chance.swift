/// Chance that a seed determines: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
/// Not for secrets.
struct Chance: RandomNumberGenerator, Sendable {
    private static let hexDigits = Array("0123456789abcdef".utf8)

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One member of a family of seeds.
    init(seed: UInt64, member: UInt64) {
        var mixer = Chance(seed: seed ^ (member &* 0xD1B5_4A32_D192_ED03))
        state = mixer.next()
    }

    /// A seed made of another one, for one of several uses.
    static func family(_ seed: UInt64, _ use: UInt64) -> UInt64 {
        var chance = Chance(seed: seed, member: use)
        return chance.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A whole number from 0 to less than `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A whole number of a range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in so many of a thousand cases.
    mutating func happens(_ perMille: Int) -> Bool { below(1_000) < perMille }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// One of a list by its weight.
    mutating func pick<Element>(_ weighted: [(weight: Int, value: Element)]) -> Element {
        var rest = below(weighted.reduce(0) { $0 + $1.weight })
        for (weight, value) in weighted {
            if rest < weight { return value }
            rest -= weight
        }
        return weighted[weighted.count - 1].value
    }

    /// So many bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            var word = next()
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// So many bytes in lower-case hex.
    mutating func hex(bytes count: Int) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * count)
        for byte in bytes(count) {
            digits.append(Self.hexDigits[Int(byte >> 4)])
            digits.append(Self.hexDigits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
