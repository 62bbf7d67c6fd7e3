import EventLog

extension LedgerDirectory {
    /// The past of a district's ledger, read beside its writer through stores of its own; nil for a district that is
    /// not here.
    public func pastBoards(of code: String) -> PastBoards? {
        guard let path = path(of: code) else { return nil }
        let open = openForReading
        return PastBoards { () async throws(EventStoreError) in try await open(path) }
    }
}
