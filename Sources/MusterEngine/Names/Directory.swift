public import MusterDomain

/// What units and posts are called: read from the district's own stream, which the fold never does.
public struct Directory: Sendable {
    /// A unit's names.
    public struct UnitEntry: Sendable, Equatable {
        /// The code that entries spell.
        public var code: String
        /// The full name: 西安市雁塔区大雁塔街道办事处.
        public var fullName: String
        /// The short name: 大雁塔街道.
        public var shortName: String
        /// What it is.
        public var kind: UnitKind
        /// Whether it still exists.
        public var isActive: Bool
    }

    /// A post's title and place.
    public struct PostEntry: Sendable, Equatable {
        /// The code that entries spell.
        public var code: String
        /// What the post is called.
        public var title: String
        /// At which unit.
        public var unit: UnitID
        /// The reference of who holds it.
        public var person: String
        /// Whether anybody does.
        public var isActive: Bool
        /// For what it is there.
        public var role: PostRole
    }

    /// A token: what it is called, and the hash by which its secret is known.
    public struct TokenEntry: Sendable, Equatable {
        /// The public id.
        public var id: String
        /// SHA-256 of its secret in lower-case hex: for comparing, never for showing.
        public var secretHash: String
        /// The post for which it speaks.
        public var post: PostID
        /// The reference of who held the post when it was issued.
        public var person: String
        /// From when on it is worth nothing.
        public var expires: Instant
        /// Whether it may only read.
        public var isReadOnly: Bool
        /// Whether it was revoked.
        public var isRevoked: Bool
        /// The device or programme that has it, if that was said.
        public var label: String?
        /// When it was issued.
        public var issuedAt: Instant
    }

    /// The district's name; empty before it is established.
    public private(set) var districtName = ""
    /// The language that the ledger speaks where nobody asks for another: `zh` or `en`.
    public private(set) var language = "zh"
    /// All units, the one with number n at place n − 1.
    public private(set) var units: [UnitEntry] = []
    /// All posts, the one with number n at place n − 1.
    public private(set) var posts: [PostEntry] = []
    /// All tokens, the one with number n at place n − 1.
    public private(set) var tokens: [TokenEntry] = []
    private var tokenNumbers: [String: TokenID] = [:]

    /// A district of which nothing is known.
    public init() {}

    /// The names of a unit; nil for none.
    public func unit(_ id: UnitID) -> UnitEntry? {
        id.exists && id.rawValue <= units.count ? units[Int(id.rawValue) - 1] : nil
    }

    /// The title of a post; nil for none.
    public func post(_ id: PostID) -> PostEntry? {
        id.exists && id.rawValue <= posts.count ? posts[Int(id.rawValue) - 1] : nil
    }

    /// The token of a public id; nil if there is none. Cost: O(1).
    public func token(named id: String) -> TokenID? { tokenNumbers[id] }

    /// What is known of a token; nil for none.
    public func token(_ id: TokenID) -> TokenEntry? {
        id.exists && id.rawValue <= tokens.count ? tokens[Int(id.rawValue) - 1] : nil
    }

    /// Active units whose code, full or short name is exactly this.
    public func units(called name: String) -> [UnitID] {
        units.indices.compactMap { index in
            let unit = units[index]
            guard unit.isActive, [unit.code, unit.fullName, unit.shortName].contains(name) else { return nil }
            return UnitID(rawValue: UInt32(index + 1))
        }
    }

    /// The active posts of a unit.
    public func posts(at unit: UnitID) -> [PostID] {
        posts.indices.compactMap {
            posts[$0].unit == unit && posts[$0].isActive ? PostID(rawValue: UInt32($0 + 1)) : nil
        }
    }

    /// Takes in an event of the district's stream, which has to come in log order.
    mutating func apply(_ event: RecordedEvent) {
        func text(_ field: Field) -> String { event.string(field) ?? "" }
        switch event.kind {
        case .districtEstablished:
            districtName = text(.name)
            language = text(.language)
        case .unitRegistered:
            units.append(
                UnitEntry(
                    code: text(.unit), fullName: text(.fullName), shortName: text(.shortName),
                    kind: UnitKind(name: text(.unitKind)) ?? .department, isActive: true))
        case .unitRenamed:
            guard let index = unitIndex(text(.unit)) else { return }
            units[index].fullName = text(.fullName)
            units[index].shortName = text(.shortName)
        case .unitRetired:
            guard let index = unitIndex(text(.unit)) else { return }
            units[index].isActive = false
        case .postAssigned:
            guard let index = unitIndex(text(.unit)) else { return }
            let post = PostEntry(
                code: text(.post), title: text(.title), unit: UnitID(rawValue: UInt32(index + 1)),
                person: text(.person), isActive: true, role: PostRole(name: text(.postRole)) ?? .officer)
            if let known = posts.firstIndex(where: { $0.code == post.code }) {
                posts[known] = post
            } else {
                posts.append(post)
            }
        case .postEnded:
            guard let index = posts.firstIndex(where: { $0.code == text(.post) }) else { return }
            posts[index].isActive = false
        case .tokenIssued: issue(event)
        case .tokenRevoked:
            guard let token = tokenNumbers[text(.token)] else { return }
            tokens[Int(token.rawValue) - 1].isRevoked = true
        default: break
        }
    }

    private mutating func issue(_ event: RecordedEvent) {
        guard let id = event.string(.token), let secretHash = event.string(.secretHash),
            let post = posts.firstIndex(where: { $0.code == event.string(.post) }),
            let expires = event.moment(.expires)
        else { return }
        tokens.append(
            TokenEntry(
                id: id, secretHash: secretHash, post: PostID(rawValue: UInt32(post + 1)),
                person: event.string(.person) ?? "", expires: expires, isReadOnly: event.flag(.readOnly),
                isRevoked: false, label: event.string(.label), issuedAt: event.time))
        tokenNumbers[id] = TokenID(rawValue: UInt32(tokens.count))
    }

    private func unitIndex(_ code: String) -> Int? { units.firstIndex { $0.code == code } }
}
