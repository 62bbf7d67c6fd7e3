import MusterAPI
import MusterText

/// What a unit has to do, by deadline.
struct InboxPage {
    /// The unit's short name.
    var unitName: String
    /// The unit as it was asked for; nil for the reader's own.
    var unit: String?
    /// What is shown, in its order.
    var items: [InboxItem]
    /// How many items there are, whatever the filter.
    var count: Int
    /// How many of them each filter lets through; nil where the list is longer than what was looked at.
    var counts: [Filter: Int]?
    /// Which items are shown.
    var filter = Filter.all
    /// Where the shown part begins; nil for the beginning.
    var cursor: String?
    /// Where the next part begins; nil on the last one.
    var nextCursor: String?
    /// After how many seconds the page loads itself again; nil for never.
    var refresh: Int?

    /// Which items are shown.
    enum Filter: String, CaseIterable {
        case all, overdue, unsigned

        func contains(_ item: InboxItem) -> Bool {
            switch self {
            case .all: true
            case .overdue: item.light == "red"
            case .unsigned: item.duty == "acknowledge"
            }
        }
    }

    /// So many items are read at a time. What is read counts as delivered, so it is no more than what is shown.
    static let pageSize = 100
    /// The one interval that may be asked for, in seconds.
    static let refreshInterval = 60

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let district = frame.district?.district ?? ""
        // The calls that nobody has opened head the list, in a part of their own.
        let undelivered = items.filter { $0.duty == "undelivered" }
        let others = items.filter { $0.duty != "undelivered" }
        let heading = wording.say("web.inboxOf", ["unit": unitName])
        return frame.page(
            "inbox", title: heading,
            [
                "heading": heading,
                "filters": Filter.allCases.map { filterSlots($0, district, wording) },
                "undelivered": undelivered.isEmpty ? nil : rows(undelivered, district, wording, label: "undelivered"),
                "others": others.isEmpty ? nil : rows(others, district, wording),
                "isEmpty": items.isEmpty, "hasBoth": !undelivered.isEmpty && !others.isEmpty,
                "emptyHeading": wording.say("web.empty.\(filter.rawValue)"),
                "emptyText": wording.say("web.empty.\(filter.rawValue).text", ["unit": unitName]),
                "hasPages": nextCursor != nil || cursor != nil,
                "range": wording.say("web.shown", ["shown": "\(items.count)", "count": "\(count)"]),
                "nextPage": nextCursor.map { address(district, filter, cursor: $0) },
                "firstPage": cursor == nil ? nil : address(district, filter),
                "isRefreshing": refresh != nil,
                "refreshNow": address(district, filter, cursor: cursor, refresh: refresh),
                "refreshSwitch": address(
                    district, filter, cursor: cursor, refresh: refresh == nil ? Self.refreshInterval : nil),
            ])
    }

    private func rows(
        _ items: some Sequence<InboxItem>, _ district: String, _ wording: Wording, label: String = "inbox"
    ) -> Slots {
        ["rows": items.map { row($0, district, wording) }, "label": label]
    }

    private func row(_ item: InboxItem, _ district: String, _ wording: Wording) -> Slots {
        let deadline = wording.deadline(item.due, since: item.since, light: item.light)
        let duty = wording.head(
            wording.say(
                "inbox.duty.\(item.duty)",
                ["item": "\(item.task ?? item.call ?? 0)", "unit": item.aboutName ?? item.about ?? "—"]))
        return [
            "deadline": deadline, "duty": duty, "title": item.title, "whistle": item.whistle,
            "task": item.text.map { wording.say("web.taskText", ["text": $0]) },
            "address": Address.whistle(item.whistle, in: district),
        ]
    }

    private func filterSlots(_ other: Filter, _ district: String, _ wording: Wording) -> Slots {
        [
            "name": wording.say("web.filter.\(other.rawValue)"), "isCurrent": other == filter,
            "count": number(of: other).map { wording.say("web.filterCount", ["count": "\($0)"]) },
            "address": address(district, other, refresh: refresh),
        ]
    }

    private func number(of filter: Filter) -> Int? { filter == .all ? count : counts?[filter] }

    /// The page's own address with another filter or part.
    func address(_ district: String, _ filter: Filter, cursor: String? = nil, refresh: Int? = nil) -> String {
        Address.inbox(district)
            + PercentText.query([
                "unit": unit, "show": filter == .all ? nil : filter.rawValue, "cursor": cursor,
                "refresh": refresh.map { "\($0)" },
            ])
    }
}
