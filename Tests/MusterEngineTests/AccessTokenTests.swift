import Testing

@testable import MusterEngine

@Suite struct AccessTokenTests {
    private static let world = ScriptedWorld(seed: 7)
    private let token = AccessToken(from: Self.world.environment)

    @Test func `A token reads back as what it was`() throws {
        let again = try #require(AccessToken(token.text))
        #expect(again.id == token.id && again.text == token.text && again.secretHash == token.secretHash)
        #expect(token.text.wholeMatch(of: /mst_[a-z0-9]{16}_[0-9a-f]{64}_[0-9a-f]{8}/) != nil)
    }

    @Test func `A token with any one character changed, left out or doubled is refused`() {
        let text = Array(token.text.utf8)
        for place in text.indices {
            for byte in UInt8(0x20)...0x7E where byte != text[place] {
                var wrong = text
                wrong[place] = byte
                #expect(AccessToken(String(decoding: wrong, as: UTF8.self)) == nil)
            }
            var short = text
            short.remove(at: place)
            #expect(AccessToken(String(decoding: short, as: UTF8.self)) == nil)
            var long = text
            long.insert(text[place], at: place)
            #expect(AccessToken(String(decoding: long, as: UTF8.self)) == nil)
        }
    }

    @Test(arguments: [
        "", "mst", "mst___", "mst_abcdefgh__00000000", "ｍst_abcdefgh", String(repeating: "a", count: 10_000),
        String(repeating: "_", count: 100), "mst_abcdefgh_\u{0}_00000000",
    ])
    func `What is no token is refused`(text: String) {
        #expect(AccessToken(text) == nil)
        #expect(AccessToken(token.text + text) == nil || text.isEmpty)
    }

    @Test func `The hash of the secret tells one token from another`() {
        let other = AccessToken(from: Self.world.environment)
        #expect(other.id != token.id && other.text != token.text)
        #expect(token.matches(hash: token.secretHash))
        #expect(!token.matches(hash: other.secretHash))
        #expect(!token.matches(hash: ""))
        #expect(!token.matches(hash: token.secretHash + "0"))
        #expect(!token.matches(hash: String(token.secretHash.dropLast())))
        #expect(token.secretHash.wholeMatch(of: /[0-9a-f]{64}/) != nil)
        #expect(!token.text.contains(token.secretHash))
    }

    @Test func `A token that is printed shows no secret`() {
        let secret = String(token.text.split(separator: "_")[2])
        var dumped = ""
        dump(token, to: &dumped)
        for shown in ["\(token)", String(reflecting: token), dumped] {
            #expect(shown.contains(token.id) && !shown.contains(secret))
        }
    }

    @Test func `Every letter and digit comes up in ids, none much more often than another`() {
        var counts: [Character: Int] = [:]
        for _ in 0..<2_000 {
            for letter in AccessToken(from: Self.world.environment).id { counts[letter, default: 0] += 1 }
        }
        #expect(counts.count == 36)
        // 32,000 draws of 36: 889 each, standard deviation 29.
        #expect(counts.values.allSatisfy { (889 - 174...889 + 174).contains($0) })
    }

    @Test func `The checksum is the CRC-32 that every tool computes`() {
        #expect(crc32(of: "123456789".utf8) == 0xCBF4_3926)
        #expect(crc32(of: "".utf8) == 0)
    }
}
