import EventLog
import FoldRow
import MusterDomain

/// The tables of a package, column by column.
enum PackageTables {
    static let whistles = Table<WhistleRecord>(
        name: "whistles",
        columns: [
            .name("whistle") { $0.row.name.description },
            .name("reference") { $0.trace.reference },
            .code("kind") { $0.row.isImported ? nil : $0.row.kind },
            .code("state") { $0.row.state },
            .name("category") { $0.names.category($0.row.category) },
            .text("subject") { $0.trace.text(.subject, of: 1) },
            .text("place") { $0.trace.text(.place, of: 1) },
            .text("whyNotAlone") { $0.trace.text(.whyNotAlone, of: 1) },
            .name("street") { $0.names.code($0.row.raiser) },
            .name("streetName") { $0.names.name($0.row.raiser) },
            .name("drafter") { $0.names.person($0.row.drafter) },
            .name("department") { $0.names.code($0.row.department) },
            .name("departmentName") { $0.names.name($0.row.department) },
            .name("lead") { record in record.board.answerableUnit(of: record.id).flatMap(record.names.code) },
            .name("leadName") { record in record.board.answerableUnit(of: record.id).flatMap(record.names.name) },
            .moment("raisedAt") { $0.row.raisedAt },
            .moment("due") { $0.row.due },
            .moment("approveBy") { $0.row.approveBy },
            .moment("handledAt") { $0.row.handledAt },
            .moment("closedAt") { $0.row.closedAt },
            .code("closingClass") { $0.row.closingClass },
            .code("claimedResult") { $0.row.claimedResult },
            .flag("late") { $0.row.isLate(at: $0.now) },
            .integer("reopened", .times) { $0.row.reopened },
            .integer("sentBack", .times) { $0.row.sentBack },
            .integer("calls", .pieces) { $0.row.counts.calls },
            .integer("meetings", .pieces) { $0.row.counts.meetings },
            .integer("tasks", .pieces) { $0.row.counts.tasks },
            .integer("files", .pieces) { $0.row.files },
            .name("demands") { $0.trace.demands.isEmpty ? nil : $0.trace.demands.joined(separator: " ") },
            .positions("positions") { $0.trace.steps.map(\.position) },
        ])

    static let calls = Table<CallRecord>(
        name: "calls",
        columns: [
            .name("whistle") { $0.whistle.row.name.description },
            .integer("call") { $0.call.item },
            .name("unit") { $0.whistle.names.code($0.call.unit) },
            .name("unitName") { $0.whistle.names.name($0.call.unit) },
            .code("role") { $0.call.role },
            .code("state") { $0.call.state },
            .flag("onSite") { $0.call.onSite },
            .name("issuedBy") { $0.whistle.names.code($0.call.issuedBy) },
            .name("issuedByName") { $0.whistle.names.name($0.call.issuedBy) },
            .moment("issuedAt") { $0.call.issuedAt },
            .moment("deliveredAt") { $0.call.deliveredAt },
            .moment("acknowledgeBy") { $0.call.acknowledgeBy },
            .moment("acknowledgedAt") { $0.call.acknowledgedAt },
            .flag("acknowledgedLate") { $0.call.isAcknowledgedLate(at: $0.whistle.now) },
            .moment("reportInBy") { $0.call.reportInBy },
            .moment("reportedInAt") { $0.call.reportedInAt },
            .flag("reportedInLate") { $0.call.isReportedInLate(at: $0.whistle.now) },
            .name("person") { $0.whistle.names.person($0.call.person) },
            .integer("departmentScore", .score) { $0.call.departmentScore == 0 ? nil : $0.call.departmentScore },
            .integer("streetScore", .score) { $0.call.streetScore == 0 ? nil : $0.call.streetScore },
            .positions("positions") { $0.positions },
        ])

    static let tasks = Table<TaskRecord>(
        name: "tasks",
        columns: [
            .name("whistle") { $0.whistle.row.name.description },
            .integer("task") { $0.task.item },
            .name("unit") { $0.whistle.names.code($0.task.unit) },
            .name("unitName") { $0.whistle.names.name($0.task.unit) },
            .code("state") { $0.task.state },
            .text("duty") { $0.duty },
            .integer("meeting") { $0.task.meeting == 0 ? nil : $0.task.meeting },
            .moment("assignedAt") { $0.task.assignedAt },
            .moment("due") { $0.task.due },
            .moment("completedAt") { $0.task.completedAt },
            .flag("late") { $0.task.isLate(at: $0.whistle.now) },
            .integer("percent", .percent) { $0.task.percent },
            .flag("proofNeeded") { $0.task.proofNeeded },
            .integer("files", .pieces) { $0.task.files },
            .positions("positions") { $0.positions },
        ])

    static let evaluations = Table<EvaluationRecord>(
        name: "evaluations",
        columns: [
            .name("whistle") { $0.whistle.row.name.description },
            .integer("call") { $0.step.row.item },
            .name("event") { $0.step.kind.type },
            .name("unit") { $0.whistle.names.code(UnitID(rawValue: $0.step.row.unit)) },
            .name("unitName") { $0.whistle.names.name(UnitID(rawValue: $0.step.row.unit)) },
            .name("evaluatedBy") { $0.whistle.names.code(UnitID(rawValue: $0.step.row.actor)) },
            .name("evaluatedByName") { $0.whistle.names.name(UnitID(rawValue: $0.step.row.actor)) },
            .moment("evaluatedAt") { Instant(milliseconds: $0.step.row.time) },
            .integer("score", .score) { $0.step.row.a },
            .text("comment") { $0.whistle.trace.text(.comment, of: $0.step.row.revision) },
            .positions("positions") { [$0.step.position] },
        ])
}
