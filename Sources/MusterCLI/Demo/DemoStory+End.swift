import MusterAPI
import MusterService

/// The story from the tasks to the evaluations.
extension DemoStory {
    static var tasks: DemoChapter {
        DemoChapter(
            "tasks",
            [
                DemoStep("2023-02-15 14:00", .legacy) { $0.act(.taskAccept, ["task": 1]) },
                DemoStep("2023-02-15 14:30", .planning) { $0.act(.taskAccept, ["task": 2]) },
                DemoStep("2023-02-17 15:30", .legacy, note: "proof", paper: \.opinion) { scene in
                    let file = try scene.paper(scene.folder.opinion)
                    return scene.act(
                        .attach,
                        [
                            "task": 1, "sha256": .string(file.sha256), "size": JSONValue(file.bytes.count),
                            "media": .string(LedgerFiles.media(of: scene.folder.opinion)),
                            "caption": scene.text("proofCaption"),
                        ]
                    )
                },
                DemoStep("2023-02-17 16:00", .legacy) {
                    $0.act(.taskComplete, ["task": 1, "note": $0.text("legacyDone")])
                },
                DemoStep("2023-02-20 10:00", .planning) { scene in
                    scene.act(.taskProgress, ["task": 2, "percent": 60, "note": scene.text("planningProgress")])
                },
                DemoStep("2023-02-22 16:00", .planning) { scene in
                    scene.act(.taskComplete, ["task": 2, "note": scene.text("planningDone")])
                },
            ]
        )
    }

    static var inspection: DemoChapter {
        DemoChapter(
            "inspection",
            [
                DemoStep("2023-02-22 17:00", .legacy) { claimDone($0, "firstClaim") },
                DemoStep("2023-02-23 10:00", .clerk, note: "rework") { scene in
                    scene.act(.inspect, ["verdict": "rework", "note": scene.text("reworkNote")])
                },
                DemoStep("2023-02-23 10:30", .legacy) { scene in
                    scene.act(
                        .taskAssign,
                        [
                            "unit": scene.unit(.planning), "due": try scene.moment("2023-02-27 18:00"),
                            "proofNeeded": false, "duty": scene.text("noticeDuty"),
                        ]
                    )
                },
                DemoStep("2023-02-23 11:00", .planning) { $0.act(.taskAccept, ["task": 3]) },
                DemoStep("2023-02-24 15:00", .planning) { scene in
                    scene.act(.taskComplete, ["task": 3, "note": scene.text("noticeDone")])
                },
                DemoStep("2023-02-24 16:00", .legacy) { claimDone($0, "secondClaim") },
                DemoStep("2023-02-27 09:30", .clerk) { scene in
                    scene.act(.inspect, ["verdict": "accept", "note": scene.text("acceptNote")])
                },
            ]
        )
    }

    private static func claimDone(_ scene: DemoScene, _ summary: String) -> ActRequest {
        scene.act(.claimDone, ["result": "solved", "summary": scene.text(summary)])
    }

    static var followUp: DemoChapter {
        DemoChapter(
            "followUp",
            [
                DemoStep("2023-02-27 14:00", .duty) { scene in
                    scene.act(.followUp, ["outcome": "noAnswer", "note": scene.text("noAnswer")])
                },
                DemoStep("2023-02-28 10:00", .duty) { scene in
                    scene.act(
                        .followUp,
                        ["outcome": "reached", "solved": "yes", "satisfaction": 5, "note": scene.text("reached")]
                    )
                },
                DemoStep("2023-02-28 10:20", .duty, note: "closed") { scene in
                    scene.act(.close, ["class": "solved", "reason": scene.text("closeReason")])
                },
            ]
        )
    }

    static var evaluation: DemoChapter {
        DemoChapter(
            "evaluation",
            [
                DemoStep("2023-02-28 15:00", .clerk) { scene in
                    scene.act(
                        .evaluateDepartment,
                        ["unit": scene.unit(.legacy), "score": 5, "comment": scene.text("onLegacy")]
                    )
                },
                DemoStep("2023-02-28 15:05", .clerk) { scene in
                    scene.act(
                        .evaluateDepartment,
                        ["unit": scene.unit(.planning), "score": 4, "comment": scene.text("onPlanning")]
                    )
                },
                DemoStep("2023-02-28 15:30", .legacy) { scene in
                    scene.act(.evaluateStreet, ["score": 5, "comment": scene.text("legacyOnStreet")])
                },
                DemoStep("2023-02-28 15:40", .planning) { scene in
                    scene.act(.evaluateStreet, ["score": 5, "comment": scene.text("planningOnStreet")])
                },
            ]
        )
    }
}
