import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Synchronization

extension WebAccess {
    /// The pages behind the same gate as the API.
    init(gate: TokenGate, note: @escaping @Sendable (TokenGate.Guest, WebVisit) throws(Failure) -> Void) {
        let keys = SessionKeys(gate.districts)
        self.init(
            signIn: { token, _ throws(Failure) in
                let guest = try await gate.admit(token)
                return SignedIn(district: guest.code, tokenID: guest.caller.token)
            },
            district: { session, visit throws(Failure) in
                let guest = try await gate.admit(tokenID: session.tokenID, into: session.district)
                try note(guest, visit)
                return LocalDistrict(
                    source: guest.ledger, caller: .token(guest.caller), language: visit.language,
                    environment: gate.environment)
            },
            sessionKey: { code throws(Failure) in try keys.key(of: code) },
            now: { Moment(milliseconds: gate.environment.now().milliseconds) },
            randomBytes: gate.environment.randomBytes)
    }
}

/// The keys that seal sessions, each made from the secret of its ledger's signing key: nothing more has to be kept, and
/// a session outlives a restart.
private final class SessionKeys: Sendable {
    private let districts: LedgerDirectory
    private let keys = Mutex([String: SessionKey]())

    init(_ districts: LedgerDirectory) { self.districts = districts }

    func key(of code: String) throws(Failure) -> SessionKey {
        if let key = keys.withLock({ $0[code] }) { return key }
        guard let path = districts.path(of: code) else {
            throw Failure("unknownDistrict", status: .notFound, ["text": code])
        }
        guard let secret = FileManager.default.contents(atPath: LedgerFiles(path: path).key), !secret.isEmpty else {
            throw Failure("noSessionKey", ["path": LedgerFiles(path: path).key])
        }
        let key = SessionKey(seed: secret)
        keys.withLock { $0[code] = key }
        return key
    }
}
