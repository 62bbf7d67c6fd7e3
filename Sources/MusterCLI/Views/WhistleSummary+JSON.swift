import MusterAPI
import MusterDomain
import MusterService

extension WhistleSummary {
    /// The members of the object that stands for the whistle: those of a list's row, then its parts.
    var json: [(String, JSONValue)] {
        guard case .object(let found) = facts.json(of: id) else { return [] }
        let members = found.map { ($0.name, $0.value) }
        return members + [
            ("revision", JSONValue(row.revision)),
            ("approveBy", JSONValue(row.approveBy)),
            ("handledAt", JSONValue(row.handledAt)),
            ("closingClass", JSONValue(row.closingClass)),
            ("claimedResult", JSONValue(row.claimedResult)),
            ("reopened", JSONValue(row.reopened)),
            ("sentBack", JSONValue(row.sentBack)),
            ("files", JSONValue(row.files)),
            ("calls", .array(board.calls(of: id).map(json))),
            ("group", group),
            ("meetings", .array(board.meetings(of: id).map(json))),
            ("tasks", .array(board.tasks(of: id).map(json))),
            ("followUps", .array(followUps)),
            ("backEntries", .array(board.backEntries(of: id).map(json))),
        ]
    }

    private func unit(_ id: UnitID) -> JSONValue { JSONValue(reading.code(of: id)) }

    private func json(_ call: CallRow) -> JSONValue {
        [
            "call": JSONValue(call.item), "unit": unit(call.unit), "role": JSONValue(call.role),
            "state": JSONValue(call.state), "onSite": .bool(call.onSite), "issuedAt": JSONValue(call.issuedAt),
            "acknowledgeBy": JSONValue(call.acknowledgeBy), "acknowledgedAt": JSONValue(call.acknowledgedAt),
            "acknowledgedLate": .bool(call.isAcknowledgedLate(at: reading.now)),
            "reportInBy": JSONValue(call.reportInBy), "reportedInAt": JSONValue(call.reportedInAt),
            "reportedInLate": .bool(call.isReportedInLate(at: reading.now)),
            "person": call.person.exists ? .string(person(call.person)) : .null,
            "departmentScore": call.departmentScore == 0 ? .null : JSONValue(call.departmentScore),
            "streetScore": call.streetScore == 0 ? .null : JSONValue(call.streetScore),
        ]
    }

    private var group: JSONValue {
        guard row.groupLead.exists else { return .null }
        let members = board.members(of: id).map { member -> JSONValue in
            ["unit": unit(member.unit), "person": .string(person(member.person))]
        }
        return ["lead": unit(row.groupLead), "members": .array(members)]
    }

    private func json(_ meeting: MeetingRow) -> JSONValue {
        [
            "meeting": JSONValue(meeting.item), "kind": JSONValue(meeting.kind), "state": JSONValue(meeting.state),
            "startsAt": JSONValue(meeting.startsAt), "invited": JSONValue(meeting.invited),
            "attended": JSONValue(meeting.attended), "decisions": JSONValue(meeting.decisions),
        ]
    }

    private func json(_ task: TaskRow) -> JSONValue {
        [
            "task": JSONValue(task.item), "unit": unit(task.unit), "state": JSONValue(task.state),
            "percent": JSONValue(task.percent), "due": JSONValue(task.due), "completedAt": JSONValue(task.completedAt),
            "late": .bool(task.isLate(at: reading.now)), "proofNeeded": .bool(task.proofNeeded),
            "files": JSONValue(task.files), "meeting": task.meeting == 0 ? .null : JSONValue(task.meeting),
        ]
    }

    private var followUps: [JSONValue] {
        var found = board.demands(of: id).map { demand in
            json(demand.contact, demand: JSONValue(demand.item), facts.reference(demand.reference))
        }
        if row.contact.attempts > 0 { found.append(json(row.contact, demand: .null, nil)) }
        return found
    }

    private func json(_ contact: Contact, demand: JSONValue, _ reference: String?) -> JSONValue {
        [
            "demand": demand, "reference": JSONValue(reference), "attempts": JSONValue(contact.attempts),
            "outcome": JSONValue(contact.outcome), "solved": JSONValue(contact.solved),
            "satisfaction": contact.satisfaction == 0 ? .null : JSONValue(contact.satisfaction),
        ]
    }

    private func json(_ entry: BackEntryRow) -> JSONValue {
        [
            "entry": JSONValue(entry.entry), "enteredBy": unit(entry.enteredBy), "unit": unit(entry.unit),
            "claimedAt": JSONValue(entry.claimed), "state": JSONValue(entry.state),
        ]
    }
}
