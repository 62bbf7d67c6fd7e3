import MusterAPI
import MusterDomain

/// One natural example of every answer, for the description; a test holds each against its schema.
enum ResourceExamples {
    /// The example of a schema.
    static func value(of schema: String) -> JSONValue {
        switch schema {
        case "InboxPage": JSONValue(encoding: Page(items: [inboxItem], nextCursor: nil))
        case "WhistlePage": JSONValue(encoding: Page(items: [whistle], nextCursor: "djE6NDI"))
        case "UnitPage": JSONValue(encoding: Page(items: [unit], nextCursor: nil))
        case "PostPage": JSONValue(encoding: Page(items: [post], nextCursor: nil))
        case "TokenPage": JSONValue(encoding: Page(items: [token], nextCursor: nil))
        case "WhistleDetail": JSONValue(encoding: detail)
        case "Notices": JSONValue(encoding: notices)
        case "TodayFigures": JSONValue(encoding: today)
        case "DistrictInfo": JSONValue(encoding: district)
        case "Identity": JSONValue(encoding: identity)
        case "Me": ServiceDescription.me(JSONValue(encoding: identity), in: "610113")
        case "EventPage": JSONValue(encoding: events)
        case "ReplayReport": JSONValue(encoding: replay)
        case "DistrictDiff": JSONValue(encoding: diff)
        case "CommandStatus": JSONValue(encoding: CommandStatus(commandId: commandID, first: 1041, last: 1041))
        case "ImportReceipt": JSONValue(encoding: imported)
        case "ReadLogPage": JSONValue(encoding: ReadLogPage(lines: [read], next: 1))
        case "CheckpointSizes": JSONValue(encoding: CheckpointSizes(sizes: [1_040, 1_042], next: 1_050))
        case "OpenedProof": JSONValue(encoding: opened)
        default: JSONValue(encoding: receipt)
        }
    }

    private static let opened = OpenedProof(
        position: 41,
        proof:
            "c2sp.org/tlog-proof@v1\nindex 41\n…\n\nmuster.local/610113/1a2b3c4d\n42\n…\n\n— muster.local/610113/1a2b3c4d …\n",
        entry: "eyJhY3RvciI6IuKApiJ9",
        words: [OpenedWord(field: "subject", text: "房屋产证办不下来", salt: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")],
        erased: [])

    private static let commandID = "8e03978e-40d5-43dd-bc93-6894a57f9324"
    private static let raisedAt = "2026-11-21T01:10:00.000Z"
    private static let due = "2026-11-28T01:10:00.000Z"
    private static let digest = String(repeating: "5e", count: 32)

    private static let inboxItem = InboxItem(
        unit: "U0003", whistle: "W2026-000042", duty: "reportIn", call: 1, task: nil, about: nil, since: raisedAt,
        due: "2026-11-22T01:10:00.000Z", light: "green", title: "房屋产证办不下来", text: nil, aboutName: nil)

    private static let whistle = WhistleItem(
        whistle: "W2026-000042", reference: nil, state: "handling", kind: "routine", category: "不动产权证",
        street: "U0002", lead: "U0003", raisedAt: raisedAt, due: due, closedAt: nil, late: false,
        demands: ["12345:20261121-0007"], title: "房屋产证办不下来", streetName: "小寨路街道", leadName: "区住建局")

    private static let unit = UnitItem(
        unit: "U0003", kind: "department", fullName: "雁塔区住房和城乡建设局", shortName: "区住建局", parent: nil,
        active: true, parentName: nil)

    private static let post = PostItem(
        post: "P0004", unit: "U0003", title: "经办", person: "d-11", chief: false, active: true, unitName: "区住建局",
        role: "department")

    private static let token = TokenItem(
        token: "k7f3q9ab2cd4e5f6", post: "P0004", unit: "U0003", title: "经办", unitName: "区住建局", person: "d-11",
        role: "department", label: "值班室电脑", readOnly: false, issuedAt: raisedAt,
        expires: "2027-11-21T01:10:00.000Z", revoked: false, good: true)

    private static let call = CallItem(
        call: 1, unit: "U0003", role: "lead", state: "arrived", onSite: false, issuedAt: raisedAt,
        acknowledgeBy: "2026-11-21T03:10:00.000Z", acknowledgedAt: "2026-11-21T01:25:00.000Z",
        acknowledgedLate: false, reportInBy: "2026-11-22T01:10:00.000Z", reportedInAt: "2026-11-21T06:00:00.000Z",
        reportedInLate: false, person: "d-11", departmentScore: nil, streetScore: nil, unitName: "区住建局", live: true,
        deliveredAt: "2026-11-21T01:12:00.000Z")

    private static let event = TimelineItem(
        id: "W2026-000042/2", type: "muster.call.issued.v1", time: raisedAt, recordedTime: raisedAt,
        actor: "U0002/P0003/s-02",
        data: [
            "acknowledgeBy": "2026-11-21T03:10:00.000Z", "call": 1, "onSite": false, "policy": "builtin-0",
            "reportInBy": "2026-11-22T01:10:00.000Z", "role": "lead", "unit": "U0003",
        ], words: [:], erased: [], revision: 2, actorName: "小寨路街道 经办",
        sentence: "向区住建局派单（主办）：2026年11月21日 11:10 前签收，2026年11月22日 09:10 前报到，须到场：否", remarks: [],
        position: 1041)

    private static let detail = WhistleDetail(
        whistle: "W2026-000042", reference: nil, state: "handling", kind: "routine", category: "不动产权证",
        street: "U0002", lead: "U0003", raisedAt: raisedAt, due: due, closedAt: nil, late: false,
        demands: ["12345:20261121-0007"], title: "房屋产证办不下来", streetName: "小寨路街道", leadName: "区住建局",
        revision: 5, approveBy: nil, handledAt: nil, closingClass: nil, claimedResult: nil, reopened: 0, sentBack: 0,
        files: 0, place: "金裕云顶小区", whyNotAlone: "涉及历史遗留手续", raisedBy: "小寨路街道 经办",
        departmentName: nil, groupLed: false, calls: [call], group: nil, meetings: [], tasks: [], followUps: [],
        backEntries: [], events: [event], next: ["formGroup", "claimDone"])

    private static let diff = DistrictDiff(
        from: ShownPast(bound: "asRecorded", position: 1030, at: "2026-11-21T00:00:00.000Z"),
        to: ShownPast(bound: "end", position: 1042, at: "2026-11-21T06:00:00.000Z"), changed: 1,
        counts: [DiffCount(change: "raised", count: 1), DiffCount(change: "called", count: 1)],
        whistles: [
            DiffWhistle(
                whistle: "W2026-000042", title: "房屋产证办不下来", streetName: "小寨路街道", before: nil, after: "handling",
                late: false, entries: 2,
                changes: [
                    DiffChange(change: "raised", item: nil, unit: nil, unitName: nil),
                    DiffChange(change: "called", item: 1, unit: "U0003", unitName: "区住建局"),
                ])
        ], omitted: 0,
        units: [
            DiffUnit(
                unit: "U0002", unitName: "小寨路街道", raised: 1, called: 0, reportedIn: 0, reportedInLate: 0,
                wrongDispatches: 0, evaluations: 0)
        ])

    private static let notices = Notices(
        texts: ["【吹哨】W2026-000042（一般哨）\n小寨路街道吹哨：房屋产证办不下来"], nothing: nil)

    private static let today: TodayFigures = {
        let none = TodayFigure(count: 0, cases: [])
        let raised = TodayFigure(
            count: 1,
            cases: [
                TodayCase(
                    whistle: "W2026-000042", title: "房屋产证办不下来", unit: nil, late: false, earlier: nil,
                    reference: nil, links: nil, unitName: nil)
            ])
        return TodayFigures(
            from: "2026-11-20T16:00:00.000Z", to: "2026-11-21T16:00:00.000Z", at: "2026-11-21T09:00:00.000Z",
            raised: raised, unsigned: none, notReportedIn: none, overdue: none, repeated: none, closed: none,
            district: "雁塔区", position: 1042, root: "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=",
            origin: "muster.local/610113/40f21bd0")
    }()

    private static let district = DistrictInfo(
        district: "610113", name: "雁塔区", language: "zh", size: 1042, recorded: "2026-11-21T06:00:00.000Z",
        root: "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=", origin: "muster.local/610113/40f21bd0")

    private static let identity = Identity(
        unit: "U0003", unitName: "区住建局", unitKind: "department", post: "P0004", title: "经办", person: "d-11",
        chief: false, role: "department", token: "k7f3q9ab2cd4e5f6", readOnly: false,
        expires: "2027-11-21T01:10:00.000Z")

    private static let events = EventPage(
        events: [
            FeedItem(
                position: 1041, sentence: "区住建局报到：d-11，到场", actorName: "区住建局 经办",
                entry: ["id": "W2026-000042/5", "specversion": "1.0", "type": "muster.department.reportedIn.v1"])
        ], next: 1042, size: 1042)

    private static let replay = ReplayReport(
        position: 1042, events: 1042, digest: digest, seconds: 0.004, eventsPerSecond: 260_500, size: 1042,
        recorded: "2026-11-21T06:00:00.000Z")

    private static let receipt = ActReceipt(
        commandId: commandID, whistle: "W2026-000042", revision: 5, first: 1041, last: 1041,
        leaves: ["QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU="], repeated: false, dryRun: false,
        events: ["muster.department.reportedIn.v1"],
        entries: [
            ReceiptEntry(
                id: "W2026-000042/5", type: "muster.department.reportedIn.v1", sentence: "区住建局报到：d-11，到场")
        ], message: "区住建局已就 W2026-000042 报到", next: nil, token: nil)

    private static let imported = ImportReceipt(
        results: [
            ImportResult(id: "20261121-0007", .added, events: 1, whistle: "W2026-000043"),
            ImportResult(
                id: "20261118-0031", rejected: .closedBeforeOpened, rule: nil,
                values: ["closed": "2026-11-17T08:30:00.000Z", "opened": "2026-11-18T01:10:00.000Z"],
                message: "办结早于受理"),
        ], events: 2, unitsRegistered: 1)

    private static let read = ReadLog.Line(
        time: "2026-11-21T06:00:00.000Z", token: "a1b2c3d4e5f6a7b8", post: "P0009",
        path: "/v1/districts/610113/whistles/W2026-000042", request: "01hgw2bbg0000000")
}

/// Part of the log of auditors' reads.
struct ReadLogPage: Sendable, Codable, Equatable {
    /// The reads, oldest first.
    var lines: [ReadLog.Line]
    /// Hand it back as `after` for what follows.
    var next: Int
}
