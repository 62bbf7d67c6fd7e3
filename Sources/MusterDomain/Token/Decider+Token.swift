extension Decider {
    func token(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .issueToken(let post, let id, let secretHash, let expires, let readOnly, let label):
            guard board.posts.contains(post) else { throw Refusal(.noSuchPost) }
            let row = board.posts[post]
            guard row.isActive else { throw Refusal(.postEnded) }
            _ = try activeUnit(row.unit)
            guard isTokenID(id) else { throw Refusal(.badTokenID, ["text": .text(id)]) }
            guard names.number(of: id, as: .token) == nil else { throw Refusal(.codeTaken, ["text": .text(id)]) }
            guard isSHA256(secretHash) else { throw Refusal(.badHash, ["text": .text(secretHash)]) }
            try future(expires, .expiryInPast)
            return [
                Event(
                    .tokenIssued,
                    [
                        .token: .text(id), .post: .id(post), .unit: .id(row.unit), .person: .id(row.person),
                        .secretHash: .text(secretHash), .expires: .moment(expires), .readOnly: .flag(readOnly),
                        .label: label.map { .text($0) },
                    ])
            ]
        case .revokeToken(let token, let reason):
            guard board.tokens.contains(token) else { throw Refusal(.noSuchToken) }
            let row = board.tokens[token]
            guard !row.isRevoked else { throw Refusal(.tokenRevoked) }
            return [
                Event(
                    .tokenRevoked,
                    [
                        .token: .id(token), .post: .id(row.post), .unit: .id(row.unit),
                        .reason: reason.map { .words($0) },
                    ])
            ]
        default: return []
        }
    }
}

/// The public part of a token: 8 to 32 lower-case letters and digits.
func isTokenID(_ text: String) -> Bool {
    (8...32).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: false
            }
        }
}
