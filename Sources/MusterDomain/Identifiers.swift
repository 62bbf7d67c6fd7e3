/// A dense number that stands for something the log has named; 0 stands for nothing.
public protocol DenseID: RawRepresentable<UInt32>, Hashable, Sendable, BitwiseCopyable, Encodable {
    /// The identifier with that number.
    init(rawValue: UInt32)
}

extension DenseID {
    /// No thing at all.
    public static var none: Self { Self(rawValue: 0) }
    /// Whether this stands for something.
    public var exists: Bool { rawValue != 0 }
    /// Its place in a table that starts at 0.
    var index: Int { Int(rawValue) - 1 }
}

/// A street, community, department, dispatched agency or the command centre.
public struct UnitID: DenseID {
    /// Its number, by order of registration, from 1.
    public var rawValue: UInt32
    /// The unit with that number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A post at a unit: who holds it may change, the post stays.
public struct PostID: DenseID {
    /// Its number, by order of creation, from 1.
    public var rawValue: UInt32
    /// The post with that number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A person reference: a staff number or another pseudonym, never a name.
public struct PersonID: DenseID {
    /// Its number, by order of first appearance, from 1.
    public var rawValue: UInt32
    /// The person with that number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A token by which a programme acts for a post.
public struct TokenID: DenseID {
    /// Its number, by order of issue, from 1.
    public var rawValue: UInt32
    /// The token with that number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A whistle of this district.
public struct WhistleID: DenseID {
    /// Its number, by order of raising, from 1.
    public var rawValue: UInt32
    /// The whistle with that number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// What a whistle's stream is called: `W2026-000042`.
public struct WhistleName: Hashable, Sendable, CustomStringConvertible {
    /// Asia/Shanghai's year of recording.
    public var year: Int
    /// Counted within the year, from 1.
    public var number: Int

    /// A name by its parts.
    public init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// Reads `W2026-000042`, and also `w2026-42`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let letter = parts[0].first, letter == "W" || letter == "w",
            parts[0].dropFirst().count == 4, parts.joined().dropFirst().utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(parts[0].dropFirst()), let number = Int(parts[1]), number > 0
        else { return nil }
        self.year = year
        self.number = number
    }

    /// `W`, the year, and the number in at least six digits.
    public var description: String {
        let digits = String(number)
        return "W\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
