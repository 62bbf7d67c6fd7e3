/// One entry of a whistle's history.
public struct TimelineItem: Sendable, Codable, Equatable {
    /// `W2026-000042/3`.
    public var id: String
    /// The CloudEvents type.
    public var type: String
    /// When it occurred, RFC 3339.
    public var time: String
    /// When it was recorded, RFC 3339.
    public var recordedTime: String
    /// `unit/post/person`, or `system`.
    public var actor: String
    /// The entry's data.
    public var data: JSONValue
    /// The texts that are still there, by field.
    public var words: JSONValue
    /// The fields whose texts were erased.
    public var erased: [String]
    /// Its number in the whistle's history, from 1.
    public var revision: Int
    /// Who acted, in words.
    public var actorName: String
    /// What happened, in one sentence of the reader's language.
    public var sentence: String
    /// What later entries corrected in it.
    public var remarks: [String]
    /// Its position in the log: a view to one more shows the whistle right after it.
    public var position: UInt64

    /// All of it.
    public init(
        id: String, type: String, time: String, recordedTime: String, actor: String, data: JSONValue,
        words: JSONValue, erased: [String], revision: Int, actorName: String, sentence: String, remarks: [String],
        position: UInt64
    ) {
        self.id = id
        self.type = type
        self.time = time
        self.recordedTime = recordedTime
        self.actor = actor
        self.data = data
        self.words = words
        self.erased = erased
        self.revision = revision
        self.actorName = actorName
        self.sentence = sentence
        self.remarks = remarks
        self.position = position
    }
}
