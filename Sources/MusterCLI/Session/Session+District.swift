import EventLog
import Foundation
import MusterAPI
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

extension Session {
    /// The district, wherever it is.
    /// - Parameters:
    ///   - actor: Who acts, as `UNIT/POST`, where a flag names it. Behind a server the token says so, and a flag is
    ///     refused: it would look as if somebody else acted.
    ///   - writing: Whether the ledger is opened for writing at once.
    func district(as actor: String? = nil, writing: Bool = false) async throws -> any DistrictAPI {
        if case .server(let server)? = place {
            if actor != nil { throw Failure("tokenActs", status: .usage) }
            return try await remoteDistrict(server)
        }
        let source = SessionLedger(files: try files, ledger: writing ? try await openLedger() : nil)
        if !writing { adopt(try await source.language()) }
        return LocalDistrict(
            source: source, caller: .local(as: actor ?? settings[.as]?.text), language: console.language)
    }

    private func remoteDistrict(_ server: ServerPlace) async throws(Failure) -> RemoteDistrict {
        let connection: ServerConnection
        if let known = self.connection {
            connection = known
        } else {
            connection = try server.connection(token: try server.token())
        }
        self.connection = connection
        var district = RemoteDistrict(connection, language: console.language)
        if asksLedgerForLanguage {
            adopt(try await district.district().language)
            district = RemoteDistrict(connection, language: console.language)
        }
        try await checkPin(of: district, connection)
        return district
    }

    /// Ends what the run has opened.
    func close() async {
        await connection?.close()
        do { try await written?.finish() } catch {
            // What was done is done; that it is not signed yet is for the operator to know.
            if case .store(let cause) = error {
                console.report(Failure("headUnsigned", ["detail": cause.systemWords]))
            } else {
                console.report(Failure(error, names: .empty))
            }
        }
        await writer?.close()
    }
}

extension Session {
    /// A way to a server for what is everybody's: no token is sent, and none is needed.
    func publicConnection(_ server: ServerPlace) throws(Failure) -> ServerConnection {
        let connection = try server.connection(token: nil)
        self.connection = connection
        return connection
    }
}

extension EventStoreError {
    /// What the system said, without what that means for an act: none was meant.
    fileprivate var systemWords: String {
        switch self {
        case .noSpace: unsafe String(cString: strerror(ENOSPC))
        case .io(let detail), .outcomeUnknown(let detail): detail
        default: "\(self)"
        }
    }
}

extension ServerPlace {
    fileprivate func connection(token: String?) throws(Failure) -> ServerConnection {
        ServerConnection(
            to: try ServerAddress(address), token: token, userAgent: "muster/\(VersionCommand.version)",
            limit: .seconds(seconds), patience: .live,
            roots: ProcessInfo.processInfo.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
    }
}

extension Patience {
    /// The machine's clock, real rests and true chance.
    static var live: Patience {
        let start = ContinuousClock.now
        return Patience(
            now: { start.duration(to: .now) }, rest: { try await Task.sleep(for: $0) },
            chance: { Double.random(in: 0..<1) })
    }
}
