/// The bytes of a timestamped cosignature (C2SP tlog-cosignature v1.0.1).
enum Cosignature {
    /// What is signed.
    static func message(_ text: NoteText, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text.bytes
    }

    /// The time and the signature of Ed25519, out of a line's content; nil if it has another length or a time from 2^63
    /// on.
    static func parse(_ content: [UInt8]) -> (time: UInt64, signature: [UInt8])? {
        guard content.count == 8 + 64 else { return nil }
        let time: UInt64 = BigEndian.integer(content.prefix(8))
        guard time <= UInt64(Int64.max) else { return nil }
        return (time, Array(content.dropFirst(8)))
    }
}
