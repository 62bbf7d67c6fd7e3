import MusterDomain
import MusterEngine
import Synchronization

/// A clock that stands still until the test moves it, and salts that a run repeats.
final class ScriptedWorld: Sendable {
    /// 2026-03-02T01:00:00Z, nine o'clock on a Monday in Shanghai.
    static let beginning = Instant(milliseconds: 1_772_413_200_000)

    private let time: Mutex<Instant>
    private let seed: UInt64
    /// How many words have been drawn.
    private let drawn = Atomic<UInt64>(0)

    init(at moment: Instant = ScriptedWorld.beginning, seed: UInt64 = 0) {
        time = Mutex(moment)
        self.seed = seed ^ 0x5A17
    }

    var now: Instant { time.withLock { $0 } }

    /// Sets the clock, also back.
    func set(_ moment: Instant) { time.withLock { $0 = moment } }

    func advance(_ span: Span) { time.withLock { $0 = $0 + span } }

    var environment: Environment {
        Environment(
            now: { self.now },
            randomBytes: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: self.nextWord()) } }
        )
    }

    /// The next word of the sequence, whoever asks.
    private func nextWord() -> UInt64 {
        let before = drawn.wrappingAdd(1, ordering: .relaxed).oldValue
        var generator = SeededGenerator(seed: seed &+ SeededGenerator.step &* before)
        return generator.next()
    }
}

extension Span {
    static func seconds(_ count: Int64) -> Span { milliseconds(count * 1_000) }

    static func milliseconds(_ count: Int64) -> Span {
        var span = Span.minutes(0)
        span.milliseconds = count
        return span
    }
}

extension Instant {
    static func - (moment: Instant, span: Span) -> Instant {
        Instant(milliseconds: moment.milliseconds - span.milliseconds)
    }
}
