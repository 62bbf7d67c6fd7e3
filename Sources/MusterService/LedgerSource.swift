package import MusterAPI
package import MusterEngine

/// Where a district's ledger is had from: opened for the one command of a program, or kept open by a server.
package protocol LedgerSource: Sendable {
    /// The state to read from: what is committed.
    func view() async throws(Failure) -> LedgerView
    /// The one writer.
    func ledger() async throws(Failure) -> Ledger
    /// The files beside the ledger.
    var files: LedgerFiles { get }
}

/// A ledger that a server keeps open.
package struct OpenLedger: LedgerSource {
    private let open: Ledger
    package let files: LedgerFiles

    package init(_ ledger: Ledger, files: LedgerFiles) {
        open = ledger
        self.files = files
    }

    package func view() async throws(Failure) -> LedgerView { open.view }
    package func ledger() async throws(Failure) -> Ledger { open }
}
