package import EventLog
package import MusterAPI
package import MusterDomain
package import MusterEngine

/// Where a district's ledger is had from: opened for the one command of a program, or kept open by a server.
package protocol LedgerSource: Sendable {
    /// The state to read from: what is committed now.
    func view() async throws(Failure) -> LedgerView
    /// The state at a bound, folded unless it is remembered.
    func view(at bound: ReplayBound) async throws(Failure) -> LedgerView
    /// How far the log goes now.
    func extent() async throws(Failure) -> LogExtent
    /// The board at a bound, folded anew, and how many entries the log has.
    func replay(_ bound: ReplayBound) async throws(Failure) -> (board: Board, size: Position)
    /// Waits until the log has more than so many entries, up to so many seconds; ends early when the task is cancelled.
    func wait(past size: Position, seconds: Int) async throws(Failure)
    /// The boards of its past.
    var past: PastBoards { get }
    /// The one writer.
    func ledger() async throws(Failure) -> Ledger
    /// The files beside the ledger.
    var files: LedgerFiles { get }
    /// What has been read of it before.
    var memory: LedgerMemory { get }
}

extension LedgerSource {
    package func view(at bound: ReplayBound) async throws(Failure) -> LedgerView {
        let view = try await view()
        guard bound != .end else { return view }
        do { return try await view.showing(try await past.board(at: bound, of: view.extent)) } catch {
            throw Failure(error, names: Rendering(view))
        }
    }

    package func extent() async throws(Failure) -> LogExtent { try await view().extent }

    package func replay(_ bound: ReplayBound) async throws(Failure) -> (board: Board, size: Position) {
        let view = try await view()
        do { return (try await past.folded(to: bound), try await view.logSize()) } catch {
            throw Failure(error, names: Rendering(view))
        }
    }

    /// Nothing is remembered where nobody keeps it.
    package var memory: LedgerMemory { LedgerMemory() }
}

/// A ledger that a server keeps open.
package struct OpenLedger: LedgerSource {
    private let open: Ledger
    package let files: LedgerFiles
    package let past: PastBoards
    package let memory = LedgerMemory()

    /// - Parameter past: The boards of its past; nil folds them through the writer's own store.
    package init(_ ledger: Ledger, files: LedgerFiles, past: PastBoards? = nil) {
        open = ledger
        self.files = files
        self.past = past ?? ledger.view.pastBoards
    }

    package func view() async throws(Failure) -> LedgerView { open.view }
    package func ledger() async throws(Failure) -> Ledger { open }

    package func wait(past size: Position, seconds: Int) async throws(Failure) {
        await Waiting.seconds(seconds).forCommit(of: open, past: size)
    }
}
