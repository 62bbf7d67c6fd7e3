/// A signature line of a note (C2SP signed-note v1.0.0): `— <name> <base64(key id || content)>`.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key that signed, by its own account.
    public let name: KeyName
    /// That key's id.
    public let keyID: KeyID
    /// What the key's algorithm makes: the signature, for a cosignature the time before it. Never empty.
    public let content: [UInt8]

    private static let dash = Array("— ".utf8)

    init(name: KeyName, keyID: KeyID, content: [UInt8]) {
        (self.name, self.keyID, self.content) = (name, keyID, content)
    }

    /// The line, without its line feed.
    public var line: String { "— \(name.text) \(Base64.encode(keyID.bytes + content))" }

    /// A line without its line feed, in UTF-8.
    ///
    /// - Throws: `noteSignatureLine` if it has another form, or the base64 is not canonical.
    public init(line: some Collection<UInt8>) throws(TransparencyError) {
        let line = Array(line)
        let parts = line.dropFirst(Self.dash.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard line.starts(with: Self.dash), parts.count == 2,
            let nameText = String(validating: parts[0], as: UTF8.self), let name = try? KeyName(nameText),
            let bytes = Base64.decode(parts[1]), bytes.count > 4
        else { throw TransparencyError(.noteSignatureLine, String(decoding: line, as: UTF8.self)) }
        self.init(
            name: name, keyID: KeyID(BigEndian.integer(bytes.prefix(4))), content: Array(bytes.dropFirst(4))
        )
    }

    /// Whether it claims to be of that key; then it must verify.
    public func claims(_ key: VerifierKey) -> Bool { keyID == key.keyID && name == key.name }
}
