extension JSONValue {
    /// The JSON of a value: members in the order of their declaration, and null where one is absent, so that every
    /// object of a kind has the same members. Where it is only to be sent, ``bytes(encoding:)`` is quicker.
    public init(encoding value: some Encodable) {
        do { self = try JSONReader.value(of: Self.bytes(encoding: value)) } catch {
            preconditionFailure("what is written can be read: \(error)")
        }
    }

    /// The same as UTF-8 on one line, written at once.
    public static func bytes(encoding value: some Encodable) -> [UInt8] {
        if let value = value as? any JSONWritable {
            var text = JSONText()
            value.write(to: &text)
            return text.bytes
        }
        let page = JSONPage()
        do { try page.value(value) } catch {
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

    func value(_ value: some Encodable) throws {
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
        text(key.stringValue)
        bytes.append(UInt8(ascii: ":"))
    }

    func text(_ text: String) { JSONValue.write(text, to: &bytes) }
    func number(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }
    func flag(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
    func decimal(_ number: Double) { JSONValue.decimal(number).write(to: &bytes) }
    func null() { bytes.append(contentsOf: "null".utf8) }
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
        if let value { try write(value) } else { page.null() }
    }

    func encodeNil(forKey key: Key) throws { put(String?.none, key, page.text) }
    func encode(_ value: Bool, forKey key: Key) throws { put(value, key, page.flag) }
    func encode(_ value: String, forKey key: Key) throws { put(value, key, page.text) }
    func encode(_ value: Double, forKey key: Key) throws { put(value, key, page.decimal) }
    func encode(_ value: Int, forKey key: Key) throws { put(value, key) { page.number($0) } }
    func encode(_ value: Int64, forKey key: Key) throws { put(value, key) { page.number($0) } }
    func encode(_ value: UInt64, forKey key: Key) throws { put(value, key) { page.number(Int64(clamping: $0)) } }
    func encode(_ value: some Encodable, forKey key: Key) throws { try put(value, key) { try page.value($0) } }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { put(value, key, page.flag) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { put(value, key, page.text) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { put(value, key, page.decimal) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { put(value, key) { page.number($0) } }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws {
        put(value, key) { page.number(Int64(clamping: $0)) }
    }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
        try put(value, key) { try page.value($0) }
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
        page.null()
    }
    mutating func encode(_ value: some Encodable) throws {
        count += 1
        page.begin()
        try page.value(value)
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

    func encodeNil() throws { page.null() }
    func encode(_ value: Bool) throws { page.flag(value) }
    func encode(_ value: String) throws { page.text(value) }
    func encode(_ value: Double) throws { page.decimal(value) }
    func encode(_ value: Float) throws { page.decimal(Double(value)) }
    func encode(_ value: Int) throws { page.number(value) }
    func encode(_ value: Int8) throws { page.number(value) }
    func encode(_ value: Int16) throws { page.number(value) }
    func encode(_ value: Int32) throws { page.number(value) }
    func encode(_ value: Int64) throws { page.number(value) }
    func encode(_ value: UInt) throws { page.number(Int64(clamping: value)) }
    func encode(_ value: UInt8) throws { page.number(value) }
    func encode(_ value: UInt16) throws { page.number(value) }
    func encode(_ value: UInt32) throws { page.number(value) }
    func encode(_ value: UInt64) throws { page.number(Int64(clamping: value)) }
    func encode(_ value: some Encodable) throws { try page.value(value) }
}
