import CivilTime
import MusterDomain
import MusterText

extension ImportBatch {
    /// The members of a request: the one table that the check of bodies, the client and the description follow.
    public static let schema: [ActMember] = [.must("source", .string), .must("cases", .objects(caseSchema))]

    private static let caseSchema: [ActMember] = [
        .must("id", .string), .must("openedAt", .moment), .may("due", .moment), .may("closedAt", .moment),
        .may("resolution", .words), .must("street", .string), .must("department", .string),
        .must("category", .string), .must("title", .words), .may("place", .words), .may("detail", .words),
    ]

    /// A batch as it comes over HTTP.
    /// - Throws: As ``ActRequest/init(_:parameters:body:)``, and `tooManyCases`. The form of one case that is wrong
    ///   refuses all of them: it is the programme's fault and not the case's.
    public init(body: JSONValue) throws(Failure) {
        let body = try Self.schema.checked(body)
        guard case .array(let cases)? = body["cases"] else { throw Failure("badBody", status: .usage) }
        try Self.check(count: cases.count)
        self.init(source: body.text("source") ?? "", cases: cases.map(SourceCase.init(checked:)))
    }

    /// Refuses a batch of more cases than may come together.
    public static func check(count: Int) throws(Failure) {
        guard count <= most else {
            throw Failure("tooManyCases", status: .usage, ["number": "\(count)", "limit": "\(most)"], member: "cases")
        }
    }

    /// The batch as it goes over HTTP; members that are not there are left out.
    public var body: JSONValue { ["source": .string(source), "cases": .array(cases.map(\.json))] }
}

extension SourceCase {
    /// A case whose members have been checked.
    fileprivate init(checked value: JSONValue) {
        func moment(_ name: String) -> Instant? {
            value.text(name).flatMap { Moment(rfc3339: $0) }.map { Instant(milliseconds: $0.milliseconds) }
        }
        self.init(
            id: value.text("id") ?? "", openedAt: moment("openedAt") ?? Instant(milliseconds: 0),
            street: value.text("street") ?? "", department: value.text("department") ?? "",
            category: value.text("category") ?? "", title: value.text("title") ?? "")
        due = moment("due")
        closedAt = moment("closedAt")
        resolution = value.text("resolution")
        place = value.text("place")
        detail = value.text("detail")
    }

    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ text: String?) {
            if let text { members.append(JSONValue.Member(name, .string(text))) }
        }
        func text(_ moment: Instant) -> String { Timestamp.utc(milliseconds: moment.milliseconds) }
        add("id", id)
        add("openedAt", text(openedAt))
        add("due", due.map(text))
        add("closedAt", closedAt.map(text))
        add("resolution", resolution)
        add("street", street)
        add("department", department)
        add("category", category)
        add("title", title)
        add("place", place)
        add("detail", detail)
        return .object(members)
    }
}

extension JSONValue {
    fileprivate func text(_ name: String) -> String? {
        guard case .string(let text)? = self[name] else { return nil }
        return text
    }
}
