import MusterAPI
package import MusterEngine
import Synchronization

/// Everything that the server answers about districts: the API and the pages, behind one gate.
package enum DistrictRoutes {
    /// The routes.
    /// - Parameters:
    ///   - directory: The ledgers.
    ///   - environment: Clock and randomness.
    ///   - fileLimit: At most so many bytes of an attached file.
    ///   - access: What of the logs is for everybody; all of it, with the keys beside the ledgers, unless said otherwise.
    package static func all(
        of directory: LedgerDirectory, environment: Environment, fileLimit: Int, log access: LogAccess? = nil
    ) -> [Route] {
        let gate = TokenGate(districts: directory, environment: environment)
        let logs = ReadLogs(directory)
        let api = APIRoutes(gate: gate, readLogs: { logs.log(of: $0) }, fileLimit: fileLimit)
        let log = LogRoutes(districts: directory, gate: gate, access: access ?? LogAccess(beside: directory))
        let web = WebAccess(gate: gate) { guest, visit throws(Failure) in
            try api.note(guest, path: visit.path, request: visit.requestID)
        }
        let pages = WebPages(web, fileLimit: fileLimit)
        return api.all + log.all + pages.routes
    }
}

/// The log of auditors' reads of each district, one object each, so that lines never mix.
private final class ReadLogs: Sendable {
    private let directory: LedgerDirectory
    private let logs = Mutex([String: ReadLog]())

    init(_ directory: LedgerDirectory) { self.directory = directory }

    func log(of code: String) -> ReadLog {
        logs.withLock { logs in
            if let log = logs[code] { return log }
            let log = ReadLog(path: (directory.path(of: code) ?? code) + ".access")
            logs[code] = log
            return log
        }
    }
}
