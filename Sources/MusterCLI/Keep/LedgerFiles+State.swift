import EventLog
import MusterAudit
import MusterService

extension LedgerFiles {
    /// How an attached file is found.
    func state(of sha256: String) async throws(EventStoreError) -> LogVerification.FileState {
        guard let found = try await measured(sha256) else { return .missing }
        return .present(sha256: found.sha256, bytes: found.bytes)
    }
}
