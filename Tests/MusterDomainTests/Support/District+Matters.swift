@testable import MusterDomain

/// Matters brought to a certain point by real commands.
extension District {
    /// A whistle as the street would blow it: 住建局 as lead, 资规局 as support, approved by the street's chief.
    static func matter(_ kind: WhistleKind = .routine) -> Raise {
        Raise(
            kind: kind,
            subject: "金裕云顶小区不动产权证办理难",
            category: "不动产登记",
            place: "金裕云顶小区",
            whyNotAlone: "涉及多个部门职责",
            calls: [call(.housing, .lead), call(.resources)],
            approvedBy: Party.streetChief,
            slip: hash
        )
    }

    static func call(_ party: Party, _ role: CallRole = .support, by moment: Instant? = nil) -> CallOrder {
        CallOrder(unit: party.unit, role: role, reportInBy: moment)
    }

    @discardableResult
    mutating func raise(_ raise: Raise = District.matter(), by party: Party = .street) throws -> WhistleID {
        try perform(.raise(raise), by: party)
        return WhistleID(rawValue: UInt32(board.whistles.count))
    }

    mutating func importCase(due: Instant? = nil) throws -> WhistleID {
        let source = ImportedCase(
            street: Party.street.unit,
            department: Party.housing.unit,
            reference: "12345:A\(board.whistles.count)",
            category: "不动产登记",
            due: due,
            subject: "办证难",
            place: nil,
            detail: nil
        )
        try perform(.importWhistle(source), by: .centre)
        return WhistleID(rawValue: UInt32(board.whistles.count))
    }

    mutating func reportIn(_ party: Party, to whistle: WhistleID) throws {
        try perform(.reportIn(whistle, person: nil, mode: .onSite), by: party)
    }

    mutating func object(
        _ party: Party,
        to whistle: WhistleID,
        _ ground: ObjectionGround = .notOurDuty
    ) throws {
        try perform(Self.objection(to: whistle, ground), by: party)
    }

    static func objection(to whistle: WhistleID, _ ground: ObjectionGround = .notOurDuty) -> Command {
        .object(whistle, ground: ground, proposed: Party.urban.unit, basis: "三定方案第五条", reason: "不属于本单位职责")
    }

    /// 住建局 has come, the group stands under its lead.
    mutating func handled(_ raise: Raise = District.matter()) throws -> WhistleID {
        let whistle = try self.raise(raise)
        try reportIn(.housing, to: whistle)
        return whistle
    }

    mutating func claimed(
        _ raise: Raise = District.matter(),
        result: ClaimedResult = .solved
    ) throws -> WhistleID {
        let whistle = try handled(raise)
        try perform(.claimDone(whistle, result, summary: "已办结"), by: .housing)
        return whistle
    }

    mutating func verified(
        _ raise: Raise = District.matter(),
        result: ClaimedResult = .solved
    ) throws -> WhistleID {
        let whistle = try claimed(raise, result: result)
        try perform(.inspect(whistle, .accept, note: "现场属实"), by: .street)
        return whistle
    }

    static func followUp(
        _ whistle: WhistleID,
        demand: Int? = nil,
        _ outcome: ContactOutcome = .reached,
        _ solved: Solved = .yes,
        satisfaction: Int? = nil
    ) -> Command {
        .followUp(whistle, demand: demand, outcome, solved, satisfaction: satisfaction, note: "电话回访")
    }

    mutating func closed(_ raise: Raise = District.matter()) throws -> WhistleID {
        let whistle = try verified(raise)
        try perform(Self.followUp(whistle), by: .centre)
        try perform(.close(whistle, .solved, reason: "群众满意"), by: .centre)
        return whistle
    }

    /// A meeting that was convened and held, and its number.
    @discardableResult
    mutating func meeting(in whistle: WhistleID, upTo state: MeetingState) throws -> Int {
        try perform(Self.meetingCall(in: whistle, at: now + .hours(2)), by: .street)
        let number = board.whistles[whistle].counts.meetings
        if state == .cancelled { try perform(.cancelMeeting(whistle, meeting: number, reason: "改期"), by: .street) }
        guard state == .held || state == .minuted else { return number }
        try perform(
            .hold(whistle, meeting: number, attended: [Attendance(unit: Party.housing.unit)]),
            by: .street
        )
        guard state == .minuted else { return number }
        try perform(.recordMinutes(whistle, meeting: number, minutes: "一致同意", decisions: []), by: .street)
        return number
    }

    static func meetingCall(in whistle: WhistleID, at moment: Instant) -> Command {
        .convene(
            whistle,
            .coordination,
            at: moment,
            invited: [Party.housing.unit, Party.resources.unit],
            agenda: "办证问题",
            venue: "街道三楼会议室"
        )
    }

    func assignment(in whistle: WhistleID, to party: Party = .housing, proofNeeded: Bool = false) -> Command {
        .assignTask(whistle, party.unit, due: now + .days(2), proofNeeded: proofNeeded, duty: "核对宗地图")
    }

    static func file(in whistle: WhistleID, task: Int? = nil) -> Command {
        .attach(whistle, task: task, sha256: hash, size: 1024, media: "image/jpeg", caption: "整改后照片")
    }
}
