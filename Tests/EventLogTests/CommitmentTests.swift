import EventLog
import Testing

/// What an entry says of a text that lies beside it.
struct CommitmentTests {
    /// Cases 1, 2 and 6 of RFC 4231, and two texts of ours, computed by another implementation.
    @Test(arguments: [
        ([UInt8](repeating: 0x0B, count: 20), "Hi There", "sDRMYdjbOFNcqK/OrwvxK4gdwgDJgz2nJuk3bC4yz/c="),
        (Array("Jefe".utf8), "what do ya want for nothing?", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="),
        (
            [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "YOQxWR7gtn8Niiaqy/W3f44LxiE3KMUUBUYEDw7jf1Q="
        ),
        (Array(0..<32), "东门口电缆井盖破损", "jBLtUk+pupiWsrzUJqiUwQAd5rGA5g6tODRtc2ZNROc="),
        ([UInt8](repeating: 0, count: 32), "", "thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0="),
    ])
    func `a commitment is HMAC-SHA256 over the text, in base64`(salt: [UInt8], text: String, expected: String) {
        #expect(Commitment.of(text, salt: salt) == expected)
    }

    @Test func `another salt or another text has another commitment`() {
        let salt = [UInt8](repeating: 7, count: Commitment.saltBytes)
        let commitment = Commitment.of("井盖破损", salt: salt)
        #expect(Commitment.of("井盖破损。", salt: salt) != commitment)
        #expect(Commitment.of("井盖破损", salt: [8] + salt.dropFirst()) != commitment)
        #expect(commitment.utf8.count == 44)
    }

    @Test func `two spellings of one letter are two texts`() {
        let salt = [UInt8](repeating: 7, count: Commitment.saltBytes)
        #expect(Commitment.of("\u{E9}", salt: salt) != Commitment.of("e\u{301}", salt: salt))
    }

    private func fits(_ commitment: some Collection<UInt8>, text: [UInt8], salt: some Collection<UInt8>) -> Bool {
        Commitment.fits(Array(commitment).span, text: text.span, salt: Array(salt).span)
    }

    @Test func `A commitment fits its text and salt, and nothing else`() {
        var random = SeededGenerator(seed: 5)
        for length in [0, 1, 2, 31, 55, 56, 63, 64, 65, 119, 120, 1_000] {
            let text = (0..<length).map { _ in UInt8(ascii: "a") + UInt8(random.next() % 26) }
            let salt = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let commitment = Commitment.bytes(of: String(decoding: text, as: UTF8.self), salt: salt)
            #expect(fits(commitment, text: text, salt: salt))
            var other = commitment
            other[Int(random.next() % 44)] ^= 1
            #expect(!fits(other, text: text, salt: salt))
            var otherSalt = salt
            otherSalt[Int(random.next() % 32)] ^= 0x80
            #expect(!fits(commitment, text: text, salt: otherSalt))
            #expect(!fits(commitment, text: (text + [0]), salt: salt))
            #expect(!fits(commitment.dropLast(), text: text, salt: salt))
            #expect(!fits(commitment, text: text, salt: salt.dropLast()))
        }
    }
}
