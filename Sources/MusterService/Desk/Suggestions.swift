/// "Did you mean": the names nearest to what was typed.
package enum Suggestions {
    /// At most three names: those that contain the text or are contained in it, then those that share most characters
    /// in order.
    package static func closest(to text: String, among names: [String]) -> [String] {
        let scored = names.map { name in (name: name, score: likeness(text, name)) }
        let near = scored.filter { $0.score >= 0.4 }.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
        return near.prefix(3).map(\.name)
    }

    /// 1 for equal texts, 0 for texts without a common character: twice the longest common subsequence over the sum
    /// of the lengths, and at least 0.8 where one contains the other.
    private static func likeness(_ left: String, _ right: String) -> Double {
        if left == right { return 1 }
        let (a, b) = (Array(left.lowercased()), Array(right.lowercased()))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var row = [Int](repeating: 0, count: b.count + 1)
        for character in a {
            var diagonal = 0
            for (index, other) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = character == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        let common = row[b.count]
        let ratio = 2 * Double(common) / Double(a.count + b.count)
        return common == min(a.count, b.count) ? max(0.8, ratio) : ratio
    }
}
