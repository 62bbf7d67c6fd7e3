import MusterAPI

extension Console {
    /// Data: a JSON value as one line on stdout.
    func out(_ value: JSONValue) { out(value.line) }

    /// Data: resources, one a line.
    func out(_ resources: [some Encodable]) {
        for resource in resources { out(JSONValue(encoding: resource)) }
    }
}

extension JSONValue {
    /// The members of an object; none of anything else.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// An object with one more member at its end.
    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + [Member(name, value)])
    }

    /// An object without some of its members.
    func without(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.name) })
    }
}
