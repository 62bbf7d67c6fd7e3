import MusterAPI
import MusterDomain

/// What a string in a resource may be: the types of Swift don't say whether it is a moment or one of an enumeration's
/// names.
enum MemberForm {
    /// The schema of a string member.
    static func schema(of owner: String, _ member: String) -> JSONValue {
        if let names = enumerations["\(owner).\(member)"] {
            return ["type": "string", "enum": .array(names.map { .string($0) })]
        }
        if moments.contains(member) { return ["type": "string", "format": "date-time"] }
        return ["type": "string"]
    }

    /// Any object: an entry's data.
    static let freeObject: JSONValue = ["type": "object"]

    /// Members that are moments wherever they stand.
    private static let moments: Set<String> = [
        "since", "due", "raisedAt", "closedAt", "issuedAt", "acknowledgeBy", "acknowledgedAt", "reportInBy",
        "reportedInAt", "deliveredAt", "startsAt", "completedAt", "assignedAt", "claimedAt", "time", "recordedTime",
        "approveBy", "handledAt", "from", "to", "at", "expires", "recorded",
    ]

    private static let enumerations: [String: [String]] = {
        let rows: [(String, [String])] = [
            ("InboxItem.duty", Inbox.Duty.allCases.map(\.rawValue)),
            ("InboxItem.light", Light.allCases.map(\.rawValue)),
            ("WhistleItem.state", names(of: WhistleState.self)), ("WhistleItem.kind", names(of: WhistleKind.self)),
            ("WhistleDetail.state", names(of: WhistleState.self)),
            ("WhistleDetail.kind", names(of: WhistleKind.self)),
            ("WhistleDetail.closingClass", names(of: ClosingClass.self)),
            ("WhistleDetail.claimedResult", names(of: ClaimedResult.self)),
            ("WhistleDetail.next", names(of: WhistleAct.self)),
            ("CallItem.role", names(of: CallRole.self)), ("CallItem.state", names(of: CallState.self)),
            ("MeetingItem.kind", names(of: MeetingKind.self)), ("MeetingItem.state", names(of: MeetingState.self)),
            ("TaskItem.state", names(of: TaskState.self)),
            ("FollowUpItem.outcome", names(of: ContactOutcome.self)), ("FollowUpItem.solved", names(of: Solved.self)),
            ("BackEntryItem.state", names(of: BackEntryState.self)),
            ("UnitItem.kind", names(of: UnitKind.self)), ("Identity.unitKind", names(of: UnitKind.self)),
            ("DistrictInfo.language", ["zh", "en"]),
            ("ImportResult.result", ImportResult.Outcome.allCases.map(\.rawValue)),
        ]
        return Dictionary(rows) { first, _ in first }
    }()

    private static func names<Value: Code>(of type: Value.Type) -> [String] { Value.allCases.map(\.name) }
}
