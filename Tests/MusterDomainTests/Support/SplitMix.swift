import Foundation

/// SplitMix64: a run can be repeated from its printed seed, with `MUSTER_SEED=<seed>` in the environment.
struct SplitMix: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    static func seeded(for purpose: String) -> SplitMix {
        let given = ProcessInfo.processInfo.environment["MUSTER_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: .min ... .max)
        print("\(purpose): seed \(seed)")
        return SplitMix(seed: seed)
    }

    /// The seed of one of many short runs. Every other run is the same whenever the tests run, so that what all of them
    /// are expected to reach together is no matter of luck.
    mutating func seed(ofRun number: Int) -> UInt64 { number.isMultiple(of: 2) ? UInt64(number) : next() }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
