import MusterAPI

/// What an act is about: the whistle, the reader, and the reader's call or the task.
struct ActMatter: Sendable {
    var act: WebAct
    var whistle: WhistleDetail
    var reader: Identity
    /// The number of the task, for an act on one.
    var taskNumber: Int?

    /// The reader's own call.
    var call: CallItem? { whistle.call(of: reader.unit) }
    /// The task.
    var task: TaskItem? { taskNumber.flatMap { number in whistle.tasks.first { $0.task == number } } }
    /// Whether the act is open to the reader now.
    var isOpen: Bool { whistle.openActs(for: reader).contains(OpenAct(act: act, task: taskNumber)) }

    /// The fields of the form.
    var fields: [ActField] { ActField.fields(of: act, on: self) }

    /// Whether the form can carry a file.
    var takesFile: Bool { fields.contains { $0.form == .file } }

    /// The open tasks that the reader may add a file to: its own, or all where it directs the work.
    var tasksForFiles: [TaskItem] {
        let directs = [whistle.street, whistle.lead].contains(reader.unit)
        return whistle.tasks.filter { $0.state != "completed" && (directs || $0.unit == reader.unit) }
    }

    /// Where an act on the whistle has to say whether it stands on a task.
    var namesItsTask: Bool { act.isOfTask ? task != nil : taskNumber == nil }
}
