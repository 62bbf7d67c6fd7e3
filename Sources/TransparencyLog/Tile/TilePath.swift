extension TileCoordinate {
    /// Its path below the log's prefix: `tile/0/x001/x234/067`, `tile/entries/000.p/17`.
    public var path: String {
        let level =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        var groups = [Self.threeDigits(index % 1_000)]
        var rest = index / 1_000
        while rest > 0 {
            groups.insert("x" + Self.threeDigits(rest % 1_000), at: 0)
            rest /= 1_000
        }
        return "tile/\(level)/\(groups.joined(separator: "/"))" + (isFull ? "" : ".p/\(width)")
    }

    /// The tile at a path.
    ///
    /// - Throws: `badTilePath` unless it is spelled as `path` would spell it.
    public init(path: String) throws(TransparencyError) {
        guard let parsed = Self.parse(path), parsed.path.utf8.elementsEqual(path.utf8) else {
            throw TransparencyError(.badTilePath, path)
        }
        self = parsed
    }

    /// Reads leniently; the caller compares the spelling.
    private static func parse(_ path: String) -> TileCoordinate? {
        var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        guard parts.count >= 3, parts.count <= 11, parts[0] == Array("tile".utf8) else { return nil }
        var width = fullWidth
        let suffix = Array(".p".utf8)
        if parts.count >= 4, parts[parts.count - 2].suffix(2) == suffix[...] {
            guard let number = Decimal.parse(parts.removeLast()), (1..<UInt64(fullWidth)).contains(number) else {
                return nil
            }
            width = Int(number)
            parts[parts.count - 1].removeLast(2)
        }
        let content: Content
        if parts[1] == Array("entries".utf8) {
            content = .entries
        } else if let level = Decimal.parse(parts[1]), level < 64 {
            content = .hashes(level: Int(level))
        } else {
            return nil
        }
        var index: UInt64 = 0
        for group in parts[2...] {
            let digits = group.first == UInt8(ascii: "x") ? group.dropFirst() : group[...]
            guard digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
                return nil
            }
            let number = digits.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
            // Beyond this no tile of a tree of fewer than 2^63 leaves lies.
            guard index <= Frontier.largestSize / UInt64(fullWidth) / 1_000 else { return nil }
            index = index * 1_000 + number
        }
        return TileCoordinate(content, index: index, width: width)
    }

    private static func threeDigits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
