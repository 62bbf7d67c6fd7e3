import MusterAPI
import MusterService

/// A field of an act's form.
struct ActField: Sendable, Equatable {
    /// How it is filled in.
    enum Form: Sendable, Equatable {
        /// One line.
        case line
        /// A whole number.
        case number
        /// Several lines.
        case lines
        /// One of these names, each with the key of its words.
        case choice([Choice])
        /// A box to be ticked.
        case box
        /// A file to be chosen.
        case file
    }

    /// A name that can be chosen.
    struct Choice: Sendable, Equatable {
        var name: String
        var key: String
        var values: [String: String] = [:]
    }

    /// Its name in the form and in the act's request.
    var name: String
    /// How it is filled in.
    var form: Form
    /// Whether it has to be.
    var isRequired = true
    /// What it holds at first.
    var initial: String?
    /// Whether a hint stands under its label.
    var hasHint = true
    /// The key of its label.
    var key: String { "web.field.\(name)" }
    /// Its id in the page.
    var id: String { "f-\(name)" }
}

extension ActField {
    /// The fields of an act's form, in their order; the act may have none.
    ///
    /// What the state of the matter decides is not asked: after arrival there is one ground to object on, and where a
    /// unit has to come to the place there is one way to report in.
    static func fields(of act: WebAct, on matter: ActMatter) -> [ActField] {
        switch act {
        case .acknowledge, .taskAccept: []
        case .reportIn:
            (matter.call?.onSite == true
                ? []
                : [
                    ActField(
                        name: "mode",
                        form: .choice([
                            Choice(name: "onSite", key: "web.field.mode.onSite"),
                            Choice(name: "remote", key: "web.field.mode.remote"),
                        ]), hasHint: false)
                ]) + [ActField(name: "person", form: .line, isRequired: false)]
        case .object:
            [
                ActField(name: "basis", form: .lines), ActField(name: "reason", form: .lines),
                ActField(name: "proposed", form: .line, isRequired: false),
            ]
        case .taskProgress:
            [
                ActField(name: "percent", form: .number, initial: matter.task.map { "\($0.percent)" }),
                ActField(name: "note", form: .lines),
            ] + attachment(isRequired: false)
        case .taskComplete:
            [ActField(name: "note", form: .lines)] + attachment(isRequired: matter.task.map(\.lacksProof) == true)
        case .claimDone:
            [
                ActField(
                    name: "result",
                    form: .choice(
                        ["solved", "partly", "explained"].map { Choice(name: $0, key: "ClaimedResult.\($0)") }),
                    hasHint: false),
                ActField(name: "summary", form: .lines),
            ] + attachment(isRequired: false)
        case .attach: attachment(isRequired: true) + tasks(of: matter)
        }
    }

    /// Offered once a text was refused because of its digits.
    static let confirmNumbers = ActField(name: "confirmNumbers", form: .box, isRequired: false, hasHint: false)
}

// MARK: - A file

extension ActField {
    /// The name of the field for a file.
    static let fileName = "file"
    /// The name of the field that says what a file shows.
    static let caption = "caption"
    /// The name of the field that says to which task a file belongs.
    static let task = "task"
    /// What is chosen there for a file that belongs to no task.
    static let wholeMatter = "none"

    /// How the names of files end that can be attached, as people read it: `.jpg .jpeg …`.
    static let endings = FileKind.all.flatMap(\.endings).map { ".\($0)" }.joined(separator: " ")

    /// Whether it is read together with the file.
    var isOfAttachment: Bool { [Self.fileName, Self.caption, Self.task].contains(name) }

    private static func attachment(isRequired: Bool) -> [ActField] {
        [
            ActField(name: fileName, form: .file, isRequired: isRequired),
            ActField(name: caption, form: .line, isRequired: isRequired),
        ]
    }

    /// The choice between the whole matter and the open tasks that the reader may add a file to; empty where there is
    /// nothing to choose.
    private static func tasks(of matter: ActMatter) -> [ActField] {
        let tasks = matter.tasksForFiles
        guard !tasks.isEmpty else { return [] }
        let choices = tasks.map { task in
            Choice(
                name: "\(task.task)", key: "web.field.task.one",
                values: ["task": "\(task.task)", "duty": task.duty ?? "—"])
        }
        let whole = Choice(name: wholeMatter, key: "web.field.task.none")
        return [
            ActField(
                name: task, form: .choice([whole] + choices), isRequired: false, initial: wholeMatter, hasHint: false)
        ]
    }
}

extension TaskItem {
    /// Whether it is completed only with a file, and has none.
    var lacksProof: Bool { proofNeeded && files == 0 }
}
