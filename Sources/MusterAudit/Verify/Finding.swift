public import EventLog

/// Something about a log that is not as it must be.
public struct Finding: Sendable, Equatable {
    /// What it is; the raw values are stable.
    public enum Kind: String, CaseIterable, Sendable {
        /// A block of entries or words can't be read: its checksum or its lengths do not fit.
        case block
        /// Bytes that are no entry in canonical form.
        case entry
        /// The entry says that it stands at another position.
        case sequence
        /// The entry is of another log.
        case source
        /// The entry does not follow the one before it in its stream.
        case revision
        /// The entry was recorded before a checkpoint that does not hold it.
        case recordedTooEarly
        /// The entry was recorded after a checkpoint that holds it.
        case recordedTooLate
        /// The entry was recorded before the one in front of it.
        case recordedBackwards
        /// The entry's act occurred after it was recorded.
        case occurredAfterRecorded
        /// A larger tree was cosigned before a smaller one.
        case checkpointsBackwards
        /// A stored tile of the tree is not that of the entries.
        case tile
        /// A kept checkpoint has another root than the entries.
        case checkpoint
        /// A kept checkpoint is malformed, of another log, or not signed by a key of the log.
        case signature
        /// A kept checkpoint is signed by another key than the one that the log names for it.
        case key
        /// A checkpoint is of more entries than the log has: its end was cut off.
        case cut
        /// A checkpoint that was kept elsewhere has another root than the entries.
        case against
        /// A text does not fit what the entry says of it.
        case word
        /// A text is missing, and no event says that it was erased.
        case wordMissing
        /// A text of which the entry says nothing.
        case wordUnknown
        /// A text that an event says was erased is still there.
        case wordNotErased
        /// The names of the streams are not those of the entries, or the names kept for other things.
        case name
        /// An attached file is not there.
        case fileMissing
        /// An attached file has another content than the log says.
        case file
        /// What is kept of the entries once more differs from them.
        case copy
        /// A row of the fold is not that of its entry.
        case row
    }

    /// What it is.
    public var kind: Kind
    /// At which entry, or for which size; nil where it is about none.
    public var position: Position?
    /// What was found, in English: for people who look into the file.
    public var detail: String

    /// A finding.
    public init(_ kind: Kind, at position: Position?, _ detail: String) {
        (self.kind, self.position, self.detail) = (kind, position, detail)
    }
}

/// Findings, of which a thorough damage may leave millions: the first of each kind, and how many of it there were.
public struct Findings: Sendable, Equatable {
    /// How many of a kind are kept.
    public static let mostKept = 200

    /// The first ones of each kind, in the order in which they were found.
    public private(set) var kept: [Finding] = []
    /// How many there were of each kind.
    public private(set) var counts: [Finding.Kind: Int] = [:]
    /// How many there were.
    public var count: Int { counts.values.reduce(0, +) }

    /// None.
    public init() {}

    /// Notes one.
    public mutating func add(_ kind: Finding.Kind, at position: Position?, _ detail: @autoclosure () -> String) {
        let before = counts[kind, default: 0]
        counts[kind] = before + 1
        if before < Self.mostKept { kept.append(Finding(kind, at: position, detail())) }
    }
}
