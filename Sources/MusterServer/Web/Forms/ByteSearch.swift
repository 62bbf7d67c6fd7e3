/// Finds one sequence of bytes in others, as Knuth, Morris and Pratt do it (1977): in a time that grows with the bytes
/// alone, whatever somebody has made them and the sequence of.
struct ByteSearch {
    private let sought: [UInt8]
    /// For each length that has been matched: how much of it still is when the next byte does not fit.
    private let rests: [Int]

    init(_ sought: [UInt8]) {
        precondition(!sought.isEmpty, "nothing can be found everywhere")
        self.sought = sought
        var rests = [Int](repeating: 0, count: sought.count + 1)
        var matched = 0
        for place in sought.indices.dropFirst() {
            while matched > 0, sought[place] != sought[matched] { matched = rests[matched] }
            if sought[place] == sought[matched] { matched += 1 }
            rests[place + 1] = matched
        }
        self.rests = rests
    }

    /// Where it first begins at or behind a place; nil if it does not.
    func first(in bytes: [UInt8], from start: Int) -> Int? {
        var matched = 0
        for place in start..<max(start, bytes.count) {
            while matched > 0, bytes[place] != sought[matched] { matched = rests[matched] }
            if bytes[place] == sought[matched] { matched += 1 }
            if matched == sought.count { return place + 1 - matched }
        }
        return nil
    }
}
