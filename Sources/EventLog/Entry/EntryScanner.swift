import CivilTime

/// Where the parts of an entry stand in its bytes, and those that are numbers. Found by ``EntryScanner``.
public struct ScannedEntry: Sendable {
    /// A text's field and commitment.
    public struct Text: Sendable {
        /// Where the field's name stands.
        public var field: Range<Int>
        /// Where the commitment stands.
        public var commitment: Range<Int>
    }

    /// Its position, by its `sequence`.
    public var position: Position
    /// Its place in its stream.
    public var revision: Int64
    /// When it occurred, in milliseconds since 1970.
    public var time: Int64
    /// When it was recorded.
    public var recorded: Int64
    /// The stream's name.
    public var subject: Range<Int>
    /// The log's name.
    public var source: Range<Int>
    /// The kind of event.
    public var type: Range<Int>
    /// The command that it came of.
    public var commandID: Range<Int>
    /// The digest of that command.
    public var commandDigest: Range<Int>
    /// The members of `data`.
    public var data: Range<Int>
    /// The SHA-256 of a file that the event names, in hex: its `sha256` or `slip`.
    public var file: Range<Int>?
    /// Its texts in the order of their fields.
    public var texts: [Text]
}

/// Checks an entry's bytes against the one form that entries have, and finds its parts, without making anything of them:
/// what a verifier does a million times.
///
/// It takes exactly what `Envelope(bytes:)` takes. Cost: about a nanosecond a byte.
public struct EntryScanner: Sendable {
    private var texts: [ScannedEntry.Text] = []
    private var file: Range<Int>?

    /// A scanner.
    public init() {}

    /// Looks at one entry.
    ///
    /// - Throws: ``UnreadableEntry`` for bytes that are no entry in canonical form.
    public mutating func scan(_ bytes: Span<UInt8>) throws(UnreadableEntry) -> ScannedEntry {
        do { return try scanned(bytes) } catch {
            throw UnreadableEntry(reason: "\(error.reason), at byte \(error.offset)")
        }
    }

    private mutating func scanned(_ bytes: Span<UInt8>) throws(CanonicalFault) -> ScannedEntry {
        var cursor = CanonicalCursor()
        // The canonical form has but one order of the attributes.
        try cursor.take(#"{"actor":"#, in: bytes)
        _ = try cursor.string(in: bytes)
        try cursor.take(#","authtype":"#, in: bytes)
        _ = try cursor.string(in: bytes)
        try cursor.take(#","commanddigest":"#, in: bytes)
        let commandDigest = try cursor.string(in: bytes)
        try cursor.take(#","commandid":"#, in: bytes)
        let commandID = try cursor.string(in: bytes)
        try cursor.take(#","data":"#, in: bytes)
        let data = try data(&cursor, bytes)
        try cursor.take(#","datacontenttype":"application/json","id":"#, in: bytes)
        let id = try cursor.string(in: bytes)
        try cursor.take(#","recordedtime":"#, in: bytes)
        let recorded = try moment(&cursor, bytes)
        try cursor.take(#","revision":"#, in: bytes)
        let digits = cursor.index
        let revision = try cursor.integer(in: bytes)
        let spelt = digits..<cursor.index
        try cursor.take(#","sequence":"#, in: bytes)
        let position = try sequence(&cursor, bytes)
        try cursor.take(#","source":"#, in: bytes)
        let source = try cursor.string(in: bytes)
        try cursor.take(#","specversion":"1.0","subject":"#, in: bytes)
        let subject = try cursor.string(in: bytes)
        guard Self.isID(id, subject, spelt, bytes) else {
            throw CanonicalFault(reason: "the id is not that of subject and revision", offset: id.lowerBound)
        }
        try cursor.take(#","time":"#, in: bytes)
        let time = try moment(&cursor, bytes)
        try cursor.take(#","type":"#, in: bytes)
        let type = try cursor.string(in: bytes)
        try cursor.take("}" as Unicode.Scalar, in: bytes)
        try cursor.end(of: bytes)
        return ScannedEntry(
            position: position, revision: revision, time: time, recorded: recorded, subject: subject, source: source,
            type: type, commandID: commandID, commandDigest: commandDigest, data: data, file: file, texts: texts)
    }

    private mutating func data(
        _ cursor: inout CanonicalCursor, _ bytes: Span<UInt8>
    ) throws(CanonicalFault) -> Range<Int> {
        let start = cursor.index
        texts.removeAll(keepingCapacity: true)
        file = nil
        guard try cursor.open(in: bytes) else { return start..<cursor.index }
        var previous: Range<Int>?
        repeat {
            let key = try cursor.key(after: previous, in: bytes)
            previous = key
            if cursor.next(in: bytes) == UInt8(ascii: "{") {
                guard Self.isKey(key, Envelope.wordsKey, bytes) else {
                    throw CanonicalFault(reason: "only texts are an object", offset: key.lowerBound)
                }
                try words(&cursor, bytes)
            } else {
                guard !Self.isKey(key, Envelope.wordsKey, bytes) else {
                    throw CanonicalFault(reason: "texts are an object", offset: key.lowerBound)
                }
                let start = cursor.index
                try cursor.scalar(in: bytes)
                if Self.isKey(key, "slip", bytes) || Self.isKey(key, "sha256", bytes),
                    bytes[start] == UInt8(ascii: "\"")
                {
                    file = start + 1..<cursor.index - 1
                }
            }
        } while try cursor.goesOn(in: bytes)
        return start..<cursor.index
    }

    private mutating func words(_ cursor: inout CanonicalCursor, _ bytes: Span<UInt8>) throws(CanonicalFault) {
        // An entry without texts says nothing of them.
        guard try cursor.open(in: bytes) else { throw CanonicalFault(reason: "words is empty", offset: cursor.index) }
        var previous: Range<Int>?
        repeat {
            let field = try cursor.key(after: previous, in: bytes)
            previous = field
            texts.append(ScannedEntry.Text(field: field, commitment: try cursor.string(in: bytes)))
        } while try cursor.goesOn(in: bytes)
    }

    @inline(__always)
    private static func isKey(_ key: Range<Int>, _ name: String, _ bytes: Span<UInt8>) -> Bool {
        let name = name.utf8
        guard key.count == name.count else { return false }
        return zip(key, name).allSatisfy { bytes[$0] == $1 }
    }

    private func moment(_ cursor: inout CanonicalCursor, _ bytes: Span<UInt8>) throws(CanonicalFault) -> Int64 {
        let place = try cursor.string(in: bytes)
        guard let milliseconds = Timestamp.milliseconds(canonical: bytes.extracting(place)) else {
            throw CanonicalFault(reason: "a time is malformed", offset: place.lowerBound)
        }
        return milliseconds
    }

    /// 20 digits.
    private func sequence(_ cursor: inout CanonicalCursor, _ bytes: Span<UInt8>) throws(CanonicalFault) -> Position {
        let place = try cursor.string(in: bytes)
        var position: Position = 0
        var isNumber = place.count == 20
        for index in place where isNumber {
            let (tens, isTooLarge) = position.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = tens.addingReportingOverflow(Position(bytes[index] &- 48))
            isNumber = bytes[index] &- 48 < 10 && !isTooLarge && !isStillTooLarge
            position = sum
        }
        guard isNumber else { throw CanonicalFault(reason: "the sequence is malformed", offset: place.lowerBound) }
        return position
    }

    /// Whether an id is `<subject>/<revision>`.
    private static func isID(
        _ id: Range<Int>, _ subject: Range<Int>, _ revision: Range<Int>, _ bytes: Span<UInt8>
    ) -> Bool {
        guard id.count == subject.count + 1 + revision.count else { return false }
        let slash = id.lowerBound + subject.count
        guard bytes[slash] == UInt8(ascii: "/") else { return false }
        for offset in 0..<subject.count where bytes[id.lowerBound + offset] != bytes[subject.lowerBound + offset] {
            return false
        }
        for offset in 0..<revision.count where bytes[slash + 1 + offset] != bytes[revision.lowerBound + offset] {
            return false
        }
        return true
    }
}
