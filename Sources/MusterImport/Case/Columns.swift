import MusterAPI

/// The columns of the 311 form that are read, and where a file has them.
///
/// `lat` and `lon` are not among them: the place of a case is often a home, and a point to five digits says which. The
/// address says what is needed. `on_time` and `updated_at` follow from the times or say nothing about the case.
struct Columns: Sendable {
    enum Column: Int, CaseIterable {
        case id, openedAt, dueAt, closedAt, status, agency, queue, category, type, detail, title, address, district
        case postcode, channel, resolution

        var name: String {
            switch self {
            case .openedAt: "opened_at"
            case .dueAt: "due_at"
            case .closedAt: "closed_at"
            default: "\(self)"
            }
        }
    }

    /// Of each column the index of its field.
    private let places: [Int]

    /// The places that a header gives.
    ///
    /// All columns have to be there: a file without `closed_at` is not one in which
    /// every case is open.
    init(header: [String]) throws(ImportError) {
        var found: [String: Int] = [:]
        let wanted = Set(Column.allCases.map(\.name))
        for (index, field) in header.enumerated() {
            let name = CleanText.trimmed(field)
            guard wanted.contains(name) else { continue }
            guard found.updateValue(index, forKey: name) == nil else { throw .repeatedColumn(name) }
        }
        let missing = Column.allCases.map(\.name).filter { found[$0] == nil }
        guard missing.isEmpty else { throw .missingColumns(missing) }
        places = Column.allCases.compactMap { found[$0.name] }
    }

    /// A field of a record.
    func callAsFunction(_ column: Column, of record: CSVRecord) -> String {
        record.fields[places[column.rawValue]]
    }
}
