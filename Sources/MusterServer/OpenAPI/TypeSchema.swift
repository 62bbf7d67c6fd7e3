import MusterAPI

/// The JSON Schema of a resource, found by decoding one from nothing: the type itself says which members it has, in
/// which order, of which kind, and which may be null.
struct TypeSchema {
    /// The schemas of all named types that were met, by name.
    private(set) var named: [(name: String, schema: JSONValue)] = []

    /// Describes a type under a name, and what it is made of.
    mutating func describe(_ type: (some Decodable).Type, as name: String) {
        guard !named.contains(where: { $0.name == name }) else { return }
        let place = named.count
        named.append((name, .null))
        let probe = Probe(owner: name)
        guard (try? type.init(from: probe)) != nil else {
            preconditionFailure("\(name) is not made of what the probe knows")
        }
        named[place].schema = object(probe.members)
        for nested in probe.nested { describe(nested.type, as: nested.name) }
    }

    private func object(_ members: [(name: String, schema: JSONValue)]) -> JSONValue {
        [
            "type": "object",
            "properties": .object(members.map { JSONValue.Member($0.name, $0.schema) }),
            "required": .array(members.map { .string($0.name) }),
        ]
    }
}

/// A decoder that has nothing to decode: it notes what it is asked for and answers with empty values.
private final class Probe: Decoder {
    let owner: String
    var members: [(name: String, schema: JSONValue)] = []
    var nested: [(name: String, type: any Decodable.Type)] = []
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(owner: String) { self.owner = owner }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Noting(probe: self))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unknown }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unknown }

    private var unknown: any Error {
        DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "\(owner) is no plain object"))
    }

    /// The schema of a member, and an empty value of its type.
    func note<Value: Decodable>(_ type: Value.Type, _ key: any CodingKey, isOptional: Bool) throws -> Value {
        let (schema, value) = try answer(type, key.stringValue)
        members.append((key.stringValue, isOptional ? Self.orNull(schema) : schema))
        guard let value = value as? Value else { throw unknown }
        return value
    }

    private func answer(_ type: any Decodable.Type, _ name: String) throws -> (schema: JSONValue, empty: Any) {
        switch type {
        case is String.Type: return (MemberForm.schema(of: owner, name), "")
        case is Bool.Type: return (["type": "boolean"], false)
        case is Int.Type: return (["type": "integer"], 0)
        case is Int64.Type: return (["type": "integer", "format": "int64"], Int64(0))
        case is UInt64.Type: return (["type": "integer", "format": "int64", "minimum": 0], UInt64(0))
        case is Double.Type: return (["type": "number"], Double(0))
        case is JSONValue.Type: return (MemberForm.freeObject, JSONValue.null)
        case let list as any ListType.Type:
            let (element, _) = try answer(list.element, name)
            return (["type": "array", "items": element], list.empty)
        default:
            let schemaName = "\(type)"
            nested.append((schemaName, type))
            let reference: JSONValue = ["$ref": .string("#/components/schemas/\(schemaName)")]
            return (reference, try type.init(from: Probe(owner: schemaName)))
        }
    }

    /// The same schema for a member that may be null.
    private static func orNull(_ schema: JSONValue) -> JSONValue {
        guard case .object(var members) = schema,
            let place = members.firstIndex(where: { $0.name == "type" })
        else { return ["oneOf": [schema, ["type": "null"]]] }
        members[place].value = [members[place].value, "null"]
        if let names = members.firstIndex(where: { $0.name == "enum" }), case .array(let all) = members[names].value {
            members[names].value = .array(all + [.null])
        }
        return .object(members)
    }
}

/// A list, and what it is a list of.
private protocol ListType {
    static var element: any Decodable.Type { get }
    static var empty: Any { get }
}

extension Array: ListType where Element: Decodable {
    static var element: any Decodable.Type { Element.self }
    static var empty: Any { Self() }
}

private struct Noting<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: Probe
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try probe.note(type, key, isOptional: false)
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try probe.note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? {
        try probe.note(type, key, isOptional: true)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { preconditionFailure("resources are made of values") }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        preconditionFailure("resources are made of values")
    }
    func superDecoder() throws -> any Decoder { preconditionFailure("resources inherit nothing") }
    func superDecoder(forKey key: Key) throws -> any Decoder { preconditionFailure("resources inherit nothing") }
}
