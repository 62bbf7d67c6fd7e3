import MusterAPI
import MusterDomain

/// One act of the story: when, who, what.
///
/// It is asked for as the command line or a department's programme would ask.
struct DemoStep {
    var time: String
    /// Nil when only the clock moves on.
    var post: DemoPost?
    /// A remark of the narrator's on what it left.
    var note: String?
    /// The paper that the act brings with it.
    var paper: ((DemoFolder) -> String)?
    /// Nil when it only looks into its inbox, or when only the clock moves on.
    var request: ((DemoScene) throws -> ActRequest)?

    init(
        _ time: String,
        _ post: DemoPost,
        note: String? = nil,
        paper: ((DemoFolder) -> String)? = nil,
        _ request: @escaping (DemoScene) throws -> ActRequest
    ) {
        self.time = time
        self.post = post
        self.note = note
        self.paper = paper
        self.request = request
    }

    /// A department looks into its inbox.
    init(_ time: String, fetchedBy post: DemoPost, note: String? = nil) {
        self.time = time
        self.post = post
        self.note = note
    }

    /// Time passes, and nobody does anything.
    init(clockTo time: String, note: String? = nil) {
        self.time = time
        self.note = note
    }
}

/// Acts that belong together, under a heading.
struct DemoChapter {
    var name: String
    var steps: [DemoStep]

    init(_ name: String, _ steps: [DemoStep]) {
        self.name = name
        self.steps = steps
    }
}

/// The story from the whistle to the coordination meeting.
///
/// ``DemoUnit`` says what of it is real.
enum DemoStory {
    static let districtCode = "610113"
    static let whistle = "W2023-000001"
    static let beginning = "2023-02-13 08:30"
    /// Once the posts are there, each gets its token.
    static let tokensIssued = "2023-02-13 08:50"
    /// Good by the story's dates and by those of whoever looks at a ledger that was kept: nearly the 3,660 days that
    /// the rules allow. The same in every run, since it is part of the state.
    static let tokensExpire = "2033-02-13 18:00"
    static let endOfSecondDay = "2023-02-14 23:59"

    /// What follows on ``cast``.
    static var chapters: [DemoChapter] {
        [raising, answering, reportingIn, meeting, tasks, inspection, followUp, evaluation]
    }

    private static var raising: DemoChapter {
        DemoChapter(
            "raising",
            [
                DemoStep("2023-02-13 09:10", .clerk, note: "slip") { scene in
                    ActRequest(
                        .raise,
                        [
                            "kind": "tough", "title": scene.text("subject"), "category": scene.text("category"),
                            "place": scene.text("place"), "whyNotAlone": scene.text("whyNotAlone"),
                            "calls": [
                                scene.call(.legacy, .lead), scene.call(.planning, .support),
                                scene.call(.housing, .support),
                            ],
                            "due": try scene.moment("2023-03-06 18:00"), "approvedBy": scene.post(.chief),
                            "slip": .string(try scene.paper(scene.folder.slip).sha256),
                        ]
                    )
                },
                DemoStep("2023-02-13 09:25", .clerk) { $0.act(.link, ["reference": "12345:20230210-0871"]) },
            ]
        )
    }

    private static var answering: DemoChapter {
        DemoChapter(
            "answering",
            [
                DemoStep("2023-02-13 09:35", fetchedBy: .legacy, note: "delivered"),
                DemoStep("2023-02-13 09:40", .legacy) { $0.act(.acknowledge, ["unit": "own"]) },
                DemoStep("2023-02-13 10:05", fetchedBy: .housing),
                DemoStep("2023-02-13 10:30", .housing) { scene in
                    scene.act(
                        .object,
                        [
                            "unit": "own", "ground": "notOurDuty", "proposed": scene.unit(.planning),
                            "basis": scene.text("objectionBasis"), "reason": scene.text("objectionReason"),
                        ]
                    )
                },
                DemoStep("2023-02-13 10:50", fetchedBy: .planning),
                DemoStep("2023-02-13 11:00", .planning) { $0.act(.acknowledge, ["unit": "own"]) },
                DemoStep("2023-02-13 15:40", .duty) { scene in
                    scene.act(
                        .arbitrate,
                        ["unit": scene.unit(.housing), "ruling": "release", "reason": scene.text("releaseReason")]
                    )
                },
            ]
        )
    }

    /// Both departments have until 09:10 on the second day.
    ///
    /// One came in time and enters it too late, one is late.
    private static var reportingIn: DemoChapter {
        DemoChapter(
            "reportingIn",
            [
                DemoStep(clockTo: "2023-02-14 09:15", note: "passed"),
                DemoStep("2023-02-14 09:40", .legacy, note: "backEntry") { scene in
                    scene.act(
                        .reportIn,
                        [
                            "unit": "own", "mode": "onSite", "occurredAt": try scene.moment("2023-02-13 14:20"),
                            "via": "wechat",
                        ]
                    )
                },
                DemoStep("2023-02-14 10:00", .clerk, note: "confirmed") { scene in
                    scene.act(.confirm, ["entry": JSONValue(scene.backEntry)])
                },
                DemoStep("2023-02-14 10:50", .planning, note: "late") {
                    $0.act(.reportIn, ["unit": "own", "mode": "onSite"])
                },
            ]
        )
    }

    private static var meeting: DemoChapter {
        let everybody: [DemoUnit] = [.street, .legacy, .planning, .community]
        return DemoChapter(
            "meeting",
            [
                DemoStep("2023-02-14 11:20", .clerk) { $0.act(.groupForm) },
                DemoStep("2023-02-14 11:40", .clerk) { scene in
                    scene.act(
                        .meetingConvene,
                        [
                            "kind": "coordination", "at": try scene.moment("2023-02-15 09:30"),
                            "invited": .array(everybody.map(scene.unit)), "agenda": scene.text("agenda"),
                            "venue": scene.text("venue"),
                        ]
                    )
                },
                DemoStep("2023-02-15 11:30", .clerk) { scene in
                    let attended = everybody.map { JSONValue.object([JSONValue.Member("unit", scene.unit($0))]) }
                    return scene.act(.meetingHold, ["meeting": 1, "attended": .array(attended)])
                },
                DemoStep("2023-02-15 12:00", .clerk, note: "decisions") { scene in
                    scene.act(
                        .meetingMinutes,
                        [
                            "meeting": 1, "text": scene.text("minutes"),
                            "decisions": [
                                try scene.decision(.legacy, "2023-02-17 18:00", proofNeeded: true, "legacyDuty"),
                                try scene.decision(.planning, "2023-02-24 18:00", "planningDuty"),
                            ],
                        ]
                    )
                },
            ]
        )
    }
}
