import Testing

@testable import MusterText

@Suite struct ScreenSentenceTests {
    /// The verbs that leave something behind.
    private static let acts: [String] = [
        "raise", "dispatch", "recall", "cancelCall", "withdraw", "link", "approve", "acknowledge", "reportIn",
        "object", "arbitrate", "groupForm", "groupLead", "groupHandOver", "groupTransfer", "groupAdd", "groupRemove",
        "meetingConvene", "meetingHold", "meetingMinutes", "meetingAmend", "meetingCancel", "taskAssign",
        "taskAccept", "taskProgress", "taskComplete", "taskReassign", "attach", "correct", "confirm", "dispute",
        "claimDone", "inspect", "followUp", "close", "reopen", "evaluateDepartment", "evaluateStreet",
        "unitRegister", "unitRename", "unitRetire", "postAssign", "postEnd", "init", "import311", "demo",
    ]
    /// The verbs that only show something.
    private static let looks: [String] = [
        "list", "show", "inbox", "today", "log", "replay", "whoami", "configList", "version", "unitList", "postList",
    ]

    private static func sentence(_ key: String) -> Sentence? { Sentences.all.joined().first { $0.key == key } }

    @Test(arguments: acts)
    func `Every act is confirmed and says what comes next with the same values`(verb: String) throws {
        let done = try #require(Self.sentence("done.\(verb)"))
        let next = try #require(Self.sentence("next.\(verb)"))
        #expect(Template(next.zh).placeholders.subtracting(Template(done.zh).placeholders) == [])
        #expect(!done.zh.contains("\n") && !next.zh.contains("\n"))
    }

    @Test(arguments: acts + looks) func `Every verb says in one line what it is for`(verb: String) throws {
        let line = try #require(Self.sentence("help.\(verb)"))
        #expect(line.zh.last == "。" && line.en.last == ".")
        #expect(line.en.count <= 90)
    }

    @Test func `Whoever objects is told that the clocks run on`() {
        #expect(Catalogue.muster.say("done.object", .zh).contains("裁决前时限照走"))
        #expect(Catalogue.muster.say("done.object", .en).contains("clocks keep running until the ruling"))
    }

    @Test func `What ends up in the log, a chat or the next command names no placeholder that is left open`() {
        let values = [
            "district": "雁塔区", "date": "2026年11月21日", "raised": "3", "unacknowledged": "1",
            "notReportedIn": "2", "overdue": "1", "repeatDemands": "4", "closed": "5",
        ]
        let line = Catalogue.muster.say("today.chat", .zh, values)
        #expect(!line.contains("{") && !line.contains("\n"))
        #expect(line.contains("超时 1 件") && line.contains("未报到 2 件"))
    }
}
