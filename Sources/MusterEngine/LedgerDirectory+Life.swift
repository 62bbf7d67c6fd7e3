import EventLog
import MusterDomain
import Synchronization

extension LedgerDirectory {
    /// Keeps the clocks of the open ledgers running, and looks again at ledgers that could not be read, until the task
    /// is cancelled.
    public func run() async {
        var round = 0
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.tickInterval) } catch { return }
            round += 1
            await tick()
            if round.isMultiple(of: 10) { await identify() }
        }
    }

    /// Turns the deadlines that passed in every open ledger into events; a slow disk delays its own ledger only.
    public func tick() async {
        let open = state.withLock { state in
            state.slots.compactMap { slot -> (code: String, ledger: Ledger)? in
                guard let code = slot.code, case .open(let opened) = slot.phase else { return nil }
                return (code, opened.ledger)
            }
        }
        await withDiscardingTaskGroup { [options] group in
            for (code, ledger) in open {
                group.addTask {
                    do throws(LedgerError) { try await ledger.tick() } catch {
                        options.report(.tickFailed(code: code, error))
                    }
                }
            }
        }
    }

    /// Looks again into the ledgers whose district is not known yet.
    public func identify() async {
        let unread = state.withLock { state in
            state.slots.indices.filter { state.slots[$0].code == nil }.map { ($0, state.slots[$0].path) }
        }
        for (index, path) in unread {
            let found = await Self.look(at: path, openForReading)
            state.withLock { state in
                switch found {
                case .failure(let error): state.slots[index].failure = error
                case .success(let code) where state.byCode[code] != nil:
                    state.slots[index].failure = .damaged(at: nil, "another ledger is of district \(code) too")
                case .success(let code):
                    state.byCode[code] = index
                    state.slots[index].code = code
                    state.slots[index].failure = nil
                }
            }
        }
    }

    /// Closes every ledger after answering what it has accepted. No ledger is handed out any more.
    public func close() async {
        let phases = state.withLock { state in
            state.isClosed = true
            return state.slots.map { ($0.code ?? "", $0.path, $0.phase) }
        }
        for (code, path, phase) in phases {
            switch phase {
            case .untouched, .failed: continue
            case .open(let opened): await close(opened)
            case .opening(let task): if case .success(let opened) = await task.value { await close(opened) }
            }
            options.report(.closed(code: code, path: path))
        }
    }

    /// A tick waits its turn behind everything that was accepted before.
    private func close(_ opened: Opened) async {
        try? await opened.ledger.tick()
        // The observer has been told of what could not be signed.
        try? await opened.ledger.finish()
        await opened.store.close()
    }

    /// Reads a ledger's code beside whoever writes it.
    static func look(at path: String, _ open: Opener) async -> Result<String, LedgerError> {
        let store: any EventStore
        do { store = try await open(path) } catch { return .failure(.store(error)) }
        let found: Result<String, LedgerError>
        do { found = .success(try await code(in: store)) } catch { found = .failure(error) }
        await store.close()
        return found
    }

    /// The code at the end of the first entry's source, `/districts/610113`.
    static func code(in store: any EventStore) async throws(LedgerError) -> String {
        let first: [StoredEntry]
        do { first = try await store.entries(from: 0, limit: 1) } catch { throw .store(error) }
        guard let first = first.first else { throw .notEstablished }
        let source = try RecordedEvent(first).envelope.source
        let prefix = "/districts/"
        guard source.hasPrefix(prefix), source.count > prefix.count else {
            throw .damaged(at: 0, "the source \(source) names no district")
        }
        return String(source.dropFirst(prefix.count))
    }
}
