public import EventLog
public import MusterDomain
import Synchronization

/// The ledgers of many districts, each opened for writing at its first use.
///
/// At the start every ledger is looked into once, by a reader, for the code of its district. Requests that come while
/// a ledger is being opened share one opening. A ledger that can't be opened is the trouble of its own district only.
public final class LedgerDirectory: Sendable {
    /// Opens the store at a path. Stores are the caller's business: the engine knows none.
    public typealias Opener = @Sendable (String) async throws(EventStoreError) -> any EventStore

    /// How the directory does its work.
    public struct Options: Sendable {
        /// Clock and randomness of every ledger.
        public var environment: Environment
        /// The limits that hold where a command names none.
        public var policy: Policy
        /// Who counts what a district's ledger makes durable.
        public var observer: @Sendable (_ code: String) -> (any LedgerObserver)?
        /// How the heads of the ledger at a path are signed; nil if they are not.
        public var signing: @Sendable (_ path: String) throws(LedgerError) -> HeadSigning?
        /// Told of what happens to the ledgers.
        public var report: @Sendable (LedgerDirectoryEvent) -> Void

        /// Options; only the environment has to be said.
        public init(
            environment: Environment, policy: Policy = .builtin0,
            observer: @escaping @Sendable (_ code: String) -> (any LedgerObserver)? = { _ in nil },
            signing: @escaping @Sendable (_ path: String) throws(LedgerError) -> HeadSigning? = { _ in nil },
            report: @escaping @Sendable (LedgerDirectoryEvent) -> Void = { _ in }
        ) {
            self.environment = environment
            self.policy = policy
            self.observer = observer
            self.signing = signing
            self.report = report
        }
    }

    /// How often the clocks of the open ledgers are looked at.
    static let tickInterval = Duration.seconds(1)
    /// For how long a failed opening is the answer: folding a damaged ledger again for each request would be costly.
    static let retryMilliseconds: Int64 = 1_000

    /// A ledger that is open: the writer and the store that it writes to.
    struct Opened: Sendable {
        var ledger: Ledger
        var store: any EventStore
    }

    enum Phase: Sendable {
        case untouched
        case opening(Task<Result<Opened, LedgerError>, Never>)
        case open(Opened)
        case failed(LedgerError, at: Instant)
    }

    struct Slot: Sendable {
        var path: String
        var code: String?
        var phase = Phase.untouched
        var failure: LedgerError?
    }

    struct State: Sendable {
        var slots: [Slot]
        /// The slot of a code.
        var byCode: [String: Int] = [:]
        var isClosed = false
    }

    let state: Mutex<State>
    let options: Options
    let openForWriting: Opener
    let openForReading: Opener

    /// Looks into each ledger for its district's code.
    /// - Parameters:
    ///   - paths: Where the ledgers lie. One that can't be read stays in the list with its failure.
    ///   - options: How to work.
    ///   - openForWriting: Opens a store to append to it; held until ``close()``.
    ///   - openForReading: Opens a store to read it beside a writer.
    /// - Throws: ``LedgerDirectoryError/repeated(code:paths:)``.
    public init(
        paths: [String], options: Options, openForWriting: @escaping Opener, openForReading: @escaping Opener
    ) async throws(LedgerDirectoryError) {
        self.options = options
        self.openForWriting = openForWriting
        self.openForReading = openForReading
        var state = State(slots: [])
        for path in paths {
            switch await Self.look(at: path, openForReading) {
            case .success(let code):
                if let other = state.byCode[code] {
                    throw .repeated(code: code, paths: [state.slots[other].path, path])
                }
                state.byCode[code] = state.slots.count
                state.slots.append(Slot(path: path, code: code))
            case .failure(let error):
                state.slots.append(Slot(path: path, failure: error))
                options.report(.failed(code: nil, path: path, error))
            }
        }
        self.state = Mutex(state)
    }

    /// The codes of the districts, in the order of the paths.
    public var codes: [String] { state.withLock { $0.slots.compactMap(\.code) } }

    /// Whether a district is here. Costs O(1).
    public func knows(_ code: String) -> Bool { state.withLock { $0.byCode[code] != nil } }

    /// Where a district's ledger lies; nil for a district that is not here. Costs O(1).
    public func path(of code: String) -> String? {
        state.withLock { state in state.byCode[code].map { state.slots[$0].path } }
    }

    /// What is known of each ledger, in the order of the paths.
    public var statuses: [LedgerStatus] {
        state.withLock { state in
            state.slots.map { slot in
                var status = LedgerStatus(path: slot.path, code: slot.code, isOpen: false, failure: slot.failure)
                if case .open(let opened) = slot.phase {
                    status.isOpen = true
                    status.view = opened.ledger.view
                }
                return status
            }
        }
    }

    /// A district's ledger if it is open already. Costs O(1).
    public func openLedger(of code: String) -> Ledger? {
        state.withLock { state in
            guard let index = state.byCode[code], case .open(let opened) = state.slots[index].phase else { return nil }
            return opened.ledger
        }
    }

    /// A district's ledger, opened if need be. Costs O(1) once it is open.
    public func ledger(of code: String) async throws(LedgerDirectoryError) -> Ledger {
        if let ledger = openLedger(of: code) { return ledger }
        let opening: Task<Result<Opened, LedgerError>, Never>
        switch try find(code) {
        case .there(let ledger): return ledger
        case .onItsWay(let task): opening = task
        }
        switch await opening.value {
        case .success(let opened): return opened.ledger
        case .failure(let error): throw .unavailable(code: code, error)
        }
    }

    private enum Found {
        case there(Ledger)
        case onItsWay(Task<Result<Opened, LedgerError>, Never>)
    }

    private func find(_ code: String) throws(LedgerDirectoryError) -> Found {
        let now = options.environment.now()
        let found = state.withLock { state -> Result<Found, LedgerDirectoryError> in
            guard let index = state.byCode[code] else { return .failure(.unknown(code: code)) }
            switch state.slots[index].phase {
            case .open(let opened): return .success(.there(opened.ledger))
            case .opening(let task): return .success(.onItsWay(task))
            case .failed(let error, let moment)
            where (0..<Self.retryMilliseconds).contains(now.milliseconds - moment.milliseconds):
                return .failure(.unavailable(code: code, error))
            case .untouched, .failed:
                guard !state.isClosed else { return .failure(.closed) }
                let path = state.slots[index].path
                let task = Task { await self.open(code, at: path, slot: index) }
                state.slots[index].phase = .opening(task)
                return .success(.onItsWay(task))
            }
        }
        return try found.get()
    }

    private func open(_ code: String, at path: String, slot: Int) async -> Result<Opened, LedgerError> {
        let result = await opened(code, at: path)
        state.withLock { state in
            switch result {
            case .success(let opened):
                state.slots[slot].phase = .open(opened)
                state.slots[slot].failure = nil
            case .failure(let error):
                state.slots[slot].phase = .failed(error, at: options.environment.now())
                state.slots[slot].failure = error
            }
        }
        switch result {
        case .success(let opened):
            options.report(.opened(code: code, path: path, entries: opened.ledger.view.board.size))
        case .failure(let error): options.report(.failed(code: code, path: path, error))
        }
        return result
    }

    private func opened(_ code: String, at path: String) async -> Result<Opened, LedgerError> {
        let store: any EventStore
        do { store = try await openForWriting(path) } catch { return .failure(.store(error)) }
        do throws(LedgerError) {
            var environment = options.environment
            environment.observer = options.observer(code)
            // Another file may have been put in the place of the one that was looked into.
            guard try await Self.code(in: store) == code else {
                throw .damaged(at: 0, "the ledger is of another district than \(code)")
            }
            let ledger = try await Ledger.open(
                store, environment: environment, policy: options.policy, signing: try options.signing(path))
            return .success(Opened(ledger: ledger, store: store))
        } catch {
            await store.close()
            return .failure(error)
        }
    }
}
