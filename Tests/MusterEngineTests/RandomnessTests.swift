import EventLog
import Testing

@testable import MusterEngine

/// Nothing random is ever handed out twice.
struct RandomnessTests {
    @Test(arguments: [0, 1, 8, 255, 256, 257, 1_000])
    func `the machine's generator gives as many bytes as are asked for, and others each time`(count: Int) {
        let (first, second) = (Environment.live.randomBytes(count), Environment.live.randomBytes(count))
        #expect(first.count == count)
        // Two of eight bytes are alike once in 2^64.
        if count >= 8 { #expect(first != second) }
        // Each piece of 256 bytes is filled to its end: the last eight bytes are all zero once in 2^64.
        for end in Set([min(count, 256), count]) where end >= 8 {
            #expect(first[(end - 8)..<end].contains { $0 != 0 })
        }
    }

    @Test func `no salt is given to two texts, however many ask`() async {
        let source = SaltSource(Environment.live.randomBytes)
        let salts = await withTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 { group.addTask { (0..<500).map { _ in source.next() } } }
            return await group.reduce(into: [[UInt8]]()) { $0 += $1 }
        }
        #expect(salts.allSatisfy { $0.count == Commitment.saltBytes })
        #expect(Set(salts).count == 4_000)
    }

    @Test func `salts are handed out in the order in which they were drawn`() {
        let source = SaltSource { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 / Commitment.saltBytes) } }
        let salts = (0..<20).map { _ in source.next() }
        #expect(salts.map { Set($0) } == (0..<20).map { [UInt8($0 % 8)] })
    }
}
