import EventLog
import MusterDomain
import MusterEngine

/// What the story keeps from departments: who complained, and what the resident said.
enum Secret {
    static let demand = "12345:XA-77001"
    static let imported = "12345:XA-90002"
    static let note = "回访记录：诉求人住在后排"
    static let corrected = "更正：诉求人住在前排"
    static let dispute = "当天没有打过这个电话"
    static let all = [
        "XA-77001", "XA-90002", "诉求人住在后排", "诉求人住在前排", dispute, "12345",
    ]
}

extension Hall {
    /// A whistle of the north street that housing leads; whoever else is named supports.
    @discardableResult
    func raise(
        _ subject: Text = "井盖破损", lead: UnitID = .housing, support: [UnitID] = [], by seat: Seat = .northClerk,
        reportInBy: Instant? = nil
    ) async throws -> WhistleID {
        let calls =
            [CallOrder(unit: lead, role: .lead, reportInBy: reportInBy)]
            + support.map { CallOrder(unit: $0, role: .support) }
        return try await submit(
            .raise(
                Raise(
                    kind: .emergency, subject: subject, category: "市政设施", place: "后村西路", whyNotAlone: "权属不清",
                    calls: calls)), by: seat)
    }

    /// Three matters: the first one concerns the north street, its community, housing and planning, and urban by an
    /// invitation alone; the second the south street and urban; the third is another system's, of the same two.
    static func withStory() async throws -> Hall {
        let hall = try await found()
        let first = try await hall.raise(support: [.planning])
        try await hall.submit(.linkDemand(first, reference: Secret.demand), by: .northClerk)
        for seat in [Seat.housing, .planning] {
            try await hall.submit(.reportIn(first, person: nil, mode: .onSite), by: seat)
        }
        let morning = hall.now + .days(1)
        try await hall.submit(
            .convene(first, .coordination, at: morning, invited: [.housing, .urban], agenda: "会商", venue: "街道"),
            by: .northClerk)
        try await hall.submit(
            .assignTask(first, .planning, due: morning, proofNeeded: false, duty: "核对红线"), by: .northClerk)
        try await hall.submit(.acceptTask(first, task: 1), by: .planning)
        try await hall.submit(
            .attach(first, task: 1, sha256: photo, size: 5, media: "image/jpeg", caption: "红线"), by: .planning)
        try await hall.submit(.completeTask(first, task: 1, note: "已核对"), by: .planning)
        try await hall.submit(.claimDone(first, .solved, summary: "已换井盖"), by: .housing)
        try await hall.submit(.inspect(first, .accept, note: "属实"), by: .northClerk)
        try await hall.submit(
            .followUp(first, demand: 1, .reached, .yes, satisfaction: 5, note: Text(normalised: Secret.note)),
            by: .centre,
            entered: BackEntry(via: .phone))
        let asked = try await hall.entry(of: .residentFollowedUp, in: first)
        try await hall.submit(
            .correct(
                first, entry: asked, field: "note", correction: Text(normalised: Secret.corrected), reason: "记错"),
            by: .centre)
        try await hall.submit(
            .disputeEntry(first, entry: asked, reason: Text(normalised: Secret.dispute)), by: .northClerk)
        try await hall.submit(.close(first, .solved, reason: "核查通过"), by: .centre)
        try await hall.submit(.evaluateDepartment(first, .housing, score: 5, comment: "到位"), by: .northClerk)
        try await hall.submit(.evaluateDepartment(first, .planning, score: 2, comment: "来得慢"), by: .northClerk)
        try await hall.raise("摊点占道", lead: .urban, by: .south)
        try await hall.submit(
            .importWhistle(
                ImportedCase(
                    street: .south, department: .urban, reference: Secret.imported, category: "占道", due: nil,
                    subject: "烧烤摊占道", place: "小寨东路", detail: nil)), by: .centre)
        return hall
    }

    private func entry(of kind: EventKind, in whistle: WhistleID) async throws -> Int {
        try await ledger.view.history(of: whistle).last { $0.kind == kind }?.envelope.revision ?? 0
    }

    /// A file that the log names and nobody has put on the server.
    static let photo = String(repeating: "5e", count: 32)

    /// The names of the story's matters.
    static let first = "W2026-000001"
    static let second = "W2026-000002"
    static let third = "W2026-000003"
}
