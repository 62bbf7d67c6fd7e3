import MusterAPI
import MusterText

/// What somebody filled in, as a request for the act or as what is wrong with it.
struct ActInput {
    var matter: ActMatter
    var fields: FormFields

    /// What is wrong with a field, or, without one, with the whole.
    struct Problem: Equatable {
        var field: String?
        var text: String
    }

    /// The request; where something is missing, everything that is missing.
    func request(_ wording: Wording) -> Result<ActRequest, Problems> {
        var values: [String: JSONValue] = ["whistle": .string(matter.whistle.whistle)]
        var problems: [Problem] = []
        if matter.act.isOfTask {
            values["task"] = .integer(Int64(matter.taskNumber ?? 0))
        } else if matter.act != .claimDone {
            values["unit"] = .string(matter.reader.unit)
        }
        for field in matter.fields {
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
            let known = fields.contains { $0.name == failure.member }
            let text = PageSentence.of(failure, wording.language)
            list = [Problem(field: known ? failure.member : nil, text: text)]
        }
    }
}
