import FoldRow

extension Board {
    /// Whether a token is good at a moment: not revoked, not expired, its post active and still held by the person to
    /// whom it was issued. A number that stands for no token is not good.
    public func isGood(token: TokenID, at now: Instant) -> Bool {
        guard tokens.contains(token) else { return false }
        let row = tokens[token]
        let post = posts[row.post]
        return !row.isRevoked && now < row.expires && post.isActive && post.person == row.person
    }

    mutating func applyToToken(_ kind: EventKind, _ row: FoldRow) throws(FoldError) {
        if kind == .tokenIssued {
            try parts.check(row.named)
            let post = PostID(rawValue: row.item)
            guard posts.contains(post) else { throw .missing("post", row.item) }
            guard row.c == Int64(tokens.count) + 1 else { throw .missing("token", row.c) }
            tokens.append(
                TokenRow(
                    unit: row.named, post: post, person: PersonID(rawValue: row.person),
                    expires: Instant(milliseconds: row.a), isReadOnly: row.code == 1))
            parts.units[row.named].tokens += 1
            return
        }
        guard let number = UInt32(exactly: row.c), tokens.contains(TokenID(rawValue: number)) else {
            throw .missing("token", row.c)
        }
        let token = TokenID(rawValue: number)
        guard !tokens[token].isRevoked else { throw .missing("revoked token", number) }
        tokens[token].isRevoked = true
        parts.units[tokens[token].unit].tokens -= 1
    }
}
