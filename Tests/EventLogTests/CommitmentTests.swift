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
}
