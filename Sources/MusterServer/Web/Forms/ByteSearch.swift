/// Finds one sequence of bytes in others, as Horspool does it (1980): mostly without looking at every byte.
///
/// The sequence is compared from its front. One whose first byte it does not have again, such as a boundary's CR,
/// is therefore found in linear time, whatever somebody has made the bytes of.
struct ByteSearch {
    private let sought: [UInt8]
    /// How far the place may move by the byte that stands at the end of the window.
    private let steps: [Int]

    init(_ sought: [UInt8]) {
        precondition(!sought.isEmpty, "nothing can be found everywhere")
        self.sought = sought
        var steps = [Int](repeating: sought.count, count: 256)
        for (offset, byte) in sought.dropLast().enumerated() { steps[Int(byte)] = sought.count - 1 - offset }
        self.steps = steps
    }

    /// Where it first begins at or behind a place; nil if it does not.
    func first(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place <= bytes.count - sought.count {
            var matched = 0
            while matched < sought.count, bytes[place + matched] == sought[matched] { matched += 1 }
            if matched == sought.count { return place }
            place += steps[Int(bytes[place + sought.count - 1])]
        }
        return nil
    }
}
