@testable import MusterDomain

/// The commands that there are, one for each case of ``Command``: a new one does not compile until it stands here, and
/// then not until it has its sample.
enum CommandCase: String, CaseIterable, Sendable {
    case establish, registerUnit, renameUnit, retireUnit, assignPost, endPost, issueToken, revokeToken
    case raise, approve, linkDemand, withdraw, dispatch, recall, cancelCall, deliver, acknowledge, reportIn, object
    case arbitrate, transferLead, formGroup, designateLead, handOverLead, addMember, removeMember
    case convene, hold, recordMinutes, amendMinutes, cancelMeeting
    case assignTask, acceptTask, reportProgress, completeTask, reassignTask
    case attach, correct, confirmEntry, disputeEntry
    case eraseText, eraseTexts, completeErasure
    case changeKey, beginEpoch
    case claimDone, inspect, followUp, close, reopen, evaluateDepartment, evaluateStreet
    case passDeadline, importWhistle, closeImported

    init(of command: Command) {
        switch command {
        case .establish: self = .establish
        case .registerUnit: self = .registerUnit
        case .renameUnit: self = .renameUnit
        case .retireUnit: self = .retireUnit
        case .assignPost: self = .assignPost
        case .endPost: self = .endPost
        case .issueToken: self = .issueToken
        case .revokeToken: self = .revokeToken
        case .raise: self = .raise
        case .approve: self = .approve
        case .linkDemand: self = .linkDemand
        case .withdraw: self = .withdraw
        case .dispatch: self = .dispatch
        case .recall: self = .recall
        case .cancelCall: self = .cancelCall
        case .deliver: self = .deliver
        case .acknowledge: self = .acknowledge
        case .reportIn: self = .reportIn
        case .object: self = .object
        case .arbitrate: self = .arbitrate
        case .transferLead: self = .transferLead
        case .formGroup: self = .formGroup
        case .designateLead: self = .designateLead
        case .handOverLead: self = .handOverLead
        case .addMember: self = .addMember
        case .removeMember: self = .removeMember
        case .convene: self = .convene
        case .hold: self = .hold
        case .recordMinutes: self = .recordMinutes
        case .amendMinutes: self = .amendMinutes
        case .cancelMeeting: self = .cancelMeeting
        case .assignTask: self = .assignTask
        case .acceptTask: self = .acceptTask
        case .reportProgress: self = .reportProgress
        case .completeTask: self = .completeTask
        case .reassignTask: self = .reassignTask
        case .attach: self = .attach
        case .correct: self = .correct
        case .confirmEntry: self = .confirmEntry
        case .disputeEntry: self = .disputeEntry
        case .eraseText: self = .eraseText
        case .eraseTexts: self = .eraseTexts
        case .completeErasure: self = .completeErasure
        case .changeKey: self = .changeKey
        case .beginEpoch: self = .beginEpoch
        case .claimDone: self = .claimDone
        case .inspect: self = .inspect
        case .followUp: self = .followUp
        case .close: self = .close
        case .reopen: self = .reopen
        case .evaluateDepartment: self = .evaluateDepartment
        case .evaluateStreet: self = .evaluateStreet
        case .passDeadline: self = .passDeadline
        case .importWhistle: self = .importWhistle
        case .closeImported: self = .closeImported
        }
    }

    /// The act on a whistle that it is; nil for what concerns the district, and for what makes a whistle.
    var act: WhistleAct? {
        switch self {
        case .establish, .registerUnit, .renameUnit, .retireUnit, .assignPost, .endPost, .issueToken, .revokeToken,
            .raise, .eraseText, .eraseTexts, .completeErasure, .changeKey, .beginEpoch, .passDeadline,
            .importWhistle:
            nil
        case .approve: .approve
        case .linkDemand: .linkDemand
        case .withdraw: .withdraw
        case .dispatch: .dispatch
        case .recall: .recall
        case .cancelCall: .cancelCall
        case .deliver: .deliver
        case .acknowledge: .acknowledge
        case .reportIn: .reportIn
        case .object: .object
        case .arbitrate: .arbitrate
        case .transferLead: .transferLead
        case .formGroup: .formGroup
        case .designateLead, .handOverLead: .leadGroup
        case .addMember, .removeMember: .changeMembers
        case .convene: .convene
        case .hold, .recordMinutes: .holdMeeting
        case .amendMinutes: .amendMinutes
        case .cancelMeeting: .cancelMeeting
        case .assignTask: .assignTask
        case .acceptTask, .reportProgress, .completeTask, .reassignTask: .workOnTask
        case .attach: .attach
        case .correct: .correct
        case .confirmEntry, .disputeEntry: .ruleOnEntry
        case .claimDone: .claimDone
        case .inspect: .accept
        case .followUp: .followUp
        case .close: .closeVerified
        case .reopen: .reopen
        case .evaluateDepartment, .evaluateStreet: .evaluate
        case .closeImported: .closeImported
        }
    }

    // MARK: Samples

    /// A whistle in which every side is present, at the point where the command can be given.
    func situation() throws -> (District, WhistleID) {
        guard let act else {
            var district = try District()
            let whistle = try district.raise()
            if self == .revokeToken { try district.token() }
            if self == .eraseText || self == .completeErasure {
                try district.perform(.retireUnit(Party.squad.unit, reason: "机构改革"), by: .centre)
            }
            if self == .passDeadline { district.wait(.hours(3)) }
            return (district, whistle)
        }
        var (district, whistle) = try StandingTests.situation(for: act)
        switch self {
        case .arbitrate: try district.object(.resources, to: whistle)
        case .close: try district.perform(District.followUp(whistle), by: .centre)
        case .removeMember: try district.perform(.addMember(whistle, Party.urban.unit, person: "X-07"), by: .street)
        case .recordMinutes:
            try district.perform(
                .hold(whistle, meeting: 2, attended: [Attendance(unit: Party.housing.unit)]), by: .street)
        case .reportProgress, .completeTask: try district.perform(.acceptTask(whistle, task: 1), by: .housing)
        default: break
        }
        return (district, whistle)
    }

    /// One command of the case, as somebody would give it in that situation.
    func sample(_ whistle: WhistleID, _ district: District) -> Command {
        if let command = ofDistrict(whistle, district) ?? ofWork(whistle, district) { return command }
        return WhistleMatrixTests.command(act ?? .correct, whistle, district).1
    }

    /// Approved afterwards, so that any street may blow it.
    private static var emergency: Raise {
        var raise = District.matter(.emergency)
        raise.approvedBy = nil
        raise.slip = nil
        return raise
    }

    private static let identity = LogIdentity(
        origin: "muster.local/610113/1a2b3c4d", verifierKey: "muster.local/610113/1a2b3c4d+11111111+B",
        clockKey: "muster.local/610113/1a2b3c4d/clock+22222222+C")

    private func ofDistrict(_ whistle: WhistleID, _ district: District) -> Command? {
        switch self {
        case .establish:
            .establish(
                Founding(
                    name: "雁塔区", keyID: "0", language: "zh", centreFullName: "中心", centreShortName: "中心",
                    postTitle: "主任", person: "C"))
        case .registerUnit:
            .registerUnit(code: nil, kind: .department, fullName: "雁塔区水务局", shortName: "水务局", parent: nil)
        case .renameUnit: .renameUnit(Party.police.unit, fullName: "西安市公安局雁塔分局", shortName: "公安雁塔分局")
        case .retireUnit: .retireUnit(Party.squad.unit, reason: "机构改革")
        case .assignPost: .assignPost(code: nil, unit: Party.squad.unit, title: "科长", person: "U-9", chief: false)
        case .endPost: .endPost(Party.squad.actor.post)
        case .issueToken: district.issue("token0009", for: .squad)
        case .revokeToken: .revokeToken(TokenID(rawValue: 1), reason: nil)
        case .raise: .raise(Self.emergency)
        case .dispatch: .dispatch(whistle, [District.call(.squad)])
        case .passDeadline:
            .passDeadline(
                district.board.pendingDeadlines(of: whistle).first
                    ?? PendingDeadline(whistle: whistle, kind: .handle, item: 0, due: district.now))
        case .eraseText: .eraseText(at: UInt64(district.rows.count) - 1, field: "reason", .consentWithdrawn)
        case .eraseTexts: .eraseTexts(whistle, .retentionExpired)
        case .completeErasure: .completeErasure(at: UInt64(district.rows.count) - 1, .reason)
        case .changeKey: .changeKey(to: Self.identity, from: "muster.local/610113/1a2b3c4d+00000000+A")
        case .beginEpoch:
            .beginEpoch(
                Self.identity,
                after: FormerEpoch(origin: "muster.local/610113/1a2b3c4d", size: 1_000, root: "AAAA", left: 990))
        case .importWhistle:
            .importWhistle(
                ImportedCase(
                    street: Party.street.unit, department: Party.housing.unit, reference: "12345:A9",
                    category: "不动产登记", due: nil, subject: "办证难", place: nil, detail: nil))
        default: nil
        }
    }

    private func ofWork(_ whistle: WhistleID, _ district: District) -> Command? {
        let urban = Party.urban.unit
        return switch self {
        case .handOverLead: .handOverLead(whistle, to: urban, reason: "职责")
        case .removeMember: .removeMember(whistle, urban, person: "X-07", substitute: nil, reason: "轮岗")
        case .recordMinutes: .recordMinutes(whistle, meeting: 2, minutes: "一致同意", decisions: [])
        case .reportProgress: .reportProgress(whistle, task: 1, percent: 40, note: "过半")
        case .completeTask: .completeTask(whistle, task: 1, note: "完成")
        case .reassignTask: .reassignTask(whistle, task: 1, to: urban, due: nil, reason: "改派")
        case .disputeEntry:
            .disputeEntry(
                whistle, entry: district.board.backEntries(of: whistle).first.map { Int($0.entry) } ?? 0,
                reason: "不属实")
        case .evaluateStreet: .evaluateStreet(whistle, score: 4, comment: "清楚")
        default: nil
        }
    }
}
