import MusterDomain
import MusterEngine
import Synchronization

/// What has been read of a log and can't change: names by their numbers, and the texts of whistles by their revision.
///
/// A number that stands for a name never stands for another, so a longer list replaces a shorter one; a whistle's
/// texts hold until its next entry. When texts have been erased, all texts are forgotten.
package final class LedgerMemory: Sendable {
    /// The texts of one whistle that lists show.
    struct Words: Sendable {
        /// How many entries they were read from.
        var revision: UInt32 = 0
        /// What it is about; nil if it was erased.
        var title: String?
        /// What its tasks ask for, by their numbers; none for those that were erased.
        var duties: [UInt32: String] = [:]
        /// The task that an entry gave.
        private var tasks: [Int64: UInt32] = [:]

        init() {}

        /// Goes on to the whistle's next entry.
        mutating func go(on event: RecordedEvent) {
            revision += 1
            switch event.kind {
            case _ where revision == 1: title = event.words[.subject]
            case .taskAssigned:
                guard let task = event.integer(.task).flatMap({ UInt32(exactly: $0) }) else { return }
                tasks[Int64(revision)] = task
                duties[task] = event.words[.duty]
            case .factCorrected: correct(event)
            default: break
            }
        }

        private mutating func correct(_ event: RecordedEvent) {
            // A correction whose text is gone leaves what was there before.
            guard let text = event.words[.correction], let entry = event.integer(.entry) else { return }
            if entry == 1, event.string(.field) == Field.subject.rawValue { title = text }
            if let task = tasks[entry], event.string(.field) == Field.duty.rawValue { duties[task] = text }
        }
    }

    /// Every whistle's title in a log of so many entries, as its first entry has it.
    struct Subjects: Sendable {
        var size: UInt64
        var texts: [WhistleID: String]
        /// Those whose texts were corrected later.
        var corrected: Set<WhistleID>
    }

    private struct Content {
        /// How many texts were erased when what is kept was read.
        var erasures = 0
        var names: [NamedThing: [String]] = [:]
        var words: [WhistleID: Words] = [:]
        var subjects: Subjects?
        var inboxes: [ShownInbox.Place: (stamp: ShownInbox.Stamp, shown: ShownInbox)] = [:]
    }

    /// Whistles whose texts are kept, some hundred bytes each.
    private static let room = 20_000
    /// Pages of inboxes that are kept, some kilobytes each.
    private static let roomForInboxes = 1_000
    private let content = Mutex(Content())
    /// The units that imports have named.
    let importedUnits = UnitMemory()

    package init() {}

    /// Forgets all texts if more have been erased than when they were read.
    /// - Returns: what whoever reads texts from now on hands in with them: what was read before texts were erased is
    ///   not kept after it.
    func forget(erasures: Int) -> Int {
        content.withLock { content in
            if erasures > content.erasures {
                content.words = [:]
                content.subjects = nil
                content.inboxes = [:]
                content.erasures = erasures
            }
            return content.erasures
        }
    }

    /// The name of a number; nil for none. Cost: O(1), and once O(new names).
    func name(_ number: UInt32, of thing: NamedThing, in view: LedgerView) async throws(LedgerError) -> String? {
        guard number > 0 else { return nil }
        let known = content.withLock { $0.names[thing] ?? [] }
        if number <= known.count { return known[Int(number) - 1] }
        let all = known + (try await view.names(of: thing, from: UInt32(known.count) + 1))
        content.withLock { content in
            if content.names[thing]?.count ?? 0 < all.count { content.names[thing] = all }
        }
        return number <= all.count ? all[Int(number) - 1] : nil
    }

    /// The texts of a whistle as they stand at a revision, if they were read before.
    func words(of whistle: WhistleID, at revision: UInt32) -> Words? {
        content.withLock { content in
            guard let words = content.words[whistle], words.revision == revision else { return nil }
            return words
        }
    }

    /// The texts of a whistle as they stood at an earlier revision, if they were read then.
    func words(of whistle: WhistleID, before revision: UInt32) -> Words? {
        content.withLock { content in
            guard let words = content.words[whistle], words.revision < revision else { return nil }
            return words
        }
    }

    func keep(_ words: Words, of whistle: WhistleID, _ erasures: Int) {
        content.withLock { content in
            guard erasures == content.erasures else { return }
            if content.words.count >= Self.room { content.words = [:] }
            // A reader of an earlier state must not displace what is newer.
            if content.words[whistle]?.revision ?? 0 <= words.revision { content.words[whistle] = words }
        }
    }

    /// A page of an inbox, if it was shown since what it is made of has changed.
    func inbox(at place: ShownInbox.Place, _ stamp: ShownInbox.Stamp?, _ now: Instant) -> ShownInbox? {
        guard let stamp else { return nil }
        let kept = content.withLock { $0.inboxes[place] }
        guard let kept, kept.stamp == stamp, kept.shown.holds(at: now) else { return nil }
        return kept.shown
    }

    func keep(_ shown: ShownInbox, at place: ShownInbox.Place, _ stamp: ShownInbox.Stamp?, _ erasures: Int) {
        guard let stamp else { return }
        content.withLock { content in
            guard erasures == content.erasures else { return }
            if content.inboxes.count >= Self.roomForInboxes { content.inboxes = [:] }
            content.inboxes[place] = (stamp, shown)
        }
    }

    func subjects(ofSize size: UInt64) -> Subjects? {
        content.withLock { $0.subjects?.size == size ? $0.subjects : nil }
    }

    func keep(_ subjects: Subjects, _ erasures: Int) {
        content.withLock { content in
            guard erasures == content.erasures else { return }
            if content.subjects?.size ?? 0 <= subjects.size { content.subjects = subjects }
        }
    }
}
