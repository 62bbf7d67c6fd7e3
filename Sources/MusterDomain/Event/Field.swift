public import FoldRow

/// A kind of thing that the log names and numbers. Raw values are stored: never reuse one. 0 is the streams'.
public enum NamedThing: UInt8, CaseIterable, Sendable {
    /// Streets, departments and the others, by unit code.
    case unit = 1
    /// Posts, by post code.
    case post = 2
    /// Person references.
    case person = 3
    /// Categories of matters.
    case category = 4
    /// Case numbers of other systems, as `source:id`.
    case reference = 5
    /// Tokens, by their public ids.
    case token = 6
}

/// Everything that an event can say. The raw value is the key in the entry's `data`: the storage format.
public enum Field: String, CaseIterable, Sendable {
    // Named things
    case unit, person, post, parent, department, proposed, substitute, category, reference, token
    // Numbers inside a stream
    case call, meeting, task, entry, demand, decision, attempt, fromMeeting, position, request
    case formerSize, firstLost, lastLost
    // Enumerations
    case unitKind, postRole, kind, role, cause, mode, ground, meetingKind, result, verdict, outcome
    case closingClass, deadline, textField, erasureBasis
    // Moments
    case acknowledgeBy, reportInBy, due, approveBy, startsAt, claimedAt, expires
    // Amounts
    case percent, size, score, solved, satisfaction, proofNeeded, onSite, chief, readOnly
    // Plain strings that no fold needs
    case name, fullName, shortName, title, policy, slip, sha256, media, via, onBehalfOf, field, keyID, language
    case secretHash, label, origin, verifierKey, clockKey, formerKey, formerOrigin, formerRoot
    // Words: kept beside the log, committed to by the entry
    case subject, place, whyNotAlone, reason, basis, agenda, venue, minutes, duty, note, caption, summary, comment
    case correction, detail, resolution
}

/// Where a field stands in the fold row. No two fields of one event kind share a slot.
public enum Slot: Sendable {
    case unit, person, item, code, a, b, c
}

/// How a field is written in an entry.
public enum FieldType: Sendable, Equatable {
    /// A named thing: its name in the entry, its number in the row.
    case named(NamedThing)
    /// An integer.
    case number
    /// True or false in the entry, 1 or 0 in the row.
    case flag
    /// A moment: RFC 3339 in UTC with milliseconds in the entry, milliseconds in the row.
    case moment
    /// A member of an enumeration: its name in the entry, its place in this list in the row.
    case code(CodeList)
    /// A string in the entry, nothing in the row.
    case string
    /// An erasable text: a commitment in the entry, nothing in the row.
    case words
}

extension Field {
    /// How the field is written.
    public var type: FieldType { Self.types[self] ?? described }

    /// Made once: the lists of names take long to spell.
    private static let types = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.described) })

    private var described: FieldType {
        switch self {
        case .unit, .parent, .department, .proposed, .onBehalfOf: .named(.unit)
        case .person, .substitute: .named(.person)
        case .post: .named(.post)
        case .category: .named(.category)
        case .reference: .named(.reference)
        case .token: .named(.token)
        case .call, .meeting, .task, .entry, .demand, .decision, .attempt, .fromMeeting, .position, .request,
            .formerSize, .firstLost, .lastLost:
            .number
        case .percent, .size, .score, .satisfaction: .number
        case .proofNeeded, .onSite, .chief, .readOnly: .flag
        case .acknowledgeBy, .reportInBy, .due, .approveBy, .startsAt, .claimedAt, .expires: .moment
        case .unitKind: .code(UnitKind.list)
        case .postRole: .code(PostRole.list)
        case .kind: .code(WhistleKind.list)
        case .role: .code(CallRole.list)
        case .cause: .code(CancelCause.list)
        case .mode: .code(ArrivalMode.list)
        case .ground: .code(ObjectionGround.list)
        case .meetingKind: .code(MeetingKind.list)
        case .result: .code(ClaimedResult.list)
        case .verdict: .code(Verdict.list)
        case .outcome: .code(ContactOutcome.list)
        case .solved: .code(Solved.list)
        case .closingClass: .code(ClosingClass.list)
        case .deadline: .code(DeadlineKind.list)
        case .textField: .code(TextField.list)
        case .erasureBasis: .code(ErasureBasis.list)
        case .name, .fullName, .shortName, .title, .policy, .slip, .sha256, .media, .via, .field, .keyID, .language,
            .secretHash, .label, .origin, .verifierKey, .clockKey, .formerKey, .formerOrigin, .formerRoot:
            .string
        case .subject, .place, .whyNotAlone, .reason, .basis, .agenda, .venue, .minutes, .duty, .note, .caption,
            .summary, .comment, .correction, .detail, .resolution:
            .words
        }
    }

    /// The column of the fold row that holds the field, nil when no fold needs it.
    public var slot: Slot? {
        switch self {
        case .unit: .unit
        case .person: .person
        case .call, .meeting, .task, .entry, .post, .reference, .attempt: .item
        case .unitKind, .kind, .role, .cause, .mode, .ground, .meetingKind, .result, .verdict, .outcome, .closingClass,
            .deadline, .erasureBasis, .proofNeeded, .chief, .readOnly:
            .code
        case .parent, .department, .proposed, .substitute, .acknowledgeBy, .approveBy, .startsAt, .percent, .size,
            .score, .solved, .decision, .fromMeeting, .postRole, .expires, .position:
            .a
        case .due, .reportInBy, .satisfaction, .textField: .b
        case .category, .onSite, .demand, .token, .request: .c
        default: nil
        }
    }
}

extension FoldRow {
    /// Reads or writes the column of a slot as a plain integer.
    public subscript(slot: Slot) -> Int64 {
        get {
            switch slot {
            case .unit: Int64(unit)
            case .person: Int64(person)
            case .item: Int64(item)
            case .code: Int64(code)
            case .a: a
            case .b: b
            case .c: c
            }
        }
        set {
            switch slot {
            case .unit: unit = UInt32(truncatingIfNeeded: newValue)
            case .person: person = UInt32(truncatingIfNeeded: newValue)
            case .item: item = UInt32(truncatingIfNeeded: newValue)
            case .code: code = UInt32(truncatingIfNeeded: newValue)
            case .a: a = newValue
            case .b: b = newValue
            case .c: c = newValue
            }
        }
    }
}
