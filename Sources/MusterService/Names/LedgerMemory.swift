import MusterDomain
import MusterEngine
import Synchronization

/// What has been read of a log and can't change: names by their numbers, and the texts of whistles by their revision.
///
/// A number that stands for a name never stands for another, so a longer list replaces a shorter one; a whistle's
/// texts hold until its next entry.
package final class LedgerMemory: Sendable {
    /// The texts of one whistle that lists show.
    struct Words: Sendable {
        /// How many entries they were read from.
        var revision: UInt32
        /// What it is about; nil if it was erased.
        var title: String?
        /// What its tasks ask for, by their numbers; none for those that were erased.
        var duties: [UInt32: String] = [:]
    }

    /// Every whistle's title in a log of so many entries, as its first entry has it.
    struct Subjects: Sendable {
        var size: UInt64
        var texts: [WhistleID: String]
        /// Those whose texts were corrected later.
        var corrected: Set<WhistleID>
    }

    private struct Content {
        var names: [NamedThing: [String]] = [:]
        var words: [WhistleID: Words] = [:]
        var subjects: Subjects?
    }

    /// Whistles whose texts are kept, some hundred bytes each.
    private static let room = 20_000
    private let content = Mutex(Content())

    package init() {}

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

    func keep(_ words: Words, of whistle: WhistleID) {
        content.withLock { content in
            if content.words.count >= Self.room { content.words = [:] }
            // A reader of an earlier state must not displace what is newer.
            if content.words[whistle]?.revision ?? 0 <= words.revision { content.words[whistle] = words }
        }
    }

    func subjects(ofSize size: UInt64) -> Subjects? {
        content.withLock { $0.subjects?.size == size ? $0.subjects : nil }
    }

    func keep(_ subjects: Subjects) { content.withLock { $0.subjects = subjects } }
}
