/// The form that keys are written in: `<name>+<8 hex of the key id>+<base64(algorithm || key)>`, and before a secret one
/// `PRIVATE+KEY+` (C2SP signed-note v1.0.0 for the public one; golang.org/x/mod/sumdb/note for the secret one).
enum KeyText {
    static let secretPrefix = "PRIVATE+KEY+"

    struct Parts {
        var name: KeyName
        var hex: String
        var algorithm: SignatureAlgorithm
        var key: [UInt8]
    }

    static func encode(_ name: KeyName, _ id: KeyID, _ algorithm: SignatureAlgorithm, _ key: [UInt8]) -> String {
        "\(name.text)+\(id.hex)+\(Base64.encode([algorithm.rawValue] + key))"
    }

    /// Nil unless it has that form and the key has 32 bytes; whether id and key belong together is not looked at.
    static func parse(_ text: Substring) -> Parts? {
        // Base64 has plus signs of its own, so only the first two divide.
        let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let nameText = String(parts[0]), let name = try? KeyName(nameText),
            let hex = String(parts[1]), hex.utf8.count == 8,
            let material = Base64.decode(parts[2]), material.count == 33,
            let algorithm = SignatureAlgorithm(rawValue: material[0])
        else { return nil }
        return Parts(name: name, hex: hex, algorithm: algorithm, key: Array(material.dropFirst()))
    }
}
