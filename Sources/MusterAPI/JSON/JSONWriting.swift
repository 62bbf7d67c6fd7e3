extension JSONValue {
    /// What ``init(encoding:)`` makes of a value, written at once as UTF-8: for answers that nobody looks into again.
    public static func bytes(encoding value: some Encodable) -> [UInt8] {
        let page = JSONPage()
        do { try page.write(value) } catch {
            preconditionFailure("only values that JSON can hold are encoded: \(error)")
        }
        return page.bytes
    }
}

/// JSON that is being written, and the object or list that is open in it.
private final class JSONPage {
    private(set) var bytes: [UInt8] = []
    /// What closes the innermost object or list; nil before a value has opened one.
    private var closing: UInt8?
    private var isFirst = true

    init() { bytes.reserveCapacity(2_048) }

    func write(_ value: some Encodable) throws {
        if let json = value as? JSONValue { return json.write(to: &bytes) }
        let (outer, wasFirst) = (closing, isFirst)
        closing = nil
        isFirst = true
        try value.encode(to: JSONWriter(page: self))
        if let closing { bytes.append(closing) }
        (closing, isFirst) = (outer, wasFirst)
    }

    func open(_ opening: Unicode.Scalar, _ end: Unicode.Scalar) {
        // A value may ask for its container more than once.
        guard closing == nil else { return }
        bytes.append(UInt8(ascii: opening))
        closing = UInt8(ascii: end)
    }

    func begin() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    func begin(_ key: some CodingKey) {
        begin()
        write(key.stringValue)
        bytes.append(UInt8(ascii: ":"))
    }

    func write(_ text: String) { JSONValue.write(text, to: &bytes) }
    func write(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }
    func write(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
    func write(_ number: Double) { JSONValue.decimal(number).write(to: &bytes) }
    func writeNull() { bytes.append(contentsOf: "null".utf8) }
}

private struct JSONWriter: Encoder {
    let page: JSONPage
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        page.open("{", "}")
        return KeyedEncodingContainer(WrittenMembers(page: page))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        page.open("[", "]")
        return WrittenElements(page: page)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { WrittenValue(page: page) }
}

/// Members in the order of their declaration, and null where one is absent.
private struct WrittenMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let page: JSONPage
    var codingPath: [any CodingKey] { [] }

    private func put<Value>(_ value: Value?, _ key: Key, _ write: (Value) throws -> Void) rethrows {
        page.begin(key)
        if let value { try write(value) } else { page.writeNull() }
    }

    func encodeNil(forKey key: Key) throws { put(String?.none, key, page.write) }
    func encode(_ value: Bool, forKey key: Key) throws { put(value, key, page.write) }
    func encode(_ value: String, forKey key: Key) throws { put(value, key, page.write) }
    func encode(_ value: Double, forKey key: Key) throws { put(value, key, page.write) }
    func encode(_ value: Int, forKey key: Key) throws { put(value, key) { page.write($0) } }
    func encode(_ value: Int64, forKey key: Key) throws { put(value, key) { page.write($0) } }
    func encode(_ value: UInt64, forKey key: Key) throws { put(value, key) { page.write(Int64(clamping: $0)) } }
    func encode(_ value: some Encodable, forKey key: Key) throws { try put(value, key) { try page.write($0) } }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { put(value, key, page.write) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { put(value, key, page.write) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { put(value, key, page.write) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { put(value, key) { page.write($0) } }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws {
        put(value, key) { page.write(Int64(clamping: $0)) }
    }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
        try put(value, key) { try page.write($0) }
    }

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

private struct WrittenElements: UnkeyedEncodingContainer {
    let page: JSONPage
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(page: JSONPage) { self.page = page }

    mutating func encodeNil() throws {
        count += 1
        page.begin()
        page.writeNull()
    }
    mutating func encode(_ value: some Encodable) throws {
        count += 1
        page.begin()
        try page.write(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("resources are made of values, not of nested containers")
    }
    func superEncoder() -> any Encoder { preconditionFailure("resources inherit nothing") }
}

private struct WrittenValue: SingleValueEncodingContainer {
    let page: JSONPage
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { page.writeNull() }
    func encode(_ value: Bool) throws { page.write(value) }
    func encode(_ value: String) throws { page.write(value) }
    func encode(_ value: Double) throws { page.write(value) }
    func encode(_ value: Float) throws { page.write(Double(value)) }
    func encode(_ value: Int) throws { page.write(value) }
    func encode(_ value: Int8) throws { page.write(value) }
    func encode(_ value: Int16) throws { page.write(value) }
    func encode(_ value: Int32) throws { page.write(value) }
    func encode(_ value: Int64) throws { page.write(value) }
    func encode(_ value: UInt) throws { page.write(Int64(clamping: value)) }
    func encode(_ value: UInt8) throws { page.write(value) }
    func encode(_ value: UInt16) throws { page.write(value) }
    func encode(_ value: UInt32) throws { page.write(value) }
    func encode(_ value: UInt64) throws { page.write(Int64(clamping: value)) }
    func encode(_ value: some Encodable) throws { try page.write(value) }
}
