import MusterAPI

extension InboxPage {
    /// A place in the list: behind the item of this deadline, whistle and number.
    ///
    /// It names what it follows instead of counting, so that no item is passed over when one before it is dealt with.
    struct Cursor: Equatable, Comparable {
        private var keys: [String]

        /// The place of an item.
        init(of item: InboxItem) {
            // Moments are UTC with milliseconds and so sort as texts; `~` sorts behind them all.
            keys = [
                item.duty == "undelivered" ? "0" : "1", item.due ?? "~", item.since ?? "~", item.whistle,
                Self.padded(item.task ?? item.call ?? 0), item.duty,
            ]
        }

        /// The place as an address writes it.
        var text: String { keys.joined(separator: "_") }

        /// The place that an address names; nil if it names none.
        init?(text: String) {
            let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6, text.utf8.count <= 200 else { return nil }
            keys = parts
        }

        static func < (left: Cursor, right: Cursor) -> Bool { left.keys.lexicographicallyPrecedes(right.keys) }

        private static func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
        }
    }
}
