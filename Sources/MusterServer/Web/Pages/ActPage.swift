import MusterAPI
import MusterText

/// The form of one act.
struct ActPage {
    var matter: ActMatter
    /// The command id, made with the form: sent twice, the act is done once.
    var commandID: String
    /// What was filled in; nil at first.
    var typed: FormFields?
    /// What is wrong with it.
    var problems: [ActInput.Problem] = []
    /// At most so many bytes are kept of a file.
    var fileLimit: Int
    /// Whether the file was attached although the act was refused.
    var isAttached = false
    /// Whether the box is offered by which digits in a text are vouched for.
    var asksAboutNumbers = false

    /// The field that carries the command id.
    static let commandField = "command"

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let act = matter.act
        let district = frame.district?.district ?? ""
        let title = wording.say(act.key("title"))
        var fields = matter.fields
        if asksAboutNumbers { fields.append(.confirmNumbers) }
        let back = Address.whistle(matter.whistle.whistle, in: district)
        return frame.page(
            "act", title: title, isFaulty: !problems.isEmpty,
            [
                "heading": title, "lead": wording.say(act.key("lead")), "warning": warning.map { wording.say($0) },
                "note": note.map { wording.say($0) }, "hasFile": matter.takesFile,
                "whistle": matter.whistle.whistle, "matter": matter.whistle.title ?? "—",
                "task": taskWords(wording), "clock": clock(wording),
                "action": Address.act(act, task: matter.taskNumber, on: matter.whistle.whistle, in: district),
                "back": back, "button": wording.say(act.key("button")), "command": commandID,
                "hasProblems": !problems.isEmpty,
                "problems": problems.map { problem -> Slots in
                    ["address": problem.field.map { "#f-\($0)" }, "text": problem.text]
                },
                "fields": fields.map { slots(of: $0, wording) },
            ])
    }

    /// The key of what is to be known before.
    private var note: String? {
        if isAttached { return "web.fileIsAttached" }
        return matter.act == .reportIn && matter.call?.onSite == true ? matter.act.key("onSite") : nil
    }

    /// The key of what is to be considered before.
    private var warning: String? {
        switch matter.act {
        case .object:
            matter.act.key(matter.call?.reportedInAt == nil ? "warning" : "warningOnSite")
        case .claimDone: matter.act.key("warning")
        case .taskComplete:
            matter.task.map(\.lacksProof) == true ? matter.act.key("proof") : nil
        default: nil
        }
    }

    private func taskWords(_ wording: Wording) -> Slots? {
        matter.task.map {
            [
                "name": wording.say("web.taskNumber", ["task": "\($0.task)"]),
                "duty": $0.duty ?? wording.say("event.erased"),
            ]
        }
    }

    /// The clock that the act answers.
    private func clock(_ wording: Wording) -> Slots? {
        switch matter.act {
        case .acknowledge:
            matter.call.map { wording.deadline($0.acknowledgeBy, since: $0.issuedAt) }
        case .reportIn: matter.call.map { wording.deadline($0.reportInBy, since: $0.issuedAt) }
        case .taskAccept, .taskProgress, .taskComplete:
            matter.task.map { wording.deadline($0.due, since: $0.assignedAt) }
        case .claimDone: matter.whistle.due.map { wording.deadline($0, since: matter.whistle.raisedAt) }
        case .object, .attach: nil
        }
    }

    private func slots(of field: ActField, _ wording: Wording) -> Slots {
        let problem = problems.first { $0.field == field.name }?.text
        let value = typed.map { $0[field.name] ?? "" } ?? field.initial ?? ""
        var described: [String] = []
        if field.hasHint { described.append("\(field.id)-hint") }
        if problem != nil { described.append("\(field.id)-fault") }
        var slots: Slots = [
            "name": field.name, "id": field.id, "label": wording.say(field.key), "value": value,
            "optional": field.isRequired || field.form == .box ? nil : wording.say("web.optional"),
            "hint": field.hasHint ? wording.say(field.key + ".hint", hintValues) : nil,
            "problem": problem, "describedBy": described.isEmpty ? nil : described.joined(separator: " "),
            "isFile": field.form == .file, "accept": ActField.endings.replacing(" ", with: ","),
            "isLine": field.form == .line, "isNumber": field.form == .number, "isLines": field.form == .lines,
            "hasLabel": field.form == .line || field.form == .number || field.form == .lines
                || field.form == .file,
            "isBox": field.form == .box, "isChecked": typed?[field.name] != nil, "options": nil,
        ]
        if case .choice(let choices) = field.form {
            let options: Slots = [
                "all": choices.enumerated().map { order, choice -> Slots in
                    [
                        "id": order == 0 ? field.id : "\(field.id)-\(order + 1)", "value": choice.name,
                        "label": wording.head(wording.say(choice.key, choice.values)),
                        "isChecked": value == choice.name,
                    ]
                }
            ]
            slots["options"] = options
        }
        return slots
    }

    private var hintValues: [String: String] {
        ["person": matter.reader.person, "limit": FileSize.text(fileLimit), "endings": ActField.endings]
    }
}
