public import EventLog
import MusterDomain
public import TransparencyLog

/// What a log says of the keys that sign its heads.
extension Ledger {
    /// Says in the log that its heads are signed by another key from now on, and signs the next one with both.
    ///
    /// The ledger was opened with both keys, the one until now first. The same again changes nothing.
    ///
    /// - Returns: The head that both have signed; nil for a log whose heads nobody signs.
    public func changeKey(to new: SigningKey, from former: SigningKey) async throws(LedgerError) -> SignedCheckpoint? {
        // Ids that begin so are the engine's, so nobody can have taken one.
        let order = Order(
            id: "tick/key/\(new.verifierKey)",
            command: .changeKey(to: new.identity, from: former.verifierKey), actor: .system)
        _ = try await submit(order)
        return try await signHead()
    }

    /// Says in the log that a new epoch begins with it, unless it says so already.
    func beginEpoch(with key: SigningKey, after former: FormerEpoch) async throws(LedgerError) {
        let id = "tick/epoch/\(key.name)"
        do {
            if try await store.receipts(of: [id])[0] == nil {
                // What was erased behind the end of the copy belongs to entries that are gone.
                try await store.setForeignErasuresAside()
                let order = Order(id: id, command: .beginEpoch(key.identity, after: former), actor: .system)
                for result in await write(waitingFor: [order]) { _ = try result.get() }
            }
        } catch let error as LedgerError {
            throw error
        } catch let error as EventStoreError {
            throw .store(error)
        } catch {
            throw .damaged(at: nil, "\(error)")
        }
    }
}

extension SigningKey {
    /// The same in the words of the log.
    fileprivate var identity: LogIdentity {
        LogIdentity(origin: name, verifierKey: verifierKey, clockKey: clock.verifierKey.text)
    }
}
