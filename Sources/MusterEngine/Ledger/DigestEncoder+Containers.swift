/// The members of an object.
struct DigestObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: DigestSink

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { sink.add(DigestText.null, key.stringValue) }
    func encode(_ value: Bool, forKey key: Key) { sink.add(DigestText.of(value), key.stringValue) }
    func encode(_ value: String, forKey key: Key) { sink.add(DigestText.of(value), key.stringValue) }
    func encode(_ value: Int, forKey key: Key) { sink.add(DigestText.of(value), key.stringValue) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try value.encode(to: DigestEncoder(sink: sink.nest(key.stringValue)))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        let nested = sink.nest(key.stringValue)
        nested.begin(.object)
        return KeyedEncodingContainer(DigestObject<Nested>(sink: nested))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = sink.nest(key.stringValue)
        nested.begin(.array)
        return DigestArray(sink: nested)
    }

    func superEncoder() -> any Encoder { DigestEncoder(sink: sink.nest("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { DigestEncoder(sink: sink.nest(key.stringValue)) }
}

/// The members of an array.
struct DigestArray: UnkeyedEncodingContainer {
    let sink: DigestSink

    var codingPath: [any CodingKey] { [] }
    var count: Int { sink.count }

    func encodeNil() { sink.add(DigestText.null) }
    func encode(_ value: Bool) { sink.add(DigestText.of(value)) }
    func encode(_ value: String) { sink.add(DigestText.of(value)) }
    func encode(_ value: Int) { sink.add(DigestText.of(value)) }
    func encode(_ value: some Encodable) throws { try value.encode(to: DigestEncoder(sink: sink.nest())) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        let nested = sink.nest()
        nested.begin(.object)
        return KeyedEncodingContainer(DigestObject<Nested>(sink: nested))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let nested = sink.nest()
        nested.begin(.array)
        return DigestArray(sink: nested)
    }

    func superEncoder() -> any Encoder { DigestEncoder(sink: sink.nest()) }
}

/// A value that is neither. Only what the standard library's own types ask for by name is spelt here; the rest comes
/// down to these.
struct DigestScalar: SingleValueEncodingContainer {
    let sink: DigestSink

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { sink.write(DigestText.null) }
    func encode(_ value: Bool) { sink.write(DigestText.of(value)) }
    func encode(_ value: String) { sink.write(DigestText.of(value)) }
    func encode(_ value: Int) { sink.write(DigestText.of(value)) }
    func encode(_ value: Int8) { sink.write(DigestText.of(value)) }
    func encode(_ value: Int16) { sink.write(DigestText.of(value)) }
    func encode(_ value: Int32) { sink.write(DigestText.of(value)) }
    func encode(_ value: Int64) { sink.write(DigestText.of(value)) }
    func encode(_ value: UInt) { sink.write(DigestText.of(value)) }
    func encode(_ value: UInt8) { sink.write(DigestText.of(value)) }
    func encode(_ value: UInt16) { sink.write(DigestText.of(value)) }
    func encode(_ value: UInt32) { sink.write(DigestText.of(value)) }
    func encode(_ value: UInt64) { sink.write(DigestText.of(value)) }
    func encode(_ value: Double) throws { throw refused(value) }
    func encode(_ value: Float) throws { throw refused(value) }
    func encode(_ value: some Encodable) throws { try value.encode(to: DigestEncoder(sink: sink)) }

    /// No command holds one, and how they are spelt would be another rule to keep for ever.
    private func refused(_ value: Any) -> EncodingError {
        .invalidValue(value, EncodingError.Context(codingPath: [], debugDescription: "a digest holds no floats"))
    }
}
