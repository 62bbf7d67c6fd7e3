import Crypto
import TransparencyLog

/// The definitions of RFC 6962 §2.1 word for word, on byte arrays, with hashing of its own.
final class ReferenceTree {
    private struct Span: Hashable {
        var start: Int
        var end: Int
    }

    let leaves: [[UInt8]]
    private var known: [Span: [UInt8]] = [:]

    /// Over the entries `entry-0`, `entry-1` and so on.
    init(count: Int) { leaves = (0..<count).map { Self.sha([0x00] + Array("entry-\($0)".utf8)) } }

    static func sha(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    private func k(_ n: Int) -> Int {
        var k = 1
        while k * 2 < n { k *= 2 }
        return k
    }

    func mth(_ start: Int, _ end: Int) -> [UInt8] {
        if start == end { return Self.sha([]) }
        if end - start == 1 { return leaves[start] }
        if let hash = known[Span(start: start, end: end)] { return hash }
        let middle = start + k(end - start)
        let hash = Self.sha([0x01] + mth(start, middle) + mth(middle, end))
        known[Span(start: start, end: end)] = hash
        return hash
    }

    func path(_ m: Int, _ start: Int, _ end: Int) -> [[UInt8]] {
        if end - start == 1 { return [] }
        let middle = start + k(end - start)
        return m < middle
            ? path(m, start, middle) + [mth(middle, end)]
            : path(m, middle, end) + [mth(start, middle)]
    }

    func proof(_ m: Int, _ start: Int, _ end: Int, _ isWhole: Bool = true) -> [[UInt8]] {
        if m == end { return isWhole ? [] : [mth(start, end)] }
        let middle = start + k(end - start)
        return m <= middle
            ? proof(m, start, middle, isWhole) + [mth(middle, end)]
            : proof(m, middle, end, false) + [mth(start, middle)]
    }

    func root(_ size: Int) throws -> Hash { try Hash(mth(0, size)).unwrapped }
}

struct MissingValue: Error {}

extension Optional {
    /// The value, for places where `#require` does not reach.
    var unwrapped: Wrapped {
        get throws {
            guard let self else { throw MissingValue() }
            return self
        }
    }
}
