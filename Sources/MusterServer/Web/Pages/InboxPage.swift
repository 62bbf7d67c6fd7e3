import MusterAPI
import MusterText

/// What a unit has to do, by deadline.
struct InboxPage {
    /// The unit's short name.
    var unitName: String
    /// The unit as it was asked for; nil for the reader's own.
    var unit: String?
    /// All its items, in their order.
    var items: [InboxItem]
    /// Whether there are more than these.
    var isCut = false
    /// Which of them to show.
    var filter = Filter.all
    /// Where the shown part begins.
    var cursor: Cursor?
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

    /// So many items stand on a page.
    static let pageSize = 50
    /// The one interval that may be asked for, in seconds.
    static let refreshInterval = 60

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let district = frame.district?.district ?? ""
        let fitting = items.filter(filter.contains)
        let start = cursor.map { cursor in fitting.firstIndex { cursor < Cursor(of: $0) } ?? fitting.count } ?? 0
        let shown = fitting[start...].prefix(Self.pageSize)
        // The calls that nobody has opened head the list, in a part of their own.
        let undelivered = shown.filter { $0.duty == "undelivered" }
        let others = shown.filter { $0.duty != "undelivered" }
        let next = shown.endIndex < fitting.endIndex ? shown.last.map(Cursor.init(of:)) : nil
        let heading = wording.say("web.inboxOf", ["unit": unitName])
        return frame.page(
            "inbox", title: heading,
            [
                "heading": heading,
                "filters": Filter.allCases.map { filterSlots($0, district, wording) },
                "undelivered": undelivered.isEmpty ? nil : rows(undelivered, district, wording, label: "undelivered"),
                "others": others.isEmpty ? nil : rows(others, district, wording),
                "isEmpty": shown.isEmpty, "hasBoth": !undelivered.isEmpty && !others.isEmpty,
                "emptyHeading": wording.say("web.empty.\(filter.rawValue)"),
                "emptyText": wording.say("web.empty.\(filter.rawValue).text", ["unit": unitName]),
                "range": fitting.count <= Self.pageSize || shown.isEmpty
                    ? nil
                    : wording.say(
                        "web.shown",
                        [
                            "from": "\(start + 1)", "to": "\(start + shown.count)",
                            "count": count(fitting.count, wording),
                        ]),
                "hasPages": next != nil || start > 0,
                "nextPage": next.map { address(district, filter, cursor: $0) },
                "firstPage": start > 0 ? address(district, filter) : nil,
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
            "count": wording.say(
                "web.filterCount", ["count": count(items.count { other.contains($0) }, wording)]),
            "address": address(district, other, refresh: refresh),
        ]
    }

    private func count(_ number: Int, _ wording: Wording) -> String {
        isCut ? wording.say("web.countAtLeast", ["count": "\(number)"]) : "\(number)"
    }

    /// The page's own address with another filter or part.
    func address(_ district: String, _ filter: Filter, cursor: Cursor? = nil, refresh: Int? = nil) -> String {
        Address.inbox(district)
            + PercentText.query([
                "unit": unit, "show": filter == .all ? nil : filter.rawValue, "cursor": cursor?.text,
                "refresh": refresh.map { "\($0)" },
            ])
    }
}
