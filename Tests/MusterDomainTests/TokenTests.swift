import Testing

@testable import MusterDomain

@Suite struct TokenTests {
    private static func issue(
        _ post: PostID = Party.housing.actor.post,
        id: String = "token0001",
        hash: String = District.hash,
        days: Int64 = 90,
        label: String? = nil
    ) -> Rule.Situation {
        { district in
            .issueToken(
                post: post, id: id, secretHash: hash, expires: district.now + .days(days), readOnly: true, label: label)
        }
    }

    static let rules: [Rule] = [
        Rule("a token for an officer", nil, by: .centre, issue()),
        Rule("a token for a community", nil, by: .centre, issue(Party.community.actor.post)),
        Rule("a token with a label", nil, by: .centre, issue(label: "窗口电脑")),
        Rule("a token for ten years", nil, by: .centre, issue(days: 3_660)),
        Rule("a token for longer", .tooFarAhead, by: .centre, issue(days: 3_661)),
        Rule("a token that expires now", .expiryInPast, by: .centre, issue(days: 0)),
        Rule("a token that expired yesterday", .expiryInPast, by: .centre, issue(days: -1)),
        Rule("for a post that nobody knows", .noSuchPost, by: .centre, issue(PostID(rawValue: 99))),
        Rule("for no post", .noSuchPost, by: .centre, issue(.none)),
        Rule("for a post that ended", .postEnded, by: .centre) { district in
            try district.perform(.endPost(Party.housing.actor.post), by: .centre)
            return district.issue()
        },
        Rule("for a unit that retired", .unitRetired, by: .centre) { district in
            try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
            return district.issue(for: .urban)
        },
        Rule("the shortest id", nil, by: .centre, issue(id: "abcd1234")),
        Rule("an id that is too short", .badTokenID, by: .centre, issue(id: "abcd123")),
        Rule("the longest id", nil, by: .centre, issue(id: String(repeating: "a", count: 32))),
        Rule("an id that is too long", .badTokenID, by: .centre, issue(id: String(repeating: "a", count: 33))),
        Rule("an id with a capital", .badTokenID, by: .centre, issue(id: "Token0001")),
        Rule("an id with an underscore", .badTokenID, by: .centre, issue(id: "token_001")),
        Rule("an id in Chinese", .badTokenID, by: .centre, issue(id: "令牌令牌")),
        Rule("an id that is taken", .codeTaken, by: .centre) { district in
            try district.token()
            return district.issue(for: .police)
        },
        Rule("an id that a revoked token had", .codeTaken, by: .centre) { district in
            try district.perform(.revokeToken(try district.token(), reason: nil), by: .centre)
            return district.issue()
        },
        Rule("no hash", .badHash, by: .centre, issue(hash: "")),
        Rule("a hash in capitals", .badHash, by: .centre, issue(hash: District.hash.uppercased())),
        Rule("a label of forty characters", nil, by: .centre, issue(label: String(repeating: "窗", count: 40))),
        Rule("a longer label", .textTooLong, by: .centre, issue(label: String(repeating: "窗", count: 41))),
        Rule("an empty label", .textEmpty, by: .centre, issue(label: " ")),
        Rule("a label with a mobile number", .personalNumber, by: .centre, issue(label: "张 13800138000")),
        Rule("by a street", .roleMayNot, issue()),
        Rule("by a department for itself", .roleMayNot, by: .housing, issue()),
        Rule("entered afterwards", .onlyLive, by: .centre, entered: BackEntry(via: .phone), issue()),
        Rule("revoked", nil, by: .centre) { .revokeToken(try $0.token(), reason: nil) },
        Rule("revoked with a reason", nil, by: .centre) { .revokeToken(try $0.token(), reason: "电脑遗失") },
        Rule("revoked when it has expired", nil, by: .centre) { district in
            let token = try district.token(days: 1)
            district.wait(.days(2))
            return .revokeToken(token, reason: nil)
        },
        Rule("revoked twice", .tokenRevoked, by: .centre) { district in
            let token = try district.token()
            try district.perform(.revokeToken(token, reason: nil), by: .centre)
            return .revokeToken(token, reason: nil)
        },
        Rule("revoking none", .noSuchToken, by: .centre) { _ in .revokeToken(.none, reason: nil) },
        Rule("revoking one to come", .noSuchToken, by: .centre) { _ in .revokeToken(TokenID(rawValue: 1), reason: nil)
        },
        Rule("revoked by its own unit", .roleMayNot, by: .housing) { .revokeToken(try $0.token(), reason: nil) },
        Rule("revoked afterwards", .onlyLive, by: .centre, entered: BackEntry(via: .paper)) {
            .revokeToken(try $0.token(), reason: nil)
        },
    ]

    @Test(arguments: rules)
    func `Tokens are issued and revoked by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `The board knows for whom a token is and how long`() throws {
        var district = try District()
        let token = try district.token(days: 30)
        let row = district.board.tokens[token]
        #expect(row.unit == Party.housing.unit && row.post == Party.housing.actor.post)
        #expect(row.person == Party.housing.actor.person && row.expires == district.now + .days(30))
        #expect(!row.isReadOnly && !row.isRevoked)
    }

    @Test func `A token is good until it is revoked`() throws {
        var district = try District()
        let token = try district.token()
        #expect(district.board.isGood(token: token, at: district.now))
        try district.perform(.revokeToken(token, reason: nil), by: .centre)
        #expect(!district.board.isGood(token: token, at: district.now))
    }

    @Test func `A token is good until the moment at which it expires`() throws {
        var district = try District()
        let token = try district.token(days: 30)
        let end = district.now + .days(30)
        #expect(district.board.isGood(token: token, at: Instant(milliseconds: end.milliseconds - 1)))
        #expect(!district.board.isGood(token: token, at: end))
    }

    @Test func `A token dies with its post`() throws {
        var district = try District()
        let token = try district.token()
        try district.perform(.endPost(Party.housing.actor.post), by: .centre)
        #expect(!district.board.isGood(token: token, at: district.now))
    }

    @Test func `A token does not go over to the post's next holder, and is good again under the first`() throws {
        var district = try District()
        let token = try district.token()
        func hold(_ person: String) -> Command {
            .assignPost(code: "P0004", unit: Party.housing.unit, title: "经办人", person: person, chief: false)
        }
        try district.perform(hold("H-9"), by: .centre)
        #expect(!district.board.isGood(token: token, at: district.now))
        try district.perform(hold(Party.housing.person), by: .centre)
        #expect(district.board.isGood(token: token, at: district.now))
    }

    @Test func `No number is good that stands for no token`() throws {
        let district = try District()
        for number in [0, 1, 77, UInt32.max] {
            #expect(!district.board.isGood(token: TokenID(rawValue: number), at: district.now))
        }
    }

    @Test func `A unit's unrevoked tokens are counted, expired ones too`() throws {
        var district = try District()
        func count() -> UInt32 { district.board.units[Party.housing.unit].tokens }
        let first = try district.token("token0001", days: 1)
        try district.token("token0002")
        try district.token("token0003", for: .police)
        district.wait(.days(2))
        #expect(count() == 2)
        try district.perform(.revokeToken(first, reason: nil), by: .centre)
        #expect(count() == 1)
        #expect(district.board.units[Party.police.unit].tokens == 1)
    }
}
