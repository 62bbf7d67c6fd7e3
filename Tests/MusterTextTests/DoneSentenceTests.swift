import MusterDomain
import Testing

@testable import MusterText

@Suite struct DoneSentenceTests {
    /// Each verb with the kinds of event of which one is the first that it leaves.
    private static let verbs: [(verb: String, kinds: [EventKind])] = [
        ("raise", [.whistleRaised]), ("dispatch", [.callIssued]), ("recall", [.callRecalled]),
        ("cancelCall", [.callCancelled]), ("withdraw", [.whistleWithdrawn]), ("link", [.demandLinked]),
        ("approve", [.whistleApproved]), ("acknowledge", [.callAcknowledged]),
        ("reportIn", [.departmentReportedIn]), ("object", [.callObjected]),
        ("arbitrate", [.callKept, .callReleased]),
        ("groupForm", [.groupFormed]), ("groupLead", [.groupLeadDesignated]),
        ("groupHandOver", [.groupLeadHandedOver]), ("groupTransfer", [.leadTransferred]),
        ("groupAdd", [.memberJoined]), ("groupRemove", [.memberLeft]),
        ("meetingConvene", [.meetingConvened]), ("meetingHold", [.meetingHeld]),
        ("meetingMinutes", [.minutesRecorded]), ("meetingAmend", [.minutesAmended]),
        ("meetingCancel", [.meetingCancelled]),
        ("taskAssign", [.taskAssigned]), ("taskAccept", [.taskAccepted]), ("taskProgress", [.taskProgressed]),
        ("taskComplete", [.taskCompleted]), ("taskReassign", [.taskReassigned]),
        ("attach", [.fileAttached]), ("correct", [.factCorrected]), ("confirm", [.entryConfirmed]),
        ("dispute", [.entryDisputed]), ("eraseText", [.textErasureRequested]), ("eraseTexts", [.textErasureRequested]),
        ("claimDone", [.doneClaimed]), ("inspect", [.siteInspected]), ("followUp", [.residentFollowedUp]),
        ("close", [.whistleClosed]), ("reopen", [.whistleReopened]),
        ("evaluateDepartment", [.departmentEvaluated]), ("evaluateStreet", [.streetEvaluated]),
        ("unitRegister", [.unitRegistered]), ("unitRename", [.unitRenamed]), ("unitRetire", [.unitRetired]),
        ("postAssign", [.postAssigned]), ("postEnd", [.postEnded]),
        ("tokenIssue", [.tokenIssued]), ("tokenRevoke", [.tokenRevoked]),
    ]

    /// What the command line makes of an event besides its fields.
    private static func derived(_ kind: EventKind) -> Set<String> {
        switch kind {
        case .callKept, .callReleased: ["ruling"]
        case .callIssued: ["units"]
        case .minutesRecorded: ["number", "tasks"]
        case .meetingConvened: ["number", "moment"]
        case .meetingHeld, .minutesAmended, .meetingCancelled: ["number"]
        case .taskAssigned, .taskAccepted, .taskProgressed, .taskCompleted, .taskReassigned: ["number"]
        case .fileAttached: ["file"]
        case .textErasureRequested: ["texts", "whistle"]
        default: []
        }
    }

    @Test(arguments: verbs)
    func `An act is confirmed with what its first event says`(verb: String, kinds: [EventKind]) throws {
        for key in ["done.\(verb)", "next.\(verb)"] {
            let sentence = try #require(Sentences.all.joined().first { $0.key == key })
            for kind in kinds {
                var values = Self.derived(kind).union(kind.schema.required.map(\.rawValue))
                if kind.schema.scope == .whistle { values.insert("whistle") }
                #expect(Template(sentence.zh).placeholders.subtracting(values) == [])
            }
            #expect(!sentence.zh.contains("\n"))
        }
    }

    @Test func `No verb is confirmed that leaves nothing`() {
        let others: Set<String> = [
            "done.nothing", "done.repeated", "done.repeatedOf", "done.repeatedToken", "done.init", "dryRun.header",
        ]
        let known = Set(Self.verbs.map { "done.\($0.verb)" }).union(others)
        #expect(Sentences.done.map(\.key).filter { !known.contains($0) } == [])
        #expect(Sentences.next.count == Self.verbs.count + 2)
    }

    @Test func `Whoever objects is told that the clocks run on`() {
        #expect(Catalogue.muster.say("done.object", .zh).contains("裁决前时限照走"))
        #expect(Catalogue.muster.say("done.object", .en).contains("clocks keep running until the ruling"))
    }
}
