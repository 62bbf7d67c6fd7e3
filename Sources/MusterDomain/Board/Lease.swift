import Synchronization

/// What a table has in common with its copies until one of them is written.
///
/// While one table alone refers to its lease, and the lease is not over, no other table shares its pages.
final class Lease: Sendable {
    private let over = Atomic(false)

    /// Whether a table has left the lease to go its own way, with the pages that it shared.
    var isOver: Bool { over.load(ordering: .acquiring) }

    /// Leaves the lease for good.
    func end() { over.store(true, ordering: .releasing) }
}
