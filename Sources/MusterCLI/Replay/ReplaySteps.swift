import MusterAPI
import MusterDomain
import MusterText

/// Something that can be gone through event by event, forth and back.
protocol ReplaySteps {
    /// What is gone through.
    var title: String { get }
    /// How many events it has.
    var count: Int { get }
    /// How things stood right after the event of that number, from 0.
    func step(_ index: Int) async throws -> ReplayStep
}

/// How things stood after one event.
struct ReplayStep {
    /// The event and the figures after it: what is printed where nothing can be drawn.
    var lines: [String]
    /// What a terminal has room for besides.
    var details: [String]
    /// The same for programs.
    var json: JSONValue
}

/// One whistle, event by event.
struct WhistleSteps: ReplaySteps {
    let title: String
    private let district: any DistrictViews
    private let console: Console
    private let whistle: String
    private let positions: [UInt64]

    init(of name: String, in district: any DistrictViews, _ console: Console) async throws {
        let detail = try await district.whistle(name)
        whistle = detail.whistle
        title = [detail.whistle, detail.title ?? ""].joined(separator: "  ")
        positions = detail.events.map(\.position)
        self.district = district
        self.console = console
    }

    var count: Int { positions.count }

    func step(_ index: Int) async throws -> ReplayStep {
        let detail = try await district.whistle(whistle, PastQuery(to: positions[index] + 1))
        let wording = Wording(console, of: detail.past)
        var newest = detail
        newest.events = Array(detail.events.suffix(1))
        let event = detail.events.last.map { JSONValue(encoding: $0) } ?? .null
        return ReplayStep(
            lines: Timeline(newest, wording).lines(width: nil) + ["    " + state(of: detail, wording)],
            details: WhistleSummary(detail, wording).lines,
            json: [
                "position": JSONValue(Int64(clamping: positions[index] + 1)), "event": event,
                "whistle": JSONValue(encoding: detail).without(["events"]),
            ])
    }

    /// State, calls and tasks in one line.
    private func state(of detail: WhistleDetail, _ wording: Wording) -> String {
        let values = [
            "state": wording.term("WhistleState", detail.state), "calls": "\(detail.calls.count)",
            "acknowledged": "\(detail.calls.count { $0.acknowledgedAt != nil })",
            "arrived": "\(detail.calls.count { $0.reportedInAt != nil })", "tasks": "\(detail.tasks.count)",
            "completed": "\(detail.tasks.count { $0.completedAt != nil })",
        ]
        return console.say("replay.watch.whistle", values)
            + (detail.late ? "  " + console.palette.paint(console.say("list.late"), .red) : "")
    }
}

/// A day of the district, event by event.
struct DaySteps: ReplaySteps {
    let title: String
    private let district: any DistrictViews
    private let console: Console
    private let events: [FeedItem]

    /// - Parameter date: `2026-11-21` by Asia/Shanghai's calendar; nil for today.
    init(of date: String?, in district: any DistrictViews, _ console: Console) async throws {
        let day = try await district.today(TodayQuery(date: date, cases: 0, withTitles: false))
        let begin = Moment(rfc3339: day.from).map { Moment(milliseconds: $0.milliseconds - 1).iso8601 } ?? day.from
        let before = try await district.today(
            TodayQuery(cases: 0, withTitles: false, past: PastQuery(asRecorded: begin)))
        var events: [FeedItem] = []
        var next = before.position
        while next < day.position {
            let page = try await district.events(EventQuery(after: next, limit: EventQuery.limits.upperBound))
            events += page.events.prefix { $0.position < day.position }
            next = page.next
        }
        title = [day.district, Wording(console).date(day.from)].joined(separator: "  ")
        self.events = events
        self.district = district
        self.console = console
    }

    var count: Int { events.count }

    func step(_ index: Int) async throws -> ReplayStep {
        let item = events[index]
        let past = PastQuery(to: item.position + 1)
        let today = try await district.today(TodayQuery(cases: 0, withTitles: false, past: past))
        var open = WhistleQuery()
        open.isOpen = true
        open.withTitles = false
        open.page.limit = 1
        open.past = past
        let figures = [
            "raised": today.raised.count, "open": try await district.whistles(open).count,
            "late": today.overdue.count, "closed": today.closed.count,
        ]
        let members = ["raised", "open", "late", "closed"].map { name in
            JSONValue.Member(name, JSONValue(Int64(figures[name] ?? 0)))
        }
        return ReplayStep(
            lines: [
                WatchCommand.line(item, Wording(console, of: today.past)),
                "    " + console.say("replay.watch.day", figures.mapValues { "\($0)" }),
            ], details: [],
            json: [
                "position": JSONValue(Int64(clamping: item.position + 1)), "event": item.entry,
                "figures": .object(members),
            ])
    }
}
