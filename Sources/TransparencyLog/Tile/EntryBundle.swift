/// Up to 256 entries, each after its length in two bytes, the more significant first (C2SP tlog-tiles v0.1.0).
public enum EntryBundle {
    /// The bytes of the longest entry.
    public static let longestEntry = Int(UInt16.max)

    /// The bundle of these entries.
    ///
    /// - Throws: `entryTooLarge` for an entry of more than 65,535 bytes.
    public static func encode(_ entries: some Collection<[UInt8]>) throws(TransparencyError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            guard let length = UInt16(exactly: entry.count) else {
                throw TransparencyError(.entryTooLarge, "\(entry.count) bytes")
            }
            bytes += BigEndian.bytes(of: length)
            bytes += entry
        }
        return bytes
    }

    /// The entries of a bundle, which must be `count`.
    ///
    /// - Throws: `badEntryBundle` if they are not, or the lengths do not add up.
    public static func decode(_ bytes: [UInt8], count: Int) throws(TransparencyError) -> [ArraySlice<UInt8>] {
        var entries: [ArraySlice<UInt8>] = []
        entries.reserveCapacity(min(count, bytes.count / 2))
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Int(BigEndian.integer(rest.prefix(2), as: UInt16.self))
            guard rest.count >= 2 + length else {
                throw TransparencyError(.badEntryBundle, "it ends inside entry \(entries.count)")
            }
            entries.append(rest.dropFirst(2).prefix(length))
            rest = rest.dropFirst(2 + length)
        }
        guard entries.count == count else {
            throw TransparencyError(.badEntryBundle, "\(entries.count) entries instead of \(count)")
        }
        return entries
    }
}
