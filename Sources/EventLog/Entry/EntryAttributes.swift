/// What an entry says besides its data, as it is spelt: see ``Envelope``.
public struct EntryAttributes: Sendable {
    /// The log: `/districts/610113`.
    public var source: String
    /// The stream's name.
    public var subject: String
    /// The event's place in its stream, from 1.
    public var revision: Int
    /// The kind of event.
    public var type: String
    /// When it occurred, in milliseconds since 1970.
    public var time: Int64
    /// When the log recorded it.
    public var recorded: Int64
    /// Its position in the log.
    public var position: Position
    /// Who acted.
    public var actor: String
    /// How the actor was known.
    public var authType: String
    /// The command that it came of.
    public var commandID: String
    /// The command's digest in hex.
    public var commandDigest: String

    /// Attributes by their parts.
    public init(
        source: String, subject: String, revision: Int, type: String, time: Int64, recorded: Int64, position: Position,
        actor: String, authType: String, commandID: String, commandDigest: String
    ) {
        self.source = source
        self.subject = subject
        self.revision = revision
        self.type = type
        self.time = time
        self.recorded = recorded
        self.position = position
        self.actor = actor
        self.authType = authType
        self.commandID = commandID
        self.commandDigest = commandDigest
    }

    /// The entry's canonical bytes.
    /// - Parameter data: Writes the members of `data` in the order of their keys.
    public func bytes(data: (inout CanonicalWriter) -> Void) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.open()
        writer.key("actor")
        writer.string(actor)
        writer.key("authtype")
        writer.string(authType)
        writer.key("commanddigest")
        writer.string(commandDigest)
        writer.key("commandid")
        writer.string(commandID)
        writer.key("data")
        writer.open()
        data(&writer)
        writer.close()
        writer.key("datacontenttype")
        writer.string(Envelope.mediaType)
        writer.key("id")
        writer.string("\(subject)/\(revision)")
        writer.key("recordedtime")
        writer.moment(recorded)
        writer.key("revision")
        writer.integer(Int64(revision))
        writer.key("sequence")
        // 20 digits, so that the text order of sequences is the order of the log.
        writer.digits(position, atLeast: 20)
        writer.key("source")
        writer.string(source)
        writer.key("specversion")
        writer.string(Envelope.specVersion)
        writer.key("subject")
        writer.string(subject)
        writer.key("time")
        writer.moment(time)
        writer.key("type")
        writer.string(type)
        writer.close()
        return writer.bytes
    }
}
