package import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

/// A page of an inbox as it was shown, with its JSON.
package struct ShownInbox: Sendable {
    /// What is shown.
    package let page: Page<InboxItem>
    /// The same as JSON.
    package let json: [UInt8]
    /// When it was made.
    private let from: Instant
    /// When the first of its lights changes; nil for never.
    private let until: Instant?

    init(_ page: Page<InboxItem>, from: Instant, until: Instant?) {
        self.page = page
        self.from = from
        self.until = until
        json = JSONValue.bytes(encoding: page)
    }

    /// Whether its lights are those of a moment.
    func holds(at now: Instant) -> Bool { from <= now && until.map { now < $0 } ?? true }

    /// Which page it is.
    struct Place: Hashable, Sendable {
        var unit: UnitID
        var limit: Int
        var cursor: String?
        var language: Language
    }

    /// What it was made from: as long as this stays, only time can change it.
    struct Stamp: Equatable, Sendable {
        private var inbox: UInt64
        /// Names of units are events of the district.
        private var district: UInt64

        /// Nil on a view whose inboxes nobody keeps.
        init?(of unit: UnitID, on view: LedgerView) {
            guard let version = view.inboxVersion(of: unit) else { return nil }
            inbox = version
            district = UInt64(view.board.districtRevision)
        }
    }
}

extension Inbox.Entry {
    /// The next moment at which its light is another one; nil if it stays.
    func lightChanges(after now: Instant) -> Instant? {
        guard let due, now <= due else { return nil }
        let red = Instant(milliseconds: due.milliseconds + 1)
        guard let since, light(at: now) == .green else { return red }
        // The first moment at which four fifths are used.
        let limit = Int128(due.milliseconds) - Int128(since.milliseconds)
        let yellow = Int128(since.milliseconds) + (limit * 4 + 4) / 5
        return Instant(milliseconds: Int64(clamping: min(yellow, Int128(red.milliseconds))))
    }
}

extension Board {
    /// Whether a whistle's call to a unit has been issued and not delivered yet.
    func isUndelivered(_ whistle: WhistleID, to unit: UnitID) -> Bool {
        guard let call = call(of: unit, in: whistle) else { return false }
        return call.state == .issued && call.deliveredAt == nil
    }
}
