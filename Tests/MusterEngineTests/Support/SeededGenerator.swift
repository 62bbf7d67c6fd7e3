/// SplitMix64, so that a seed gives the same run on every machine.
struct SeededGenerator: RandomNumberGenerator {
    /// What a draw adds to the seed.
    static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= Self.step
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ part: Int, of whole: Int) -> Bool { number(1...whole) <= part }

    mutating func one<Element>(of list: [Element], else other: Element) -> Element {
        list.randomElement(using: &self) ?? other
    }

    mutating func one<Code: CaseIterable>(of: Code.Type, else other: Code) -> Code {
        Array(Code.allCases).randomElement(using: &self) ?? other
    }
}
