import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

/// A token that is about to be issued, or one that the same command issued before.
///
/// Id and hash are chosen here and not by the caller, so a retry has to name those of the first time, or it would be
/// another command. Its secret is gone by then: it is shown only to whoever gets the first answer.
struct TokenDraft {
    var id: String
    var secretHash: String
    var expires: Instant?
    /// The whole token; nil if it was issued before.
    var text: String?

    /// How long a token is good if nobody says.
    private static let validity = Span.days(365)

    private init(_ token: AccessToken, now: Instant) {
        id = token.id
        secretHash = token.secretHash
        expires = now + Self.validity
        text = token.text
    }

    private init?(_ event: RecordedEvent?) {
        guard let event, event.kind == .tokenIssued, let id = event.string(.token),
            let hash = event.string(.secretHash)
        else { return nil }
        self.id = id
        secretHash = hash
        expires = event.string(.expires).flatMap { Moment(rfc3339: $0) }.map { Instant(milliseconds: $0.milliseconds) }
    }

    /// The token of a command: a new one if the log does not have the command yet.
    init(of commandID: String, in view: LedgerView, _ environment: Environment) async throws(LedgerError) {
        if let receipt = try await view.receipt(of: commandID),
            let issued = TokenDraft(try await view.events(of: receipt).first)
        {
            self = issued
        } else {
            self.init(AccessToken(from: environment), now: environment.now())
        }
    }
}
