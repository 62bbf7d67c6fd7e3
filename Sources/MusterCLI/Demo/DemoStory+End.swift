import MusterDomain
import MusterService

/// The story from the tasks to the evaluations.
extension DemoStory {
    static var tasks: DemoChapter {
        DemoChapter(
            "tasks",
            [
                DemoStep("2023-02-15 14:00", .legacy) { .acceptTask(try $0.whistle, task: 1) },
                DemoStep("2023-02-15 14:30", .planning) { .acceptTask(try $0.whistle, task: 2) },
                DemoStep("2023-02-17 15:30", .legacy, note: "proof") { scene in
                    let file = try scene.folder.files.keep(scene.folder.opinion)
                    return .attach(
                        try scene.whistle,
                        task: 1,
                        sha256: file.sha256,
                        size: file.size,
                        media: file.media,
                        caption: try scene.text("proofCaption")
                    )
                },
                DemoStep("2023-02-17 16:00", .legacy) { scene in
                    .completeTask(try scene.whistle, task: 1, note: try scene.text("legacyDone"))
                },
                DemoStep("2023-02-20 10:00", .planning) { scene in
                    .reportProgress(try scene.whistle, task: 2, percent: 60, note: try scene.text("planningProgress"))
                },
                DemoStep("2023-02-22 16:00", .planning) { scene in
                    .completeTask(try scene.whistle, task: 2, note: try scene.text("planningDone"))
                },
            ]
        )
    }

    static var inspection: DemoChapter {
        DemoChapter(
            "inspection",
            [
                DemoStep("2023-02-22 17:00", .legacy) { scene in
                    .claimDone(try scene.whistle, .solved, summary: try scene.text("firstClaim"))
                },
                DemoStep("2023-02-23 10:00", .clerk, note: "rework") { scene in
                    .inspect(try scene.whistle, .rework, note: try scene.text("reworkNote"))
                },
                DemoStep("2023-02-23 10:30", .legacy) { scene in
                    .assignTask(
                        try scene.whistle,
                        try scene.unit(.planning),
                        due: try scene.moment("2023-02-27 18:00"),
                        proofNeeded: false,
                        duty: try scene.text("noticeDuty")
                    )
                },
                DemoStep("2023-02-23 11:00", .planning) { .acceptTask(try $0.whistle, task: 3) },
                DemoStep("2023-02-24 15:00", .planning) { scene in
                    .completeTask(try scene.whistle, task: 3, note: try scene.text("noticeDone"))
                },
                DemoStep("2023-02-24 16:00", .legacy) { scene in
                    .claimDone(try scene.whistle, .solved, summary: try scene.text("secondClaim"))
                },
                DemoStep("2023-02-27 09:30", .clerk) { scene in
                    .inspect(try scene.whistle, .accept, note: try scene.text("acceptNote"))
                },
            ]
        )
    }

    static var followUp: DemoChapter {
        DemoChapter(
            "followUp",
            [
                DemoStep("2023-02-27 14:00", .duty) { scene in
                    .followUp(
                        try scene.whistle,
                        demand: nil,
                        .noAnswer,
                        .unsaid,
                        satisfaction: nil,
                        note: try scene.text("noAnswer")
                    )
                },
                DemoStep("2023-02-28 10:00", .duty) { scene in
                    .followUp(
                        try scene.whistle,
                        demand: nil,
                        .reached,
                        .yes,
                        satisfaction: 5,
                        note: try scene.text("reached")
                    )
                },
                DemoStep("2023-02-28 10:20", .duty, note: "closed") { scene in
                    .close(try scene.whistle, .solved, reason: try scene.text("closeReason"))
                },
            ]
        )
    }

    static var evaluation: DemoChapter {
        DemoChapter(
            "evaluation",
            [
                DemoStep("2023-02-28 15:00", .clerk) { scene in
                    .evaluateDepartment(
                        try scene.whistle,
                        try scene.unit(.legacy),
                        score: 5,
                        comment: try scene.text("onLegacy")
                    )
                },
                DemoStep("2023-02-28 15:05", .clerk) { scene in
                    .evaluateDepartment(
                        try scene.whistle,
                        try scene.unit(.planning),
                        score: 4,
                        comment: try scene.text("onPlanning")
                    )
                },
                DemoStep("2023-02-28 15:30", .legacy) { scene in
                    .evaluateStreet(try scene.whistle, score: 5, comment: try scene.text("legacyOnStreet"))
                },
                DemoStep("2023-02-28 15:40", .planning) { scene in
                    .evaluateStreet(try scene.whistle, score: 5, comment: try scene.text("planningOnStreet"))
                },
            ]
        )
    }
}
