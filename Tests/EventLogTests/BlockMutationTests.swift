import Foundation
import Testing

/// The quick part of what `Scripts/mutate-blocks` does a million times; `MUSTER_MUTATIONS` asks for another number.
struct BlockMutationTests {
    private static let count = ProcessInfo.processInfo.environment["MUSTER_MUTATIONS"].flatMap(Int.init) ?? 2_000

    @Test(arguments: [UInt64(1), 2, .random(in: 3 ... .max)])
    func `no change to a frame passes unnoticed`(seed: UInt64) throws {
        print("seed \(seed)")
        var mutations = BlockMutations(seed: seed)
        try mutations.changeFrames(Self.count)
    }

    @Test(arguments: [UInt64(1), 2, .random(in: 3 ... .max)])
    func `whatever a frame holds is read or is an error`(seed: UInt64) {
        print("seed \(seed)")
        var mutations = BlockMutations(seed: seed)
        let read = mutations.changeContents(Self.count).read
        // Some changes only make another text or number, others break the block: both have been met.
        #expect(read > 0 && read < Self.count)
    }
}
