package import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

/// Real time that passes while somebody waits, or while something is done. No state and no answer depends on it: only
/// how soon the answer comes, and how long a replay says that it took.
struct Waiting {
    private let begin = ContinuousClock.now
    private let limit: Duration

    /// From now on for so long.
    static func seconds(_ count: Int) -> Waiting { Waiting(limit: .seconds(count)) }

    /// How long it has taken so far, in seconds.
    var taken: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// Whole seconds that are left, rounded up; 0 once the time is over.
    var left: Int { max(0, Int((limit / .seconds(1) - taken).rounded(.up))) }

    /// Waits for the writer to commit something beyond a size.
    func forCommit(of ledger: Ledger, past size: Position) async {
        _ = await ledger.wait(past: size, until: begin + limit)
    }

    /// A rest that ends with the time, or when the task is cancelled; false once the time is over.
    func rest(_ length: Duration) async -> Bool {
        let now = ContinuousClock.now
        guard now < begin + limit, !Task.isCancelled else { return false }
        try? await Task.sleep(until: min(now + length, begin + limit), clock: .continuous)
        return !Task.isCancelled
    }
}

extension LedgerSource {
    /// Looks three times a second, which is what can be done where another process writes.
    package func wait(past size: Position, seconds: Int) async throws(Failure) {
        let waiting = Waiting.seconds(seconds)
        while try await view().board.size <= size, await waiting.rest(.milliseconds(300)) {}
    }
}
