import EventLog
import Testing

/// The key of a log as C2SP signed-note spells it; the vectors were computed by another implementation.
struct SigningKeyTests {
    private let seed = [UInt8](repeating: 0x01, count: 32)

    @Test func `the origin carries the fingerprint of the public key`() throws {
        let key = try #require(SigningKey(seed: seed, districtCode: "610113"))
        #expect(key.fingerprint == "34750f98")
        #expect(key.name == "muster.local/610113/34750f98")
    }

    @Test func `the verifier key has name, key id and the public key`() throws {
        let key = try #require(SigningKey(seed: seed, districtCode: "610113"))
        #expect(key.keyID.hex == "a88535b4")
        #expect(
            key.verifierKey
                == "muster.local/610113/34750f98+a88535b4+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
        )
    }

    @Test func `the secret key has the seed in the same form`() throws {
        let key = try #require(SigningKey(seed: seed, districtCode: "610113"))
        #expect(
            key.secretKey
                == "PRIVATE+KEY+muster.local/610113/34750f98+a88535b4+AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
        )
    }

    @Test func `a key that was written down is the same key again`() throws {
        let key = try #require(SigningKey(seed: seed, districtCode: "610113"))
        let read = try SigningKey(parsing: key.secretKey)
        #expect(read.verifierKey == key.verifierKey && read.secretKey == key.secretKey && read.name == key.name)
        #expect(throws: (any Error).self) { try SigningKey(parsing: key.verifierKey) }
    }

    @Test(arguments: ["61 0113", "61+0113", "61\u{3000}"]) func `a code that no name can hold is no key's`(code: String)
    {
        #expect(SigningKey(seed: seed, districtCode: code) == nil)
    }

    @Test func `another district has another name and key id for the same secret`() throws {
        let one = try #require(SigningKey(seed: seed, districtCode: "610113"))
        let other = try #require(SigningKey(seed: seed, districtCode: "610104"))
        #expect(one.fingerprint == other.fingerprint)
        #expect(one.keyID != other.keyID)
    }

    @Test(arguments: [0, 31, 33, 64]) func `a seed of another length is no key`(count: Int) {
        #expect(SigningKey(seed: [UInt8](repeating: 1, count: count), districtCode: "610113") == nil)
    }
}
