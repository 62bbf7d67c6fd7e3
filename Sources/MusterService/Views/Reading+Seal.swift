import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import TransparencyLog

extension Reading {
    /// The history that this look is at; nil for what was known as of a moment, which is no beginning of the log: it has
    /// entries of a source's earlier time. Cost: at most 255 entries are hashed.
    func seal() async throws(Failure) -> LogSeal? {
        if case .asOf = bound { return nil }
        return try await reading { () async throws(LedgerError) in
            guard let root = try await view.root() else { return nil }
            let head = try await view.checkpoint(upTo: .max)
            return LogSeal(size: board.size, root: root.base64, origin: head?.checkpoint.origin)
        }
    }
}
