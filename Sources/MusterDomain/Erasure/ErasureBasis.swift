/// Why a text has to be erased: the five cases of Article 47 (1) of the Personal Information Protection Law of the
/// People's Republic of China (个人信息保护法第四十七条第一款), in its order.
public enum ErasureBasis: UInt8, Code {
    /// Item 1: the purpose has been achieved, can't be achieved, or needs the text no longer.
    case purposeAchieved
    /// Item 2: the service has ended or the period of retention is over.
    case retentionExpired
    /// Item 3: the person has withdrawn consent.
    case consentWithdrawn
    /// Item 4: the text was taken or is kept against a law, a regulation or an agreement.
    case unlawful
    /// Item 5: another law or administrative regulation asks for it.
    case otherLaw
}

/// The fields whose texts lie beside the log, numbered for fold rows: those of ``Field`` that are words.
public enum TextField: UInt8, Code {
    case subject, place, whyNotAlone, reason, basis, agenda, venue, minutes, duty, note, caption, summary, comment
    case correction, detail, resolution

    /// The field of an event.
    public var field: Field { Self.fields[Int(rawValue)] }

    private static let fields = allCases.compactMap { Field(rawValue: $0.name) }
}

/// What an entry has of texts, erased or not: the log is asked for it before a command is decided, and it never changes.
public struct EntryTexts: Sendable, Equatable {
    /// The entry's position.
    public var position: UInt64
    /// Whose history it stands in; nil for the district's own.
    public var whistle: WhistleID?
    /// Its number in that history, from 1.
    public var entry: UInt32
    /// The fields with a commitment to a text, in the order of ``TextField``.
    public var fields: [TextField]

    /// The texts of one entry.
    public init(position: UInt64, whistle: WhistleID?, entry: UInt32, fields: [TextField]) {
        self.position = position
        self.whistle = whistle
        self.entry = entry
        self.fields = fields
    }
}
