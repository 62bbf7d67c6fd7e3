import MusterDomain
import MusterEngine
import Synchronization

/// The district's time and randomness. Time stands still until the simulation moves it.
final class SimulatedClock: Sendable {
    private struct State {
        var now: Instant
        var chance: Chance
    }

    private let state: Mutex<State>

    init(start: Instant, seed: UInt64) {
        state = Mutex(State(now: start, chance: Chance(seed: seed)))
    }

    var now: Instant {
        get { state.withLock { $0.now } }
        set { state.withLock { $0.now = newValue } }
    }

    /// What a ledger takes from outside, taken from here instead.
    func environment() -> Environment {
        Environment(now: { self.now }, randomBytes: { count in self.state.withLock { $0.chance.bytes(count) } })
    }
}
