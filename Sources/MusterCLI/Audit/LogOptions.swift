import ArgumentParser
import MusterAPI
import MusterAudit

/// Where a log is read that does not lie here as a ledger.
struct LogOptions: ParsableArguments {
    @Option(name: .long, help: help("audit.log")) var log: String?

    @Option(name: .long, help: help("audit.district")) var district: String?

    /// The folder or the server that is named; nil if it is a ledger.
    func source(_ session: Session) throws(Failure) -> (any LogSource)? {
        if let log {
            if session.options.server != nil { throw Failure("logAndServer", status: .usage) }
            return FolderLog(path: log)
        }
        guard case .server(let server)? = session.place else { return nil }
        guard let district else {
            throw Failure("missingOption", status: .usage, ["option": "--district"], member: "district")
        }
        return ServedLog(try session.publicConnection(server), district: district)
    }
}
