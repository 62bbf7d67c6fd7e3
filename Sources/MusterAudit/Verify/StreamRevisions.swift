import EventLog

/// Which revision each stream has reached, by the streams' names as they stand in the entries.
struct StreamRevisions {
    /// A name of at most 23 bytes, which nearly all are, without an allocation.
    private struct ShortName: Hashable {
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

        init?(_ name: Span<UInt8>) {
            guard name.count < 24 else { return nil }
            func word(_ start: Int) -> UInt64 {
                var word: UInt64 = 0
                for index in start..<max(start, min(start + 8, name.count)) {
                    word |= UInt64(name[index]) << UInt64(8 * (index - start))
                }
                return word
            }
            // The length in the last byte tells names that end in zeros apart.
            words = (word(0), word(8), word(16) | UInt64(name.count) << 56)
        }

        static func == (left: Self, right: Self) -> Bool { left.words == right.words }

        func hash(into hasher: inout Hasher) {
            hasher.combine(words.0)
            hasher.combine(words.1)
            hasher.combine(words.2)
        }
    }

    private var short: [ShortName: Int] = [:]
    private var long: [[UInt8]: Int] = [:]
    private var revisions: [Int64] = []
    /// The streams' names in the order of their first entries.
    private(set) var names: [[UInt8]] = []

    /// Takes the next entry of a stream; answers the revision that its last one had, 0 for a stream's first.
    mutating func take(_ revision: Int64, of name: Span<UInt8>) -> Int64 {
        let stream: Int
        if let key = ShortName(name) {
            stream = short[key] ?? revisions.count
            if stream == revisions.count { short[key] = stream }
        } else {
            let key = Self.array(name)
            stream = long[key] ?? revisions.count
            if stream == revisions.count { long[key] = stream }
        }
        if stream == revisions.count {
            revisions.append(0)
            names.append(Self.array(name))
        }
        defer { revisions[stream] = revision }
        return revisions[stream]
    }

    private static func array(_ name: Span<UInt8>) -> [UInt8] { name.indices.map { name[$0] } }
}
