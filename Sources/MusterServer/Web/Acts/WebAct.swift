import MusterAPI

/// What a department does from a page. The raw value stands in the address.
enum WebAct: String, CaseIterable, Sendable {
    case acknowledge
    case reportIn = "report-in"
    case taskAccept = "task-accept"
    case taskProgress = "task-progress"
    case taskComplete = "task-complete"
    case claimDone = "claim-done"
    case object
    case attach

    /// The act of the API.
    var name: ActName {
        switch self {
        case .acknowledge: .acknowledge
        case .reportIn: .reportIn
        case .taskAccept: .taskAccept
        case .taskProgress: .taskProgress
        case .taskComplete: .taskComplete
        case .claimDone: .claimDone
        case .object: .object
        case .attach: .attach
        }
    }

    /// Whether it concerns a task.
    var isOfTask: Bool { self == .taskAccept || self == .taskProgress || self == .taskComplete }

    /// The key of one of its sentences.
    func key(_ what: String) -> String { "web.act.\(name.rawValue).\(what)" }
}

/// An act that is open to the reader now, on the whistle or on one of its tasks.
struct OpenAct: Equatable, Sendable {
    var act: WebAct
    var task: Int?
}

extension WhistleDetail {
    /// The reader's own call: the newest under which the unit is still obliged.
    func call(of unit: String) -> CallItem? { calls.last { $0.unit == unit && $0.live } }

    /// What the reader can do from a page now, the usual next step first.
    func openActs(for reader: Identity) -> [OpenAct] {
        guard !reader.readOnly else { return [] }
        var open: [OpenAct] = []
        let call = call(of: reader.unit)
        if next.contains("acknowledge"), let call, call.acknowledgedAt == nil {
            open.append(OpenAct(act: .acknowledge))
        }
        if next.contains("reportIn"), let call, call.reportedInAt == nil { open.append(OpenAct(act: .reportIn)) }
        if next.contains("workOnTask") {
            for task in tasks where task.unit == reader.unit {
                switch task.state {
                case "assigned": open.append(OpenAct(act: .taskAccept, task: task.task))
                case "accepted":
                    open.append(OpenAct(act: .taskProgress, task: task.task))
                    open.append(OpenAct(act: .taskComplete, task: task.task))
                default: break
                }
            }
        }
        if next.contains("claimDone"), lead == reader.unit { open.append(OpenAct(act: .claimDone)) }
        if next.contains("object"), let call, !Self.decided.contains(call.state) { open.append(OpenAct(act: .object)) }
        if takesFiles(of: reader) { open.append(OpenAct(act: .attach)) }
        return open
    }

    /// Whether the reader may attach a file: `next` does not say it, because it is nearly always so. The rules have the
    /// last word.
    private func takesFiles(of reader: Identity) -> Bool {
        guard ["raised", "handling", "claimed", "verified"].contains(state) else { return false }
        switch reader.role {
        case "centre", "community": return true
        case "street", "department": return [street, lead].contains(reader.unit) || call(of: reader.unit) != nil
        default: return false
        }
    }

    /// States of a call in which an objection waits already.
    private static let decided: Set<String> = ["objected", "contested"]

    /// What else the reader can do, but not from a page: names of `WhistleAct`.
    var actsElsewhere: [String] {
        let here: Set = ["acknowledge", "reportIn", "object", "workOnTask", "claimDone", "deliver", "attach"]
        return next.filter { !here.contains($0) }
    }
}
