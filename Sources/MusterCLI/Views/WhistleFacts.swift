import MusterAPI
import MusterDomain
import MusterService

/// What JSON says of a whistle.
///
/// Names that the log numbers are read once, since there may be very many.
struct WhistleFacts {
    private let reading: Reading
    private let references: [String]
    private let categories: [String]

    init(_ reading: Reading) async throws(Failure) {
        self.reading = reading
        references = try await reading.names(of: .reference)
        categories = try await reading.names(of: .category)
    }

    /// `source:id` of a case number.
    func reference(_ number: UInt32) -> String? { Self.name(number, in: references) }

    /// The name of a category.
    func category(_ number: UInt32) -> String? { Self.name(number, in: categories) }

    /// The object that stands for a whistle in lists; scripts rely on its keys.
    func json(of id: WhistleID) -> JSONValue {
        let row = reading.board.whistles[id]
        let lead = row.isImported ? row.department : reading.board.answerableUnit(of: id) ?? .none
        let demands = row.counts.demands == 0 ? [] : reading.board.demands(of: id)
        return [
            "whistle": .string(row.name.description),
            "reference": JSONValue(reference(row.reference).map(Self.caseID)),
            "state": JSONValue(row.state),
            "kind": row.isImported ? .null : JSONValue(row.kind),
            "category": JSONValue(category(row.category)),
            "street": JSONValue(reading.code(of: row.raiser)),
            "lead": JSONValue(reading.code(of: lead)),
            "raisedAt": JSONValue(row.raisedAt),
            "due": JSONValue(row.due),
            "closedAt": JSONValue(row.closedAt),
            "late": .bool(row.isLate(at: reading.now)),
            "demands": .array(demands.map { JSONValue(reference($0.reference)) }),
        ]
    }

    /// The source's own case id: what stands behind the first colon.
    private static func caseID(_ reference: String) -> String {
        reference.firstIndex(of: ":").map { String(reference[reference.index(after: $0)...]) } ?? reference
    }

    private static func name(_ number: UInt32, in names: [String]) -> String? {
        number >= 1 && number <= names.count ? names[Int(number) - 1] : nil
    }
}
