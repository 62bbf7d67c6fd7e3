public import EventLog
public import TransparencyLog

/// What a verification has done and found.
public struct VerificationReport: Sendable {
    /// What was wrong.
    public var findings = Findings()
    /// How many entries were read and hashed.
    public var size: Position = 0
    /// The root over them; nil if some could not be read.
    public var root: Hash?
    /// How many texts were compared with what the entries say of them.
    public var texts: Position = 0
    /// How many texts are gone by an event that says so.
    public var erasedTexts: Position = 0
    /// How many attached files were compared.
    public var files = 0
    /// How many kept checkpoints, and checkpoints from elsewhere, were compared.
    public var checkpoints = 0
    /// How many of the entries, from the first on, a checkpoint signed by a known key holds.
    public var anchored: Position = 0
    /// How many of them a checkpoint from elsewhere holds.
    public var anchoredElsewhere: Position = 0
    /// When the first and the last entry were recorded, in milliseconds since 1970.
    public var recorded: ClosedRange<Int64>?
    /// What former epochs had signed and the log lost when it went on from an older copy of itself.
    public var lost: [ClosedRange<Position>] = []
    /// The digest of the board, by rows computed from the entries; nil unless that was asked for.
    public var digest: String?

    /// Whether nothing was wrong.
    public var isEqual: Bool { findings.count == 0 }
}
