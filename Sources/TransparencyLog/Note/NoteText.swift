/// The text of a note (C2SP signed-note v1.0.0): UTF-8 without control characters but the line feed, with which it ends.
public struct NoteText: Hashable, Sendable {
    /// Its bytes, which are what is signed.
    public let bytes: [UInt8]

    /// A text out of its bytes.
    ///
    /// - Throws: `noteNotUTF8`, `noteControlCharacter`, `noteIncomplete` without the line feed at the end.
    public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
        try Self.check(bytes)
        guard let last = bytes.suffix(1).first, last == 0x0A else {
            throw TransparencyError(.noteIncomplete, "the text does not end in a line feed")
        }
        self.bytes = Array(bytes)
    }

    /// What holds for the whole note, too.
    static func check(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw TransparencyError(.noteNotUTF8, "it is not UTF-8")
        }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
            throw TransparencyError(.noteControlCharacter, "it has a control character")
        }
    }

    /// Its lines, without their line feeds.
    var lines: [ArraySlice<UInt8>] { bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) }
}

extension NoteText: CustomStringConvertible {
    /// The text.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
