/// A street, department or another unit.
public struct UnitItem: Sendable, Codable, Equatable {
    /// Its code.
    public var unit: String
    /// A name of `UnitKind`.
    public var kind: String
    /// Its full name.
    public var fullName: String
    /// Its short name.
    public var shortName: String
    /// The code of the unit above it.
    public var parent: String?
    /// Whether it still exists.
    public var active: Bool
    /// The short name of the unit above it.
    public var parentName: String?

    /// All of it.
    public init(
        unit: String, kind: String, fullName: String, shortName: String, parent: String?, active: Bool,
        parentName: String?
    ) {
        self.unit = unit
        self.kind = kind
        self.fullName = fullName
        self.shortName = shortName
        self.parent = parent
        self.active = active
        self.parentName = parentName
    }
}

/// A post at a unit.
public struct PostItem: Sendable, Codable, Equatable {
    /// Its code.
    public var post: String
    /// The code of its unit.
    public var unit: String?
    /// What it is called.
    public var title: String
    /// The reference of who holds it.
    public var person: String
    /// Whether it may approve a whistle.
    public var chief: Bool
    /// Whether anybody holds it.
    public var active: Bool
    /// The unit's short name.
    public var unitName: String?
    /// A name of `Role`.
    public var role: String

    /// All of it.
    public init(
        post: String, unit: String?, title: String, person: String, chief: Bool, active: Bool, unitName: String?,
        role: String
    ) {
        self.post = post
        self.unit = unit
        self.title = title
        self.person = person
        self.chief = chief
        self.active = active
        self.unitName = unitName
        self.role = role
    }
}

/// A token, without its secret.
public struct TokenItem: Sendable, Codable, Equatable {
    /// Its public id; the secret is shown only when it is issued.
    public var token: String
    /// The code of the post that acts by it.
    public var post: String
    /// The code of the post's unit.
    public var unit: String?
    /// What the post is called.
    public var title: String
    /// The unit's short name.
    public var unitName: String?
    /// The reference of whom it was issued to.
    public var person: String
    /// A name of `Role`.
    public var role: String
    /// What it is for: a device or a programme.
    public var label: String?
    /// Whether it may change nothing.
    public var readOnly: Bool
    /// When it was issued, RFC 3339.
    public var issuedAt: String
    /// When it ends, RFC 3339.
    public var expires: String
    /// Whether it was revoked.
    public var revoked: Bool
    /// Whether it is accepted now.
    public var good: Bool

    /// All of it.
    public init(
        token: String, post: String, unit: String?, title: String, unitName: String?, person: String, role: String,
        label: String?, readOnly: Bool, issuedAt: String, expires: String, revoked: Bool, good: Bool
    ) {
        self.token = token
        self.post = post
        self.unit = unit
        self.title = title
        self.unitName = unitName
        self.person = person
        self.role = role
        self.label = label
        self.readOnly = readOnly
        self.issuedAt = issuedAt
        self.expires = expires
        self.revoked = revoked
        self.good = good
    }
}

/// Who acts.
public struct Identity: Sendable, Codable, Equatable {
    /// The unit's code.
    public var unit: String
    /// Its short name.
    public var unitName: String
    /// A name of `UnitKind`.
    public var unitKind: String
    /// The post's code.
    public var post: String
    /// What the post is called.
    public var title: String
    /// The reference of who holds it.
    public var person: String
    /// Whether it may approve a whistle.
    public var chief: Bool
    /// A name of `Role`.
    public var role: String
    /// The id of the token by which the caller is known; nil without one.
    public var token: String?
    /// Whether that token may change nothing.
    public var readOnly: Bool
    /// When that token ends, RFC 3339.
    public var expires: String?

    /// All of it.
    public init(
        unit: String, unitName: String, unitKind: String, post: String, title: String, person: String, chief: Bool,
        role: String, token: String?, readOnly: Bool, expires: String?
    ) {
        self.unit = unit
        self.unitName = unitName
        self.unitKind = unitKind
        self.post = post
        self.title = title
        self.person = person
        self.chief = chief
        self.role = role
        self.token = token
        self.readOnly = readOnly
        self.expires = expires
    }
}
