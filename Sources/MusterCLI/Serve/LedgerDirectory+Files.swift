import EventLog
import MusterEngine
import MusterService
import SQLiteEventStore

extension LedgerDirectory {
    /// The districts whose ledgers are files of this machine.
    /// - Throws: ``LedgerDirectoryError/repeated(code:paths:)``.
    convenience init(files paths: [String], options: Options) async throws(LedgerDirectoryError) {
        var options = options
        options.signing = { path throws(LedgerError) in
            do throws(HeadError) { return try LedgerFiles(path: path).signing() } catch { throw .head(error) }
        }
        try await self.init(
            paths: paths, options: options,
            openForWriting: { path throws(EventStoreError) in
                try await SQLiteEventStore.open(at: path, mode: .write)
            },
            openForReading: { path throws(EventStoreError) in
                try await SQLiteEventStore.open(at: path, mode: .read)
            })
    }
}
