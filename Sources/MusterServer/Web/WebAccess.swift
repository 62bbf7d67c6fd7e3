public import MusterAPI
public import MusterText

/// What the pages need from the server around them: tokens, ledgers, the clock and random bytes.
public struct WebAccess: Sendable {
    /// Checks a token that somebody pasted. Throws `unauthenticated` for one that is not good, `tooManyRequests` where
    /// there were too many tries.
    public var signIn: @Sendable (_ token: String, _ visit: WebVisit) async throws(Failure) -> SignedIn
    /// A district as the holder of a session's token sees it. Throws `unauthenticated` once that token is no longer
    /// good.
    public var district:
        @Sendable (_ session: SessionCookie, _ visit: WebVisit) async throws(Failure) -> any DistrictAPI
    /// The key that seals a district's sessions. Throws `notFound` for a district that is not here.
    public var sessionKey: @Sendable (_ district: String) async throws(Failure) -> SessionKey
    /// The moment.
    public var now: @Sendable () -> Moment
    /// So many random bytes, for command ids.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    /// All of it.
    public init(
        signIn: @escaping @Sendable (_ token: String, _ visit: WebVisit) async throws(Failure) -> SignedIn,
        district:
            @escaping @Sendable (_ session: SessionCookie, _ visit: WebVisit) async throws(Failure) ->
            any DistrictAPI,
        sessionKey: @escaping @Sendable (_ district: String) async throws(Failure) -> SessionKey,
        now: @escaping @Sendable () -> Moment, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.signIn = signIn
        self.district = district
        self.sessionKey = sessionKey
        self.now = now
        self.randomBytes = randomBytes
    }
}

/// Whose token was good.
public struct SignedIn: Sendable, Equatable {
    /// The code of the district to which the token belongs.
    public var district: String
    /// The token's public id.
    public var tokenID: String

    /// Who signed in.
    public init(district: String, tokenID: String) {
        self.district = district
        self.tokenID = tokenID
    }
}

/// Who asks for a page, before anything is known of them.
public struct WebVisit: Sendable, Equatable {
    /// The language of the page.
    public var language: Language
    /// The address of the client, as the server counts failed sign-ins by it.
    public var clientAddress: String
    /// The id of the request.
    public var requestID: String
    /// What is asked for: the path without its query.
    public var path: String

    /// A visit.
    public init(language: Language, clientAddress: String, requestID: String, path: String) {
        self.path = path
        self.language = language
        self.clientAddress = clientAddress
        self.requestID = requestID
    }
}
