/// By what the heads of a log are known, and by what they are verified.
public struct LogIdentity: Sendable, Equatable, Encodable {
    /// The name that every head bears.
    public var origin: String
    /// The key that signs, in the form of C2SP signed-note: `<name>+<8 hex>+<base64>`.
    public var verifierKey: String
    /// The key that says when, in the same form.
    public var clockKey: String

    /// An identity.
    public init(origin: String, verifierKey: String, clockKey: String) {
        (self.origin, self.verifierKey, self.clockKey) = (origin, verifierKey, clockKey)
    }
}

/// What a log that goes on from an older copy of itself was before.
public struct FormerEpoch: Sendable, Equatable, Encodable {
    /// The origin until now.
    public var origin: String
    /// How many entries the last head that is known of it vouches for.
    public var size: UInt64
    /// The root of that head, in base64.
    public var root: String
    /// How many entries of it are left to go on from.
    public var left: UInt64

    /// The epoch before.
    public init(origin: String, size: UInt64, root: String, left: UInt64) {
        (self.origin, self.size, self.root, self.left) = (origin, size, root, left)
    }

    /// The name of the epoch that follows on an origin: `…/e2` on the first one, `…/e3` on that.
    public static func origin(after origin: String) -> String {
        "\(stem(of: origin))/e\(number(of: origin) + 1)"
    }

    /// Whether an origin is that of an earlier epoch of the log that another one names.
    public static func isEarlier(_ former: String, than origin: String) -> Bool {
        stem(of: former).utf8.elementsEqual(stem(of: origin).utf8) && number(of: former) < number(of: origin)
    }

    /// The origin of a log's first epoch, whichever one an origin names.
    public static func stem(of origin: String) -> Substring {
        number(of: origin) == 1 ? origin[...] : origin[..<(origin.lastIndex(of: "/") ?? origin.endIndex)]
    }

    /// Which epoch of a log an origin names; the first one says nothing of it.
    public static func number(of origin: String) -> UInt32 {
        guard let last = origin.split(separator: "/", omittingEmptySubsequences: false).last, last.first == "e",
            let number = UInt32(last.dropFirst()), (2..<1_000_000).contains(number), last == "e\(number)"
        else { return 1 }
        return number
    }
}
