import EventLog
import MusterDomain

/// Erasing texts: the request is durable, then the store erases, then a certificate follows. Whatever comes between two
/// of the three, the board shows a request without a certificate, and the next opening or the next request goes on.
extension Ledger {
    /// The results of orders; those that erase are answered when the texts are gone.
    func finishingErasures(
        of orders: [Order], _ results: [Result<Outcome, LedgerError>]
    ) async -> [Result<Outcome, LedgerError>] {
        let places = orders.indices.filter { index in
            guard orders[index].command.erases, case .success = results[index] else { return false }
            return true
        }
        guard !places.isEmpty else { return results }
        var results = results
        do throws(LedgerError) { try await eraseWhatIsAsked() } catch {
            for place in places { results[place] = .failure(error) }
        }
        return results
    }

    /// Goes on with what an earlier process did not bring to its end. A ledger whose texts can't be erased just now can
    /// still be read and written: they stay asked for.
    func resumeErasures() async {
        try? await certifyNotedErasures()
        try? await eraseWhatIsAsked()
    }

    /// Erases every text whose erasure has been asked for, and says so in the log. One runs at a time.
    private func eraseWhatIsAsked() async throws(LedgerError) {
        while let erasing { _ = await erasing.value }
        guard !view.board.pendingErasures.isEmpty else { return }
        // Whoever asked may go; the erasure goes on.
        let task = Task { () -> Result<Void, LedgerError> in
            let result: Result<Void, LedgerError>
            do throws(LedgerError) { result = .success(try await self.erasePending()) } catch {
                result = .failure(error)
            }
            self.erasing = nil
            return result
        }
        erasing = task
        try await task.value.get()
    }

    private func erasePending() async throws(LedgerError) {
        let pending = view.board.pendingErasures.map { TextPlace(position: $0.position, field: $0.field.name) }
        do { try await store.erase(pending) } catch { throw .erasureUnfinished(error) }
        do { try await certify(pending) } catch {
            // The request is in the log, and a store's error would say that nothing is.
            guard case .store(let cause) = error else { throw error }
            throw .erasureUnfinished(cause)
        }
    }

    /// An older copy of the ledger has come back: its texts went with the opening of the store, and its log is told.
    private func certifyNotedErasures() async throws(LedgerError) {
        let noted: [TextPlace]
        do { noted = try await store.notedErasures() } catch { throw .store(error) }
        let board = view.board
        let unknown = noted.filter { text in
            TextField(name: text.field).map { board.erasure(of: $0, at: text.position) == nil } ?? false
        }
        try await certify(unknown)
    }

    private func certify(_ texts: [TextPlace]) async throws(LedgerError) {
        let orders = texts.compactMap { text in
            TextField(name: text.field).map { field in
                // Ids that begin so are the engine's, so nobody can have taken one.
                Order(
                    id: "tick/erased/\(text.position)/\(text.field)",
                    command: .completeErasure(at: text.position, field), actor: .system)
            }
        }
        guard !orders.isEmpty else { return }
        for result in await write(waitingFor: orders) { _ = try result.get() }
    }

    /// Which texts there are for some orders to erase.
    func texts(erasedBy orders: [Order]) async throws(LedgerError) -> ErasableTexts {
        var texts = ErasableTexts()
        let board = state.board
        for order in orders {
            switch order.command {
            case .eraseText(let position, _, _), .completeErasure(let position, _):
                guard position < board.size, texts.byPosition[position] == nil else { continue }
                let entries: [StoredEntry]
                do { entries = try await store.entries(from: position, limit: 1) } catch { throw .store(error) }
                if let entry = entries.first { texts.byPosition[position] = try EntryTexts(entry, on: board) }
            case .eraseTexts(let whistle, _):
                guard board.whistles.contains(whistle), texts.byWhistle[whistle] == nil else { continue }
                let entries: [StoredEntry]
                do { entries = try await store.history(of: board.whistles[whistle].stream) } catch {
                    throw .store(error)
                }
                var found: [EntryTexts] = []
                for entry in entries { found.append(try EntryTexts(entry, on: board)) }
                texts.byWhistle[whistle] = found.filter { !$0.fields.isEmpty }
            default: break
            }
        }
        return texts
    }
}
