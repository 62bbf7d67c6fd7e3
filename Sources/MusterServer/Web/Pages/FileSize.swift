/// A length in bytes as people read it.
enum FileSize {
    /// `16 MB`, `1.5 MB`, `482 KB`, `13 B`; a KB has 1,024 bytes, as limits of the server have.
    static func text(_ bytes: Int) -> String {
        guard bytes >= 1 << 10 else { return "\(bytes) B" }
        guard bytes >= 1 << 20 else { return "\(bytes >> 10) KB" }
        let tenths = (bytes * 10) >> 20
        return tenths.isMultiple(of: 10) ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
