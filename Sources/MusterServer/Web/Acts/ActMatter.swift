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

    /// Where an act on the whistle has to say whether it stands on a task.
    var namesItsTask: Bool { act.isOfTask ? task != nil : taskNumber == nil }
}
