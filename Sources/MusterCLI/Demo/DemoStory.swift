import MusterDomain
import MusterService

/// One act of the story: when, who, what.
///
/// It becomes the order that the command line would make of it.
struct DemoStep {
    var time: String
    /// Nil when only the clock moves on.
    var post: DemoPost?
    /// A remark of the narrator's on what it left.
    var note: String?
    var enters: (DemoScene) throws -> BackEntry = { _ in BackEntry() }
    var command: ((DemoScene) throws -> Command)?

    init(
        _ time: String,
        _ post: DemoPost,
        note: String? = nil,
        enters: @escaping (DemoScene) throws -> BackEntry = { _ in BackEntry() },
        _ command: @escaping (DemoScene) throws -> Command
    ) {
        self.time = time
        self.post = post
        self.note = note
        self.enters = enters
        self.command = command
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
    static let endOfSecondDay = "2023-02-14 23:59"

    static var chapters: [DemoChapter] {
        [cast, raising, answering, reportingIn, meeting, tasks, inspection, followUp, evaluation]
    }

    private static var raising: DemoChapter {
        DemoChapter(
            "raising",
            [
                DemoStep("2023-02-13 09:10", .clerk, note: "slip") { scene in
                    .raise(
                        Raise(
                            kind: .tough,
                            subject: try scene.text("subject"),
                            category: scene.say("demo.text.category"),
                            place: try scene.text("place"),
                            whyNotAlone: try scene.text("whyNotAlone"),
                            calls: [
                                try scene.call(.legacy, .lead), try scene.call(.planning, .support),
                                try scene.call(.housing, .support),
                            ],
                            due: try scene.moment("2023-03-06 18:00"),
                            approvedBy: try scene.post(.chief),
                            slip: try scene.desk.slip(scene.folder.slip, nil)
                        )
                    )
                },
                DemoStep("2023-02-13 09:25", .clerk) { scene in
                    .linkDemand(try scene.whistle, reference: "12345:20230210-0871")
                },
            ]
        )
    }

    private static var answering: DemoChapter {
        DemoChapter(
            "answering",
            [
                DemoStep("2023-02-13 09:40", .legacy) { .acknowledge(try $0.whistle) },
                DemoStep("2023-02-13 10:30", .housing) { scene in
                    .object(
                        try scene.whistle,
                        ground: .notOurDuty,
                        proposed: try scene.unit(.planning),
                        basis: try scene.text("objectionBasis"),
                        reason: try scene.text("objectionReason")
                    )
                },
                DemoStep("2023-02-13 11:00", .planning) { .acknowledge(try $0.whistle) },
                DemoStep("2023-02-13 15:40", .duty) { scene in
                    .arbitrate(
                        try scene.whistle,
                        try scene.unit(.housing),
                        .release,
                        nextLead: nil,
                        reason: try scene.text("releaseReason")
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
                DemoStep(
                    "2023-02-14 09:40",
                    .legacy,
                    note: "backEntry",
                    enters: { BackEntry(claimedAt: try $0.moment("2023-02-13 14:20"), via: .wechat) }
                ) { scene in
                    .reportIn(try scene.whistle, person: nil, mode: .onSite)
                },
                DemoStep("2023-02-14 10:00", .clerk, note: "confirmed") { scene in
                    .confirmEntry(try scene.whistle, entry: try scene.backEntry)
                },
                DemoStep("2023-02-14 10:50", .planning, note: "late") { scene in
                    .reportIn(try scene.whistle, person: nil, mode: .onSite)
                },
            ]
        )
    }

    private static var meeting: DemoChapter {
        let everybody: [DemoUnit] = [.street, .legacy, .planning, .community]
        return DemoChapter(
            "meeting",
            [
                DemoStep("2023-02-14 11:20", .clerk) { .formGroup(try $0.whistle, lead: nil) },
                DemoStep("2023-02-14 11:40", .clerk) { scene in
                    .convene(
                        try scene.whistle,
                        .coordination,
                        at: try scene.moment("2023-02-15 09:30"),
                        invited: try everybody.map { try scene.unit($0) },
                        agenda: try scene.text("agenda"),
                        venue: try scene.text("venue")
                    )
                },
                DemoStep("2023-02-15 11:30", .clerk) { scene in
                    .hold(
                        try scene.whistle,
                        meeting: 1,
                        attended: try everybody.map { Attendance(unit: try scene.unit($0)) }
                    )
                },
                DemoStep("2023-02-15 12:00", .clerk, note: "decisions") { scene in
                    .recordMinutes(
                        try scene.whistle,
                        meeting: 1,
                        minutes: try scene.text("minutes"),
                        decisions: [
                            try scene.decision(.legacy, "2023-02-17 18:00", proofNeeded: true, "legacyDuty"),
                            try scene.decision(.planning, "2023-02-24 18:00", "planningDuty"),
                        ]
                    )
                },
            ]
        )
    }
}
