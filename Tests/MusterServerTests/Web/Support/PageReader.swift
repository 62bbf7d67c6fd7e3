import MusterAPI
import MusterText

/// The district as one of its readers sees it.
struct PageReader: DistrictAPI {
    let district: PageDistrict
    let token: String
    let language: Language

    private var unit: String { ["centre": "C01", "auditor": "A01", "other": "D09"][token] ?? "D03" }

    func submit(_ request: ActRequest, _ options: ActOptions) async throws(Failure) -> ActReceipt {
        try await district.submit(request, options)
    }

    func command(_ id: String) async throws(Failure) -> CommandStatus? {
        await district.has(id) ? CommandStatus(commandId: id, first: 40, last: 40) : nil
    }

    func keep(_ file: FileContent) async throws(Failure) { await district.keep(file) }

    func file(_ sha256: String, of whistle: String) async throws(Failure) -> FileContent {
        guard let bytes = await district.files[sha256] else {
            throw Failure("fileNotKept", status: .notFound, ["sha256": sha256])
        }
        return FileContent(sha256: sha256, bytes: bytes)
    }

    func district() async throws(Failure) -> DistrictInfo {
        DistrictInfo(
            district: "610113", name: "雁塔区", language: "zh", size: 41, recorded: nil,
            root: "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=", origin: "muster.local/610113/40f21bd0")
    }

    func identity() async throws(Failure) -> Identity {
        let words =
            switch token {
            case "centre": (unit: "区指挥中心", title: "调度岗", role: "centre")
            case "auditor": (unit: "区审计局", title: "审计岗", role: "auditor")
            default: (unit: "城管局", title: "值班室", role: "department")
            }
        return Identity(
            unit: unit, unitName: words.unit, unitKind: words.role, post: "P1", title: words.title, person: "p-31",
            chief: false, role: words.role, token: token, readOnly: token == "auditor", expires: nil)
    }

    func inbox(_ query: InboxQuery) async throws(Failure) -> Page<InboxItem> {
        if token == "auditor" { return Page(items: [], nextCursor: nil) }
        let whistles = await district.all(language)
        let all = (token == "centre" ? centreItems(whistles) : whistles.flatMap(items)).sorted {
            (Self.rank($0), $0.due ?? "~") < (Self.rank($1), $1.due ?? "~")
        }
        let start = query.page.cursor.map { Int($0) ?? -1 } ?? 0
        guard all.indices.contains(start) || all.isEmpty else {
            throw Failure(code: "badCursor", status: .usage, zh: "没有这一页。", en: "There is no such page.")
        }
        let end = min(all.count, start + query.page.limit)
        return Page(
            items: Array(all[start..<end]), nextCursor: end < all.count ? "\(end)" : nil, count: all.count)
    }

    private static func rank(_ item: InboxItem) -> Int { item.duty == "undelivered" ? 0 : 1 }

    func whistle(_ name: String, _ past: PastQuery) async throws(Failure) -> WhistleDetail {
        // One of a unit that is not concerned sees nothing of it.
        var whistle = try await district.whistle(token == "other" ? "" : name, language)
        if token == "dept" {
            whistle.next = ["acknowledge", "reportIn", "object", "workOnTask"]
            let hasWorked = !whistle.tasks.isEmpty && whistle.tasks.allSatisfy { $0.state == "completed" }
            if hasWorked { whistle.next.append("claimDone") }
            if whistle.state == "claimed" { whistle.next = [] }
        } else if token == "centre" {
            whistle.next = ["dispatch", "arbitrate"]
        }
        return whistle
    }

    func notices(_ whistle: String, unit: String?) async throws(Failure) -> Notices {
        Notices(texts: [], nothing: nil)
    }

    // MARK: Lists

    private func item(
        _ whistle: WhistleDetail, _ duty: String, due: String?, since: String?, task: TaskItem? = nil,
        about: CallItem? = nil
    ) -> InboxItem {
        let light = due.map { Moment(rfc3339: $0).map { $0 < PageCases.now } == true ? "red" : nil } ?? nil
        return InboxItem(
            unit: unit, whistle: whistle.whistle, duty: duty, call: nil, task: task?.task, about: about?.unit,
            since: since, due: due,
            light: light ?? (due?.hasPrefix("2026-11-21T0") == true ? "yellow" : due == nil ? nil : "green"),
            title: whistle.title ?? "", text: task?.duty, aboutName: about?.unitName)
    }

    private func items(_ whistle: WhistleDetail) -> [InboxItem] {
        var items: [InboxItem] = []
        if let call = whistle.calls.last(where: { $0.unit == unit && $0.live }) {
            if call.acknowledgedAt == nil {
                items.append(item(whistle, "acknowledge", due: call.acknowledgeBy, since: call.issuedAt))
            } else if call.reportedInAt == nil {
                items.append(item(whistle, "reportIn", due: call.reportInBy, since: call.issuedAt))
            } else {
                let duty = call.role == "lead" ? "lead" : "support"
                items.append(item(whistle, duty, due: whistle.due, since: whistle.raisedAt))
            }
        }
        for task in whistle.tasks where task.unit == unit && task.state != "completed" {
            let duty = task.state == "assigned" ? "acceptTask" : "completeTask"
            items.append(item(whistle, duty, due: task.due, since: task.assignedAt, task: task))
        }
        return items
    }

    /// Calls that nobody opened, and more than a page of other work.
    private func centreItems(_ whistles: [WhistleDetail]) -> [InboxItem] {
        let undelivered = whistles.flatMap { whistle in
            whistle.calls.filter { $0.live && $0.deliveredAt == nil }.map {
                item(whistle, "undelivered", due: $0.acknowledgeBy, since: $0.issuedAt, about: $0)
            }
        }
        guard let last = whistles.last else { return undelivered }
        return undelivered
            + (1...160).map { number in
                var item = item(last, "close", due: "2026-12-\(number % 20 + 10)T02:00:00.000Z", since: nil)
                item.whistle = "W2026-000\(number + 100)"
                item.light = "green"
                return item
            }
    }

    // MARK: What no page asks for

    func whistles(_ query: WhistleQuery) async throws(Failure) -> Page<WhistleItem> { Page(items: [], nextCursor: nil) }
    func today(_ query: TodayQuery) async throws(Failure) -> TodayFigures { throw Self.unasked }
    func units(_ query: UnitQuery) async throws(Failure) -> Page<UnitItem> { Page(items: [], nextCursor: nil) }
    func posts(_ query: PostQuery) async throws(Failure) -> Page<PostItem> { Page(items: [], nextCursor: nil) }
    func tokens(_ query: TokenQuery) async throws(Failure) -> Page<TokenItem> { Page(items: [], nextCursor: nil) }
    func events(_ query: EventQuery) async throws(Failure) -> EventPage { throw Self.unasked }
    func replay(_ query: PastQuery) async throws(Failure) -> ReplayReport { throw Self.unasked }

    func diff(_ query: DiffQuery) async throws(Failure) -> DistrictDiff { throw Self.unasked }

    func importCases(_ batch: ImportBatch) async throws(Failure) -> ImportReceipt { throw Self.unasked }

    private static let unasked = Failure(
        code: "unasked", status: .failure, zh: "没有页面问这个。", en: "No page asks for this.")
}
