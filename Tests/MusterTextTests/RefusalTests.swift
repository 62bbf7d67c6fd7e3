import MusterDomain
import Testing

@testable import MusterText

@Suite struct RefusalTests {
    /// What each refusal carries wherever it is thrown; a code that is missing here carries nothing.
    private static let values: [RefusalCode: Set<String>] = [
        .noSuchMeeting: ["number"], .noSuchTask: ["number"], .noSuchDemand: ["number"], .noSuchEntry: ["number"],
        .unitRetired: ["unit"], .nameTaken: ["text", "unit"], .codeTaken: ["text"], .unitBusy: ["unit"],
        .notYours: ["act", "unit", "allowed"], .mayNotRaise: ["unit", "kind"], .mayNotActFor: ["unit"],
        .notChief: ["unit"],
        .wrongWhistleState: ["whistle", "state", "act"], .wrongCallState: ["unit", "state", "act"],
        .wrongMeetingState: ["number", "state", "act"], .wrongTaskState: ["number", "state", "act"],
        .leadCount: ["number"], .callsItself: ["unit"], .calledTwice: ["unit"], .releasedBefore: ["unit"],
        .communityMayNotLead: ["unit"], .notCallable: ["unit"], .notCalled: ["unit", "whistle"],
        .approvalMissing: ["kind"], .alreadyApproved: ["whistle"], .leadMustBeReplaced: ["unit"],
        .replacementNotNeeded: ["unit"], .alreadyLead: ["unit"],
        .secondObjection: ["unit"], .objectionOverruled: ["unit"], .groundTooLate: ["moment"],
        .objectionPending: ["whistle"],
        .mustBeOnSite: ["whistle"], .personMissing: ["unit"], .groupExists: ["unit"], .noGroup: ["whistle"],
        .notArrived: ["unit"], .alreadyMember: ["text", "unit"], .notMember: ["text", "unit"],
        .lastMemberMayNotLeave: ["unit"],
        .invitedTwice: ["unit"], .attendedTwice: ["unit"], .notInThisMatter: ["unit", "whistle"],
        .notTaskOwner: ["number", "unit"], .percentOutOfRange: ["number"], .percentDown: ["number", "before"],
        .proofMissing: ["number"], .openTasks: ["number"],
        .sameInspector: ["unit"], .demandMissing: ["number"], .demandLinkedTwice: ["text", "whistle"],
        .satisfactionOutOfRange: ["number"], .notReached: ["outcome"], .followUpMissing: ["number"],
        .demandsAreLinked: ["number"], .reopenTooLate: ["moment"], .evaluationTooLate: ["moment"],
        .evaluatedBefore: ["unit"], .scoreOutOfRange: ["number"], .notEvaluable: ["unit"],
        .notBackEntered: ["number"], .ruledBefore: ["number"], .ownEntry: ["number"], .claimedInFuture: ["moment"],
        .claimedBeforeRaise: ["moment", "raisedAt"], .correctsNothing: ["text"],
        .badSize: ["number"], .centreExists: ["unit"], .dueInPast: ["moment"], .tooFarAhead: ["moment"],
        .reportInAfterDue: ["moment", "due"],
        .meetingInPast: ["moment"],
        .roleMayNot: ["role", "act"], .administratorsApart: ["text", "unit"], .chiefIsNoOfficer: ["role"],
        .expiryInPast: ["moment"], .badTokenID: ["text"],
        .textEmpty: ["field"], .textTooLong: ["field", "number", "limit"],
        .controlCharacter: ["field", "number", "text"], .personalNumber: ["field", "text"],
        .badPersonReference: ["text"], .badHash: ["text"], .badCode: ["text"], .badReference: ["text"],
        .noSuchPosition: ["number"], .entryHasNoText: ["number"], .noSuchText: ["text", "number", "allowed"],
        .erasesOwnMatter: ["whistle", "unit"],
    ]

    private static let sentences: [Sentence] = Sentences.all.joined().filter { $0.key.hasPrefix("refusal.") }

    @Test(arguments: RefusalCode.allCases)
    func `Every refusal has one line, and asks only for what it carries`(code: RefusalCode) throws {
        let sentence = try #require(Self.sentences.first { $0.key == "refusal.\(code.rawValue)" })
        for language in Language.allCases {
            #expect(!sentence.wording(language).contains("\n"))
            #expect(Template(sentence.wording(language)).placeholders.subtracting(Self.values[code] ?? []) == [])
        }
    }

    @Test func `There is no refusal without a rule`() {
        #expect(Self.sentences.count == RefusalCode.allCases.count)
    }

    @Test func `Every refusal says what is wrong and what to do`() {
        for sentence in Self.sentences {
            let sentences = sentence.zh.split { "。！".contains($0) }
            #expect(sentences.count > 1 || sentence.zh.contains("，请"), "\(sentence.key)")
        }
    }

    @Test func `A refusal reads as one sentence with its terms`() {
        let catalogue = Catalogue.muster
        let values = [
            "whistle": "W2026-000042", "state": catalogue.say("WhistleState.closed", .zh),
            "act": catalogue.say("WhistleAct.dispatch", .zh),
        ]
        #expect(
            catalogue.say("refusal.wrongWhistleState", .zh, values)
                == "W2026-000042 现在是「已结」，不能派单。用 muster show W2026-000042 看下一步。"
        )
    }
}
