import Crypto
import Testing
import TransparencyLog

/// Keys as C2SP signed-note v1.0.0 spells them.
struct KeyTests {
    /// Made with Python's `cryptography`; the third is the specification's own.
    @Test(arguments: [
        (Trial.logKey, SignatureAlgorithm.ed25519, Trial.origin, "743376c2"),
        (Trial.witnessKey, .cosignatureV1, "witness.example/安亭", "95bcecbd"),
        (
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .ed25519, "example.com/foo",
            "530d903a"
        ),
    ])
    func `a verifier key is read and written`(
        text: String, algorithm: SignatureAlgorithm, name: String, id: String
    ) throws {
        let key = try VerifierKey(parsing: text)
        #expect(key.name.text == name && key.algorithm == algorithm && key.keyID.hex == id && key.text == text)
        #expect(VerifierKey(name: key.name, algorithm: algorithm, publicKey: key.publicKey) == key)
        #expect(VerifierKey(name: key.name, algorithm: algorithm, publicKey: key.publicKey.dropLast()) == nil)
    }

    @Test(arguments: [
        "", "+", "++", "+++", "example.com/foo", "example.com/foo+530d903a", "example.com/foo+530d903a+",
        // Another id, too short, too long, in capitals, no digits.
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903g+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        // Another name, none, one with a space.
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        // Another algorithm under the same id, a byte missing, base64 that is cut, padded, not canonical.
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k====",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    ])
    func `no other text is a verifier key`(text: String) {
        #expect(throws: TransparencyError(.badVerifierKey, "")) { try VerifierKey(parsing: text) }
    }

    @Test func `secret keys are read and written`() throws {
        let signer = try Trial.signer()
        #expect(signer.secretKey == Trial.logSecret && signer.verifierKey.text == Trial.logKey)
        let cosigner = try Trial.cosigner()
        #expect(cosigner.secretKey == Trial.witnessSecret && cosigner.verifierKey.text == Trial.witnessKey)
        let seed = (0..<32).map { UInt8($0) }
        let name = try KeyName(Trial.origin)
        #expect(NoteSigner(name: name, seed: seed)?.verifierKey == signer.verifierKey)
        #expect(Cosigner(name: name, seed: seed)?.verifierKey.algorithm == .cosignatureV1)
        #expect(NoteSigner(name: name, seed: seed + [0]) == nil && Cosigner(name: name, seed: []) == nil)
    }

    @Test func `a secret key of another form or algorithm is refused without being repeated`() {
        for text in [
            "", "PRIVATE+KEY+", Trial.logKey, String(Trial.logSecret.dropLast()),
            "private" + Trial.logSecret.dropFirst(7),
            Trial.witnessSecret, Trial.logSecret.replacing("743376c2", with: "743376c3"), Trial.logSecret + "\n",
        ] {
            let error = #expect(throws: TransparencyError(.badSecretKey, "")) { try NoteSigner(parsing: text) }
            #expect(error?.what.contains("KEY") == false)
        }
        #expect(throws: TransparencyError(.badSecretKey, "")) { try Cosigner(parsing: Trial.logSecret) }
    }

    @Test(arguments: ["", "a b", "a+b", "a\u{3000}b", "a\u{A0}b", "a\u{85}", "a\tb", "a\nb", "\u{2028}", "a\u{1}b"])
    func `a key's name has no space, plus sign or control character`(name: String) {
        #expect(throws: TransparencyError(.badKeyName, "")) { try KeyName(name) }
    }

    @Test func `names that look alike are different`() throws {
        let (one, other) = (try KeyName("caf\u{E9}"), try KeyName("cafe\u{301}"))
        #expect(one.text == other.text, "a string's own equality would take them as the same")
        #expect(one != other && Set([one, other]).count == 2)
    }
}
