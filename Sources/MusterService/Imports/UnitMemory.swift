import MusterDomain
import Synchronization

/// The units that imports have named, for as long as the district's directory stays as it is.
final class UnitMemory: Sendable {
    /// A name as a source gives it: units that a source's earlier batch registered are known by its commands.
    struct Name: Hashable, Sendable {
        var source: String
        var unit: UnitName
    }

    private struct Content {
        /// How many entries the district's own stream had.
        var revision: UInt32 = 0
        var units: [Name: Result<UnitID, UnitBook.Fault>] = [:]
    }

    /// Names that are kept, some hundred bytes each.
    private static let room = 10_000
    private let content = Mutex(Content())

    /// What is known of a name at a revision of the directory.
    func answer(to name: Name, at revision: UInt32) -> Result<UnitID, UnitBook.Fault>? {
        content.withLock { $0.revision == revision ? $0.units[name] : nil }
    }

    func keep(_ answer: Result<UnitID, UnitBook.Fault>, to name: Name, at revision: UInt32) {
        content.withLock { content in
            // A reader of an earlier state must not displace what is newer.
            guard revision >= content.revision else { return }
            if revision > content.revision || content.units.count >= Self.room { content.units = [:] }
            content.revision = revision
            content.units[name] = answer
        }
    }
}
