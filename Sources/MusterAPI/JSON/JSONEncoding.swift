extension JSONValue {
    /// The JSON of a value: members in the order of their declaration, and null where one is absent, so that every
    /// object of a kind has the same members.
    public init(encoding value: some Encodable) {
        let box = Box()
        do { try value.encode(to: ValueEncoder(box: box, codingPath: [])) } catch {
            preconditionFailure("only values that JSON can hold are encoded: \(error)")
        }
        self = box.value
    }
}

/// Where an encoder leaves what it made.
private final class Box {
    var value = JSONValue.null
}

private struct ValueEncoder: Encoder {
    let box: Box
    var codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = box.value {} else { box.value = .object([]) }
        return KeyedEncodingContainer(Members(box: box, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array = box.value {} else { box.value = .array([]) }
        return Elements(box: box, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(box: box, codingPath: codingPath) }

    /// A value by an encoder of its own. What JSON writes directly takes no detour.
    static func json(of value: some Encodable, _ path: [any CodingKey]) throws -> JSONValue {
        switch value {
        case let value as JSONValue: return value
        case let value as String: return .string(value)
        case let value as Bool: return .bool(value)
        case let value as Int: return .integer(Int64(value))
        case let value as UInt64: return .integer(Int64(clamping: value))
        case let value as Double: return .decimal(value)
        default:
            let box = Box()
            try value.encode(to: ValueEncoder(box: box, codingPath: path))
            return box.value
        }
    }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: Box
    var codingPath: [any CodingKey]

    private func put(_ value: JSONValue, _ key: Key) {
        guard case .object(var members) = box.value else { return }
        box.value = .null
        members.append(JSONValue.Member(key.stringValue, value))
        box.value = .object(members)
    }

    private func put(_ value: (some Encodable)?, _ key: Key) throws {
        put(try value.map { try ValueEncoder.json(of: $0, codingPath + [key]) } ?? .null, key)
    }

    func encodeNil(forKey key: Key) throws { put(.null, key) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws { try put(value, key) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func superEncoder() -> any Encoder { preconditionFailure("resources inherit nothing") }
    func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("resources inherit nothing") }
}

private struct Elements: UnkeyedEncodingContainer {
    let box: Box
    var codingPath: [any CodingKey]
    var count: Int { if case .array(let elements) = box.value { elements.count } else { 0 } }

    private func put(_ value: JSONValue) {
        guard case .array(var elements) = box.value else { return }
        box.value = .null
        elements.append(value)
        box.value = .array(elements)
    }

    func encodeNil() throws { put(.null) }
    func encode(_ value: some Encodable) throws { put(try ValueEncoder.json(of: value, codingPath)) }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func superEncoder() -> any Encoder { preconditionFailure("resources inherit nothing") }
}

private struct Single: SingleValueEncodingContainer {
    let box: Box
    var codingPath: [any CodingKey]

    func encodeNil() throws { box.value = .null }
    func encode(_ value: some Encodable) throws { box.value = try ValueEncoder.json(of: value, codingPath) }
    func encode(_ value: Bool) throws { box.value = .bool(value) }
    func encode(_ value: String) throws { box.value = .string(value) }
    func encode(_ value: Double) throws { box.value = .decimal(value) }
    func encode(_ value: Float) throws { box.value = .decimal(Double(value)) }
    func encode(_ value: Int) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: Int8) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: Int16) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: Int32) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: Int64) throws { box.value = .integer(value) }
    func encode(_ value: UInt) throws { box.value = .integer(Int64(clamping: value)) }
    func encode(_ value: UInt8) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: UInt16) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: UInt32) throws { box.value = .integer(Int64(value)) }
    func encode(_ value: UInt64) throws { box.value = .integer(Int64(clamping: value)) }
}
