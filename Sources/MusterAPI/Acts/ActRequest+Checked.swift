import MusterDomain
import MusterText

extension ActRequest {
    /// A request as it comes over HTTP or from a form.
    /// - Parameters:
    ///   - act: What is asked.
    ///   - parameters: The members of the path by name, percent-decoded.
    ///   - body: An object of the other members.
    /// - Throws: `badBody`, `unknownMember`, `missingMember`, `badMember`, `badMoment`, `badValue`, or the refusal of a
    ///   number out of its range; the failure's `member` is a JSON pointer without its first slash.
    public init(_ act: ActName, parameters: [String: String], body: JSONValue) throws(Failure) {
        guard case .object(let members) = body else { throw Failure("badBody", status: .usage) }
        let schema = act.schema
        var values: [String: JSONValue] = [:]
        for parameter in schema.parameters {
            values[parameter.name] = parameters[parameter.name].map { parameter.form.value(ofPathText: $0) }
        }
        let allowed = schema.members + ActSchema.common
        for member in members {
            guard allowed.contains(where: { $0.name == member.name }) else {
                throw .unknownMember(member.name, allowed, in: "")
            }
            values[member.name] = member.value
        }
        self = try ActRequest(act, values).checked()
    }

    /// The request if its members are those of the act's schema, each of its form.
    ///
    /// Whoever carries out a request checks it, so that it does not matter from where it comes.
    /// - Throws: As ``init(_:parameters:body:)``.
    public func checked() throws(Failure) -> ActRequest {
        let members = act.schema.all
        if let unknown = values.keys.sorted().first(where: { name in !members.contains { $0.name == name } }) {
            throw .unknownMember(unknown, members, in: "")
        }
        var checked = self
        for member in members {
            guard let value = values[member.name] else {
                if member.isRequired { throw .missingMember(member.name) }
                continue
            }
            checked.values[member.name] = try member.checked(value, in: "")
        }
        return checked
    }
}

extension [ActMember] {
    /// A whole body if it is an object of these members, each of its form.
    func checked(_ body: JSONValue) throws(Failure) -> JSONValue {
        guard case .object = body else { throw Failure("badBody", status: .usage) }
        return try ActMember.object(body, self, at: "")
    }
}

extension ActMember {
    /// The value if it is of the member's form.
    /// - Parameter place: The pointer of the object that holds it, ending in a slash; empty for the body itself.
    fileprivate func checked(_ value: JSONValue, in place: String) throws(Failure) -> JSONValue {
        let pointer = place + Self.escaped(name)
        switch (form, value) {
        case (.words, .string), (.string, .string), (.unit, .string), (.post, .string), (.whistle, .string),
            (.flag, .bool):
            return value
        case (.moment, .string(let text)):
            guard Moment(rfc3339: text) != nil else {
                throw Failure(
                    "badMoment", status: .usage, ["member": pointer, "text": text], key: "error.badMomentOfRequest",
                    member: pointer)
            }
            return value
        case (.integer(let range), _):
            guard let number = value.whole else { throw wrong(pointer) }
            guard let small = Int(exactly: number), range.contains(small) else {
                throw outOfRange(number, range, pointer)
            }
            return .integer(number)
        case (.code(let names), .string(let text)):
            guard names.contains(text) else {
                throw Failure(
                    "badValue", status: .usage,
                    ["text": text, "option": pointer, "allowed": names.joined(separator: ", ")], member: pointer)
            }
            return value
        case (.units, .array(let elements)):
            for (index, element) in elements.enumerated() {
                guard case .string = element else {
                    throw ActMember(name: "\(index)", form: .unit, isRequired: true).wrong("\(pointer)/\(index)")
                }
            }
            return value
        case (.objects(let members), .array(let elements)):
            var checked: [JSONValue] = []
            for (index, element) in elements.enumerated() {
                checked.append(try Self.object(element, members, at: "\(pointer)/\(index)"))
            }
            return .array(checked)
        default: throw wrong(pointer)
        }
    }

    /// - Parameter pointer: Where the object stands; empty for the body itself.
    fileprivate static func object(
        _ value: JSONValue, _ members: [ActMember], at pointer: String
    ) throws(Failure) -> JSONValue {
        let place = pointer.isEmpty ? "" : pointer + "/"
        guard case .object(let present) = value else {
            throw ActMember(name: pointer, form: .objects(members), isRequired: true).wrong(pointer)
        }
        if let unknown = present.first(where: { there in !members.contains { $0.name == there.name } }) {
            throw .unknownMember(unknown.name, members, in: place)
        }
        var checked: [JSONValue.Member] = []
        for member in members {
            guard let value = value[member.name] else {
                if member.isRequired { throw .missingMember(place + member.name) }
                continue
            }
            checked.append(JSONValue.Member(member.name, try member.checked(value, in: place)))
        }
        return .object(checked)
    }

    /// A name as a part of a JSON pointer (RFC 6901).
    fileprivate static func escaped(_ name: String) -> String {
        name.contains { $0 == "~" || $0 == "/" } ? name.replacing("~", with: "~0").replacing("/", with: "~1") : name
    }
}

extension JSONValue {
    /// A whole number, whichever way it is written: JSON knows no difference between 3 and 3.0.
    fileprivate var whole: Int64? {
        switch self {
        case .integer(let number): number
        case .decimal(let number): Int64(exactly: number)
        default: nil
        }
    }
}

extension ActMember.Form {
    /// A text of the path as the JSON that it stands for; what is no number stays a text, which no number may be.
    fileprivate func value(ofPathText text: String) -> JSONValue {
        guard case .integer = self, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text)
        else { return .string(text) }
        return .integer(number)
    }
}

// MARK: Failures

extension ActMember {
    private func wrong(_ pointer: String) -> Failure {
        Failure("badMember", status: .usage, key: "error.badMember", member: pointer) { language in
            ["member": pointer, "form": form.words(language)]
        }
    }

    /// The rule that a number breaks when it is outside of its range: the same that refuses it when it is inside and
    /// names nothing.
    private func outOfRange(_ number: Int64, _ range: ClosedRange<Int>, _ pointer: String) -> Failure {
        let rules: [String: (RefusalCode, ExitStatus)] = [
            "meeting": (.noSuchMeeting, .notFound), "task": (.noSuchTask, .notFound),
            "demand": (.noSuchDemand, .notFound), "entry": (.noSuchEntry, .notFound),
            "percent": (.percentOutOfRange, .failure), "score": (.scoreOutOfRange, .failure),
            "satisfaction": (.satisfactionOutOfRange, .failure), "size": (.badSize, .failure),
        ]
        guard let (code, status) = rules[name] else { return wrong(pointer) }
        return Failure(
            code.rawValue, status: status, ["number": "\(number)"], key: "refusal.\(code.rawValue)", member: pointer)
    }
}

extension Failure {
    fileprivate static func unknownMember(_ name: String, _ allowed: [ActMember], in place: String) -> Failure {
        let pointer = place + ActMember.escaped(name)
        return Failure(
            "unknownMember", status: .usage,
            ["member": pointer, "allowed": allowed.map(\.name).joined(separator: ", ")], member: pointer)
    }

    fileprivate static func missingMember(_ pointer: String) -> Failure {
        Failure("missingMember", status: .usage, ["member": pointer], member: pointer)
    }
}
