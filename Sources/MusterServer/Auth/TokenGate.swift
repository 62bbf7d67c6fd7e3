import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Synchronization

/// Lets tokens in: from the text that somebody shows to the post that acts by it.
///
/// A token is asked for anew with every request, so revoking one, ending its post or giving the post to somebody else
/// shuts it out with the next commit.
struct TokenGate: Sendable {
    let districts: LedgerDirectory
    /// Clock, by which tokens end, and randomness.
    let environment: Environment
    private let sources = LedgerSources()

    /// Somebody who was let in.
    struct Guest: Sendable {
        /// The district's code.
        var code: String
        /// His district.
        var ledger: OpenLedger
        /// Who he is.
        var caller: Caller.TokenCaller
        /// What he is.
        var role: Role
        /// The post's code.
        var postCode: String
        /// The language that the district's ledger speaks.
        var ledgerLanguage: String
    }

    /// Lets somebody into a district, or says why not: one sentence for every reason, since each of them is somebody
    /// else's secret.
    func admit(_ text: String?, into code: String) async throws(Failure) -> Guest {
        guard let text, let token = AccessToken(text) else { throw Self.refused }
        return try await admit(tokenID: token.id, into: code) { token.matches(hash: $0) }
    }

    /// Lets in whoever has a session that the server itself sealed for a token.
    func admit(tokenID: String, into code: String) async throws(Failure) -> Guest {
        try await admit(tokenID: tokenID, into: code) { _ in true }
    }

    private func admit(
        tokenID: String, into code: String, knowing matches: (_ secretHash: String) -> Bool
    ) async throws(Failure) -> Guest {
        guard districts.knows(code) else { throw Self.refused }
        let ledger: Ledger
        do { ledger = try await districts.ledger(of: code) } catch { throw Failure(error) }
        let view = ledger.view
        guard let id = view.directory.token(named: tokenID), let entry = view.directory.token(id),
            matches(entry.secretHash), view.board.isGood(token: id, at: environment.now())
        else { throw Self.refused }
        let post = view.board.posts[entry.post]
        return Guest(
            code: code, ledger: sources.source(of: code, ledger, in: districts),
            caller: Caller.TokenCaller(
                token: tokenID, actor: Actor(unit: post.unit, post: entry.post, person: post.person),
                isReadOnly: entry.isReadOnly),
            role: view.board.role(of: entry.post), postCode: view.directory.post(entry.post)?.code ?? "",
            ledgerLanguage: view.directory.language)
    }

    /// Lets somebody into whichever district his token belongs to.
    func admit(_ text: String?) async throws(Failure) -> Guest {
        guard let text, AccessToken(text) != nil else { throw Self.refused }
        for code in districts.codes {
            if let guest = try? await admit(text, into: code) { return guest }
        }
        throw Self.refused
    }

    init(districts: LedgerDirectory, environment: Environment) {
        self.districts = districts
        self.environment = environment
    }

    static let refused = Failure("unauthenticated", status: .notAllowed)
}

/// One source for each district, so that all its requests share what has been read of it.
private final class LedgerSources: Sendable {
    private let sources = Mutex([String: OpenLedger]())

    func source(of code: String, _ ledger: Ledger, in districts: LedgerDirectory) -> OpenLedger {
        sources.withLock { sources in
            if let source = sources[code] { return source }
            let source = OpenLedger(
                ledger, files: LedgerFiles(path: districts.path(of: code) ?? code),
                past: districts.pastBoards(of: code))
            sources[code] = source
            return source
        }
    }
}

extension Failure {
    /// Why a district can't be had.
    init(_ error: LedgerDirectoryError) {
        switch error {
        case .unknown(let code): self.init("unknownDistrict", status: .notFound, ["text": code])
        case .closed: self.init("stopping")
        case .unavailable(let code, _): self.init("unavailable", ["district": code])
        case .repeated(let code, _): self.init("unavailable", ["district": code])
        }
    }
}
