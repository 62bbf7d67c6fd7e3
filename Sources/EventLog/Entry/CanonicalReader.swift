/// Reads JSON in the canonical form of RFC 8785 into values, as far as entries have it: objects of strings, integers,
/// booleans and objects. What is canonical is ``CanonicalCursor``'s business.
struct CanonicalReader {
    private let bytes: [UInt8]
    private var cursor = CanonicalCursor()

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Goes on with the cursor, over the bytes.
    private mutating func pass<Value>(
        _ body: (inout CanonicalCursor, Span<UInt8>) throws(CanonicalFault) -> Value
    ) throws(CanonicalFault) -> Value {
        let bytes = bytes
        return try body(&cursor, bytes.span)
    }

    /// Nothing may follow.
    func end() throws(CanonicalFault) { try cursor.end(of: bytes.span) }

    /// An object; each member's value is read by the caller.
    mutating func object(
        _ member: (inout CanonicalReader, String) throws(CanonicalFault) -> Void
    ) throws(CanonicalFault) {
        guard try pass({ (cursor, bytes) throws(CanonicalFault) in try cursor.open(in: bytes) }) else { return }
        var previous: Range<Int>?
        repeat {
            let key = try pass { (cursor, bytes) throws(CanonicalFault) in try cursor.key(after: previous, in: bytes) }
            previous = key
            try member(&self, String(decoding: bytes[key], as: UTF8.self))
        } while try pass({ (cursor, bytes) throws(CanonicalFault) in try cursor.goesOn(in: bytes) })
    }

    /// What stands next, an object excepted.
    mutating func value() throws(CanonicalFault) -> Envelope.Value {
        switch cursor.next(in: bytes.span) {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            .bool(try pass { (cursor, bytes) throws(CanonicalFault) in try cursor.boolean(in: bytes) })
        default: .integer(try integer())
        }
    }

    /// A whole number within ±2⁵³.
    mutating func integer() throws(CanonicalFault) -> Int64 {
        try pass { (cursor, bytes) throws(CanonicalFault) in try cursor.integer(in: bytes) }
    }

    /// A string.
    mutating func string() throws(CanonicalFault) -> String {
        let place = try pass { (cursor, bytes) throws(CanonicalFault) in try cursor.string(in: bytes) }
        guard bytes[place].contains(UInt8(ascii: "\\")) else { return String(decoding: bytes[place], as: UTF8.self) }
        return String(decoding: try unescaped(Array(bytes[place])), as: UTF8.self)
    }

    private func unescaped(_ spelt: [UInt8]) throws(CanonicalFault) -> [UInt8] {
        var text: [UInt8] = []
        var cursor = CanonicalCursor()
        while true {
            let start = cursor.index
            cursor.skip(to: UInt8(ascii: "\\"), in: spelt.span)
            text += spelt[start..<cursor.index]
            guard cursor.index < spelt.count else { return text }
            try cursor.take("\\" as Unicode.Scalar, in: spelt.span)
            text.append(try cursor.escaped(in: spelt.span))
        }
    }
}
