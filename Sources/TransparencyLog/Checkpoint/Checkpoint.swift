/// What a log says of itself at one size (C2SP tlog-checkpoint v1.0.0): the text of a signed note.
public struct Checkpoint: Hashable, Sendable {
    /// Which log: its first line, byte for byte.
    public let origin: String
    /// How many entries; below 2^63.
    public let size: UInt64
    /// The root over them.
    public let root: Hash
    /// Further lines, which a log should have none of.
    public let extensions: [String]
    /// The text that is signed.
    public let text: NoteText

    /// A checkpoint.
    ///
    /// - Throws: `checkpointIncomplete` if the origin or an extension is empty or has a line feed,
    ///   `noteControlCharacter`, `checkpointSize` from 2^63 on, `checkpointRoot` for a tree of no entries that has another
    ///   root.
    public init(
        origin: String, size: UInt64, root: Hash, extensions: [String] = []
    ) throws(TransparencyError) {
        let lines = [origin, String(size), root.base64] + extensions
        let checkpoint = try Checkpoint(NoteText(Array(lines.map { $0 + "\n" }.joined().utf8)))
        // A line feed inside a line would have made it two.
        guard checkpoint.extensions.count == extensions.count, checkpoint.size == size, checkpoint.root == root else {
            throw TransparencyError(.checkpointIncomplete, "a line has a line feed")
        }
        self = checkpoint
    }

    /// Reads a note's text.
    ///
    /// - Throws: `checkpointIncomplete`, `checkpointSize`, `checkpointRoot`.
    public init(_ text: NoteText) throws(TransparencyError) {
        let lines = text.lines
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw TransparencyError(.checkpointIncomplete, "it has fewer than three lines, or an empty one")
        }
        guard let size = Decimal.parse(lines[1]) else {
            throw TransparencyError(.checkpointSize, String(decoding: lines[1], as: UTF8.self))
        }
        guard let root = Hash(base64: lines[2]), size > 0 || root == .emptyRoot else {
            throw TransparencyError(.checkpointRoot, String(decoding: lines[2], as: UTF8.self))
        }
        origin = String(decoding: lines[0], as: UTF8.self)
        (self.size, self.root, self.text) = (size, root, text)
        extensions = lines.dropFirst(3).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether it is of that log, byte for byte.
    public func isOf(origin: String) -> Bool { self.origin.utf8.elementsEqual(origin.utf8) }

    /// By the text, of which all else is a reading.
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    /// Over the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
