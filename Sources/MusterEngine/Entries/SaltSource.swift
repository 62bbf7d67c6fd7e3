import EventLog
import Synchronization

/// Hands out the salts of texts, each once.
///
/// A call of the kernel's generator costs as much as the commitment that the salt is for, so some are asked for at a
/// time: as many as one call gives. What waits here is no secret that the ledger would not be told: a salt lies in it beside
/// its text.
final class SaltSource: Sendable {
    private static let atATime = 8

    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let left = Mutex<ArraySlice<UInt8>>([])

    init(_ randomBytes: @escaping @Sendable (Int) -> [UInt8]) { self.randomBytes = randomBytes }

    /// A salt that nobody else gets.
    func next() -> [UInt8] {
        left.withLock { left in
            if left.isEmpty { left = randomBytes(Commitment.saltBytes * Self.atATime)[...] }
            defer { left.removeFirst(Commitment.saltBytes) }
            return Array(left.prefix(Commitment.saltBytes))
        }
    }
}
