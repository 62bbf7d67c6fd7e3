import EventLog

/// The commands that the entries say they came of, gathered as they are read, to be compared with the index of command
/// ids: each is a run of entries with one id and one digest.
///
/// They are given out in pieces of ``Segment/size`` positions, so no more of them is held than begin in one.
struct CommandRuns {
    /// The commands that begin in a range, in log order; nil where entries could not be read.
    struct Piece: Equatable {
        var range: Range<Position>
        var commands: [CommandTable.Item]?
    }

    /// The command that goes on, and how its entries spell id and digest.
    private struct Run {
        var first: Position
        var id: [UInt8]
        var digest: [UInt8]
        /// Of the id as it is meant.
        var fingerprint: CommandFingerprint
    }

    private var run: Run?
    /// Where the piece begins that is being gathered, and the commands of it that have ended.
    private var start: Position = 0
    private var commands: [CommandTable.Item] = []
    /// Whether the entry before the next one could not be read.
    private var isLost = false
    private var pieces: [Piece] = []

    /// Those of entries that nobody has looked at: of every piece it can only be said whether its index can be read.
    static var unknown: Self {
        var runs = Self()
        runs.lose()
        return runs
    }

    /// The pieces that have become whole since the last call.
    mutating func takePieces() -> [Piece] {
        defer { pieces = [] }
        return pieces
    }

    /// Takes the next entry that can be read.
    mutating func take(_ entry: ScannedEntry, _ bytes: Span<UInt8>, at position: Position) {
        let (id, digest) = (bytes.extracting(entry.commandID), bytes.extracting(entry.commandDigest))
        if let run, unsafe Self.equal(id.bytes, run.id.span.bytes),
            unsafe Self.equal(digest.bytes, run.digest.span.bytes)
        {
            return
        }
        if isLost {
            // With which of the lost entries this command began is not known, so the next piece is the first again.
            giveLost(upTo: (position / Segment.size + 1) * Segment.size)
        } else {
            end(before: position)
        }
        run = Run(
            first: position, id: id.indices.map { id[$0] }, digest: digest.indices.map { digest[$0] },
            fingerprint: fingerprint(of: id, in: bytes))
    }

    /// Goes on behind entries that could not be read.
    mutating func lose() {
        run = nil
        isLost = true
    }

    /// Gives out what is left, of a log that ends here.
    mutating func finish(at size: Position) {
        if isLost { return giveLost(upTo: size) }
        end(before: size)
        if start < size { give(upTo: size, commands) }
    }

    // MARK: Pieces

    private mutating func end(before position: Position) {
        // One of another digest than any command has is none that the index could have.
        if let run, run.first >= start,
            let command = CommandTable.Item(
                run.fingerprint, first: run.first, last: position - 1, hexDigest: run.digest.span)
        {
            commands.append(command)
        }
        run = nil
        while position >= start + Segment.size { give(upTo: start + Segment.size, commands) }
    }

    private mutating func giveLost(upTo end: Position) {
        while start < end { give(upTo: min(start + Segment.size, end), nil) }
        isLost = false
    }

    private mutating func give(upTo end: Position, _ commands: [CommandTable.Item]?) {
        pieces.append(Piece(range: start..<end, commands: commands))
        start = end
        self.commands = []
    }

    // MARK: Bytes

    /// That of an id, which may be spelt with escapes.
    private func fingerprint(of id: Span<UInt8>, in entry: Span<UInt8>) -> CommandFingerprint {
        for index in id.indices where id[index] == UInt8(ascii: "\\") {
            guard let envelope = try? Envelope(bytes: entry.indices.map { entry[$0] }) else { break }
            return CommandFingerprint(of: envelope.commandID)
        }
        return unsafe CommandFingerprint(ofUTF8: id.bytes)
    }

    /// Eight bytes at a time: every entry is asked.
    private static func equal(_ left: RawSpan, _ right: RawSpan) -> Bool {
        let count = left.byteCount
        guard count == right.byteCount else { return false }
        var offset = 0
        while count - offset >= 8 {
            let word = unsafe left.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard unsafe word == right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
                return false
            }
            offset += 8
        }
        while offset < count {
            let byte = unsafe left.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
            guard unsafe byte == right.unsafeLoad(fromByteOffset: offset, as: UInt8.self) else { return false }
            offset += 1
        }
        return true
    }
}
