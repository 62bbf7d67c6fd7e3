/// A token: what a programme shows to act for a post. The board knows neither its name nor its secret.
public struct TokenRow: BoardRow {
    /// The unit of its post.
    public internal(set) var unit: UnitID
    /// The post for which it speaks.
    public internal(set) var post: PostID
    /// Who held the post when it was issued.
    public internal(set) var person: PersonID
    /// From when on it is worth nothing.
    public internal(set) var expires: Instant
    /// Whether it may only read.
    public internal(set) var isReadOnly: Bool
    /// Whether it was revoked.
    public internal(set) var isRevoked = false

    func dump(_ put: (Int64) -> Void) {
        put(Int64(unit.rawValue))
        put(Int64(post.rawValue))
        put(Int64(person.rawValue))
        put(expires.milliseconds)
        put(isReadOnly ? 1 : 0)
        put(isRevoked ? 1 : 0)
    }
}
