public import EventLog
public import TransparencyLog

/// The log as those see it who do not hold the ledger: its signed heads, its tiles, and proofs out of them. What is
/// committed counts, whatever this view's board shows.
extension LedgerView {
    /// The kept signed head of the greatest size up to this one; nil if there is none.
    public func checkpoint(upTo size: Position) async throws(LedgerError) -> SignedCheckpoint? {
        do { return try await store.checkpoint(upTo: size) } catch { throw .store(error) }
    }

    /// The sizes of kept signed heads from this one on, ascending, at most so many.
    public func checkpointSizes(from size: Position, limit: Int) async throws(LedgerError) -> [Position] {
        do { return try await store.checkpoints(from: size, limit: limit).map(\.checkpoint.size) } catch {
            throw .store(error)
        }
    }

    /// The bytes of a tile of hashes or of a bundle of entries; nil if the log does not have all of it yet.
    public func tile(_ coordinate: TileCoordinate) async throws(LedgerError) -> [UInt8]? {
        do throws(EventStoreError) {
            switch coordinate.content {
            case .hashes: return try await store.tile(coordinate)?.bytes
            case .entries: return try await store.entryBundle(coordinate)
            }
        } catch { throw .store(error) }
    }

    /// That the entry at a position is in the log of the newest signed head; nil if no signed head has it yet.
    public func proof(of position: Position) async throws(LedgerError) -> LogProof? {
        guard let head = try await checkpoint(upTo: .max), head.checkpoint.size > position else { return nil }
        let inclusion: InclusionProof?
        do { inclusion = try await store.inclusionProof(of: position, atSize: head.checkpoint.size) } catch {
            throw .store(error)
        }
        return inclusion.map { LogProof($0, in: head) }
    }

    /// The entry at a position with its words; nil if the log has none there.
    public func entry(at position: Position) async throws(LedgerError) -> StoredEntry? {
        do { return try await store.entries(from: position, limit: 1).first } catch { throw .store(error) }
    }
}
