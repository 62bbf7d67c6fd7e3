import MusterAPI
import MusterDomain
import MusterEngine
import MusterText
import Synchronization

/// The clock of the demonstration: it stands still until the story moves it on.
final class DemoClock: Sendable {
    private let milliseconds = Atomic<Int64>(0)

    var now: Instant { Instant(milliseconds: milliseconds.load(ordering: .relaxed)) }

    func set(to moment: Instant) { milliseconds.store(moment.milliseconds, ordering: .relaxed) }

    /// Moves on to a moment of the story, as it is written there.
    func set(to text: String) throws(Failure) {
        set(to: Instant(milliseconds: try Self.moment(text).milliseconds))
    }

    /// A moment of the story, as it is written there.
    static func moment(_ text: String) throws(Failure) -> Moment {
        guard let moment = Moment(typed: text, now: Moment(milliseconds: 0)) else {
            throw Failure("badMoment", ["text": text])
        }
        return moment
    }

    /// The story's time, and true randomness: salts differ in every run, and no board holds one.
    var environment: Environment {
        Environment(now: { [self] in now }, randomBytes: Environment.live.randomBytes)
    }
}

/// A moment as the demonstration prints it, by Shanghai's calendar.
struct DemoMoment {
    let instant: Instant
    let language: Language

    private var text: String { Moment(milliseconds: instant.milliseconds).localText(language) }

    /// `2023年2月13日`, `2023-02-13`.
    var date: String { Moment(milliseconds: instant.milliseconds).localDateText(language) }
    /// `09:10`.
    var time: String { text.split(separator: " ").last.map(String.init) ?? text }
    /// `2月13日 09:10`, `02-13 09:10`.
    var withoutYear: String {
        text.split(separator: language == .zh ? "年" : "-", maxSplits: 1).last.map(String.init) ?? text
    }
}

extension Instant {
    private static let day: Int64 = 86_400_000
    private static let shanghaiOffset: Int64 = 8 * 3_600_000

    /// The day on Shanghai's calendar, counted from 1970-01-01.
    fileprivate var shanghaiDay: Int64 { (milliseconds + Self.shanghaiOffset) / Self.day }

    /// Which day it is of a story that began then: 1 for the first.
    func storyDay(from beginning: Instant) -> Int64 { shanghaiDay - beginning.shanghaiDay + 1 }

    /// The last millisecond of a story's day.
    static func end(ofStoryDay day: Int64, from beginning: Instant) -> Instant {
        Instant(milliseconds: (beginning.shanghaiDay + day) * Self.day - Self.shanghaiOffset - 1)
    }
}
