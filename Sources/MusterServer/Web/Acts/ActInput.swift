import MusterAPI
import MusterText

/// What somebody filled in, as a request for the act or as what is wrong with it.
struct ActInput {
    var matter: ActMatter
    var fields: FormFields
    /// The file that came along.
    var file: SentFile?
    /// At most so many bytes are kept of a file.
    var fileLimit: Int

    /// What is wrong with a field, or, without one, with the whole.
    struct Problem: Equatable {
        var field: String?
        var text: String
    }

    /// What is to be done; where something is missing or wrong, all that is.
    func plan(_ wording: Wording) -> Result<ActPlan, Problems> {
        let input = AttachmentInput(matter: matter, fields: fields, file: file, limit: fileLimit)
        let needsFile = matter.fields.contains { $0.form == .file && $0.isRequired }
        let isWished = matter.takesFile && (needsFile || input.isWished)
        var problems = isWished ? input.problems(wording) : []
        let task: Int?
        switch chosenTask(wording) {
        case .success(let number): task = number
        case .failure(let wrong):
            task = nil
            problems += wrong.list
        }
        let attached = isWished ? input.attachment(toTask: task) : nil
        if matter.act == .attach {
            guard problems.isEmpty, let attached else { return .failure(sorted(problems, wording)) }
            return .success(ActPlan(file: attached.file, attachment: nil, act: attached.act))
        }
        switch request(wording) {
        case .failure(let wrong): return .failure(sorted(problems + wrong.list, wording))
        case .success(let act):
            guard problems.isEmpty else { return .failure(sorted(problems, wording)) }
            return .success(ActPlan(file: attached?.file, attachment: attached?.act, act: act))
        }
    }

    /// The task that the file belongs to: the act's own, or the one that was chosen.
    private func chosenTask(_ wording: Wording) -> Result<Int?, Problems> {
        guard matter.act == .attach, let text = fields.text(ActField.task), text != ActField.wholeMatter else {
            return .success(matter.taskNumber)
        }
        guard let task = matter.tasksForFiles.first(where: { "\($0.task)" == text }) else {
            let label = wording.say("web.field.task")
            return .failure(
                Problems([Problem(field: ActField.task, text: wording.say("web.choose", ["field": label]))]))
        }
        return .success(task.task)
    }

    /// Problems in the order of the fields. A file that came with the form and is good has to be chosen again, since the
    /// form is shown again.
    private func sorted(_ problems: [Problem], _ wording: Wording) -> Problems {
        var problems = problems
        if let file, !problems.contains(where: { $0.field == ActField.fileName }) {
            problems.append(Problem(field: ActField.fileName, text: AttachmentInput.again(file.name, wording)))
        }
        let order = matter.fields.map(\.name)
        func place(_ problem: Problem) -> Int { problem.field.flatMap { order.firstIndex(of: $0) } ?? -1 }
        return Problems(problems.sorted { place($0) < place($1) })
    }

    /// The request; where something is missing, everything that is missing.
    private func request(_ wording: Wording) -> Result<ActRequest, Problems> {
        var values: [String: JSONValue] = ["whistle": .string(matter.whistle.whistle)]
        var problems: [Problem] = []
        if matter.act.isOfTask {
            values["task"] = .integer(Int64(matter.taskNumber ?? 0))
        } else if matter.act != .claimDone {
            values["unit"] = .string(matter.reader.unit)
        }
        for field in matter.fields where !field.isOfAttachment {
            guard let text = fields.text(field.name) else {
                if field.isRequired { problems.append(missing(field, wording)) }
                continue
            }
            switch field.form {
            case .number:
                guard let number = Self.number(text), (0...100).contains(number) else {
                    problems.append(Problem(field: field.name, text: wording.say(field.key + ".wrong")))
                    continue
                }
                values[field.name] = .integer(Int64(number))
            case .choice(let choices):
                guard choices.contains(where: { $0.name == text }) else {
                    problems.append(missing(field, wording))
                    continue
                }
                values[field.name] = .string(text)
            case .line, .lines: values[field.name] = .string(text)
            case .box: values[field.name] = .bool(true)
            case .file: preconditionFailure("a file is read with its caption")
            }
        }
        addDecided(&values)
        return problems.isEmpty ? .success(ActRequest(matter.act.name, values)) : .failure(Problems(problems))
    }

    /// What the state of the matter decides, so that nobody was asked.
    private func addDecided(_ values: inout [String: JSONValue]) {
        switch matter.act {
        case .reportIn:
            if matter.call?.onSite == true { values["mode"] = .string("onSite") }
        case .object:
            let hasCome = matter.call?.reportedInAt != nil
            values["ground"] = .string(hasCome ? "foundOnSite" : "notOurDuty")
        default: break
        }
        if fields[ActField.confirmNumbers.name] != nil { values[ActField.confirmNumbers.name] = .bool(true) }
    }

    private func missing(_ field: ActField, _ wording: Wording) -> Problem {
        let label = wording.say(field.key)
        if case .choice = field.form {
            return Problem(field: field.name, text: wording.say("web.choose", ["field": label]))
        }
        return Problem(field: field.name, text: wording.say("web.required", ["field": label]))
    }

    /// A whole number as people type it: full-width digits and a percent sign too.
    private static func number(_ text: String) -> Int? {
        var digits = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != "%" && scalar != "％" {
            let isWide = (0xFF10...0xFF19).contains(scalar.value)
            digits.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0")) : scalar)
        }
        return Int(String(digits).trimmed)
    }

    /// Everything that is wrong.
    struct Problems: Error {
        var list: [Problem]

        init(_ list: [Problem]) { self.list = list }

        /// What the ledger said against it.
        init(_ failure: Failure, fields: [ActField], _ wording: Wording) {
            let isOfFile = ["sha256", "size", "media"].contains(failure.member)
            let member = isOfFile ? ActField.fileName : failure.member
            let known = fields.contains { $0.name == member }
            let text = PageSentence.of(failure, wording.language)
            list = [Problem(field: known ? member : nil, text: text)]
        }
    }
}
