package import MusterDomain

/// Who asks, and how that is known.
package enum Caller: Sendable, Equatable {
    /// Somebody at the machine that holds the ledger, who names unit and post if the request needs them. Whoever can
    /// open the file reads all of it.
    case local(as: String?)
    /// A post known by a token.
    case token(TokenCaller)

    /// A post, and the token by which it is known.
    package struct TokenCaller: Sendable, Equatable {
        /// The token's public id.
        package var token: String
        /// Who acts.
        package var actor: Actor
        /// Whether the token may change nothing.
        package var isReadOnly: Bool

        package init(token: String, actor: Actor, isReadOnly: Bool) {
            self.token = token
            self.actor = actor
            self.isReadOnly = isReadOnly
        }
    }
}
