import CivilTime
import EventLog
import FoldRow
import MusterDomain

/// What the entries of one command have in common.
struct CommandContext {
    var id: String
    var digest: [UInt8]
    /// The digest in hex.
    var digestText: String
    var actor: Actor
    /// `unit/post/person`, or `system`.
    var actorName: String
    var authType: String
    /// The source's own time; nil for a live act.
    var occurred: Instant?
    var recorded: Instant

    init(
        id: String, digest: [UInt8], actor: Actor, authType: String, occurred: Instant?, recorded: Instant,
        names: Names
    ) {
        self.id = id
        self.digest = digest
        digestText = digest.hex
        self.actor = actor
        actorName = Self.name(of: actor, names)
        self.authType = authType
        self.occurred = occurred
        self.recorded = recorded
    }

    private static func name(of actor: Actor, _ names: Names) -> String {
        guard actor != .system else { return "system" }
        let unit = names.text(of: actor.unit.rawValue, as: .unit) ?? "-"
        let post = names.text(of: actor.post.rawValue, as: .post) ?? "-"
        let person = names.text(of: actor.person.rawValue, as: .person) ?? "-"
        return "\(unit)/\(post)/\(person)"
    }
}

/// Turns events into entries, words and fold rows.
struct EntryEncoder {
    /// The log: `/districts/610113`.
    let source: String
    private let salts: SaltSource

    init(source: String, environment: Environment) {
        self.source = source
        salts = SaltSource(environment.randomBytes)
    }

    /// The name of the district's own stream.
    static let districtStream = "district"

    /// One event at a place in the log. New names are numbered in the order stream, fields of the schema, so that
    /// the numbers can be computed again from the entries alone.
    func encode(
        _ event: Event, at position: Position, stream: UInt32, subject: String, revision: Int,
        of command: CommandContext, names: inout Names
    ) throws(LedgerError) -> NewEntry {
        let time = command.occurred ?? command.recorded
        var row = FoldRow(
            kind: event.kind.rawValue, stream: stream, revision: UInt32(revision), time: time.milliseconds,
            recorded: command.recorded.milliseconds)
        row.actor = command.actor.unit.rawValue
        if revision == 1 { names.open(stream: stream, named: subject) }

        var words: [Word] = []
        var members: [Member] = []
        members.reserveCapacity(event.operands.count)
        var commitments: [Member] = []
        for operand in event.operands {
            let spelling = FieldSpelling.of(operand.field)
            if spelling.type == .words, case .text(let text) = operand.value {
                let salt = salts.next()
                words.append(Word(field: spelling.key, salt: salt, text: text))
                commitments.append(Member(spelling, .commitment(Commitment.bytes(of: text, salt: salt))))
                continue
            }
            let (value, number) = spell(operand, as: spelling.type, &names)
            members.append(Member(spelling, value))
            if let slot = spelling.slot { row[slot] = number }
        }
        row.claimed = claimed(event)
        if !commitments.isEmpty { members.append(Member(.words, .words(Member.sorted(commitments)))) }
        members = Member.sorted(members)

        let attributes = EntryAttributes(
            source: source, subject: subject, revision: revision, type: EventTypes.name(of: event.kind),
            time: time.milliseconds, recorded: command.recorded.milliseconds, position: position,
            actor: command.actorName, authType: command.authType, commandID: command.id,
            commandDigest: command.digestText)
        let bytes = attributes.bytes { writer in
            for member in members { member.write(to: &writer) }
        }
        guard bytes.count <= Entry.maximumBytes else { throw .entryTooLarge(bytes: bytes.count) }
        return NewEntry(bytes: bytes, words: words, row: row)
    }

    /// How an operand stands in the entry, and its number in the row.
    private func spell(
        _ operand: Event.Operand, as type: FieldType, _ names: inout Names
    ) -> (Member.Value, Int64) {
        switch (type, operand.value) {
        case (.named(let thing), .text(let name)): return (.string(name), Int64(names.intern(name, as: thing)))
        case (.named(let thing), .integer(let number)):
            guard let name = names.text(of: UInt32(number), as: thing) else {
                preconditionFailure("\(operand.field) names a \(thing) that the log has not met: \(number)")
            }
            return (.string(name), number)
        case (.moment, .integer(let moment)): return (.moment(moment), moment)
        case (.flag, .integer(let value)): return (.bool(value != 0), value)
        case (.code(let codes), .integer(let value)): return (.string(codes.names[Int(value)]), value)
        case (_, .integer(let value)): return (.integer(value), value)
        case (_, .text(let text)): return (.string(text), 0)
        }
    }

    /// The claimed moment of a back-entered act; -1 if it claims none; 0 for a live act.
    private func claimed(_ event: Event) -> Int64 {
        if case .integer(let moment)? = event[.claimedAt] { return moment }
        return event[.via] != nil || event[.onBehalfOf] != nil ? -1 : 0
    }
}
