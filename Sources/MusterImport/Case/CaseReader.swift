import CivilTime
import MusterAPI
import MusterDomain

/// Judges rows and makes drafts of cases of them.
struct CaseReader: Sendable {
    /// For cases without a district.
    static let noStreet = "未分配"
    /// For cases without an agency; another name, since a name belongs to one unit.
    static let noDepartment = "未分配部门"
    /// For cases without a type.
    static let noCategory = "未分类"

    let columns: Columns
    /// The line on which each case of the file was met first.
    private var lines: [String: Int] = [:]

    init(columns: Columns) { self.columns = columns }

    /// The case that a row says.
    ///
    /// A second row of the same case is rejected whatever it says: there is no telling which of them is right.
    mutating func draft(of record: CSVRecord) throws(RejectedRow) -> CaseDraft {
        let row = Row(columns: columns, record: record)
        let id = try row.id()
        if let first = lines[id] { throw row.rejected(.duplicateID, ["number": "\(first)"]) }
        let times = try row.times()

        let type = row.clean(.type, as: .category)
        let subjects = [row.clean(.title, as: .subject), row.clean(.type, as: .subject)]
        let subject = subjects.first { !$0.text.isEmpty } ?? CleanText(Self.noCategory)
        let place = CleanText(row.place, for: .place)
        let detail = CleanText(row.detail(isClosed: times.closed != nil), for: .detail)
        let resolution = row.clean(.resolution, as: .resolution)

        var told = SourceCase(
            id: id, openedAt: times.opened, street: row.unit(.district) ?? Self.noStreet,
            department: row.unit(.agency) ?? Self.noDepartment,
            category: type.text.isEmpty ? Self.noCategory : type.text, title: subject.text)
        told.due = times.due
        told.closedAt = times.closed
        told.place = place.textIfAny
        told.detail = detail.textIfAny
        if times.closed != nil { told.resolution = resolution.textIfAny }
        var draft = CaseDraft(line: record.line, told: told, maskedInClosing: resolution.masked)
        for text in [type, subject, place, detail] { draft.masked.add(text.masked) }
        lines[id] = record.line
        return draft
    }
}

extension CleanText {
    /// The text; nil if nothing is left.
    fileprivate var textIfAny: String? { text.isEmpty ? nil : text }
}

/// A record by the names of its columns.
private struct Row {
    let columns: Columns
    let record: CSVRecord

    subscript(column: Columns.Column) -> String { columns(column, of: record) }

    func clean(_ column: Columns.Column, as field: Field) -> CleanText { CleanText(self[column], for: field) }

    /// The name of a unit; what is masked in it is not counted, since most rows register none.
    func unit(_ column: Columns.Column) -> String? {
        let name = clean(column, as: .fullName).text
        return name.isEmpty ? nil : name
    }

    func rejected(_ code: RejectCode, _ values: [String: String] = [:]) -> RejectedRow {
        RejectedRow(line: record.line, id: CleanText.excerpt(trimmed(self[.id])), code, values)
    }

    func id() throws(RejectedRow) -> String {
        let id = trimmed(self[.id])
        guard !id.isEmpty else { throw rejected(.noID) }
        guard SourceCase.isNumber(id) else { throw rejected(.badID, ["text": CleanText.excerpt(id)]) }
        return id
    }

    // MARK: Times

    func times() throws(RejectedRow) -> (opened: Instant, due: Instant?, closed: Instant?) {
        guard let opened = try moment(.openedAt, or: .badOpenedAt) else { throw rejected(.noOpenedAt) }
        let due = try moment(.dueAt, or: .badDueAt)
        let closed = try moment(.closedAt, or: .badClosedAt)
        let status = SourceStatus(self[.status])
        if let closed, closed < opened {
            throw rejected(.closedBeforeOpened, ["opened": text(opened), "closed": text(closed)])
        }
        // Taken as open it would be late for ever, taken as closed it would need an invented time.
        if closed == nil, status == .closed { throw rejected(.closedWithoutTime) }
        // Reopened since, probably; the row doesn't say when.
        if let closed, status == .open { throw rejected(.openWithClosingTime, ["closed": text(closed)]) }
        return (opened, due, closed)
    }

    private func moment(_ column: Columns.Column, or code: RejectCode) throws(RejectedRow) -> Instant? {
        let text = trimmed(self[column])
        guard !text.isEmpty else { return nil }
        guard let moment = Timestamp.milliseconds(of: text).map(Instant.init), SourceCase.canTell(moment) else {
            throw rejected(code, ["text": CleanText.excerpt(text)])
        }
        return moment
    }

    private func text(_ moment: Instant) -> String { Timestamp.utc(milliseconds: moment.milliseconds) }

    // MARK: Texts

    /// The address, and what it doesn't say itself of district and postcode.
    var place: String {
        var parts: [String] = []
        for column in [Columns.Column.address, .district, .postcode] {
            let part = trimmed(self[column])
            if !part.isEmpty, !parts.contains(where: { $0.contains(part) }) { parts.append(part) }
        }
        return parts.joined(separator: ", ")
    }

    /// What else the row says, each on a line; what is no text of its own has its label.
    func detail(isClosed: Bool) -> String {
        var lines = [trimmed(self[.detail])]
        func add(_ label: String, _ column: Columns.Column) {
            let text = trimmed(self[column])
            if !text.isEmpty { lines.append("\(label): \(text)") }
        }
        if trimmed(self[.category]) != trimmed(self[.type]) { add("大类", .category) }
        add("渠道", .channel)
        add("队列", .queue)
        // An open case has no closing that could hold it.
        if !isClosed { add("办理情况", .resolution) }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// The text without white space around it.
private func trimmed(_ text: String) -> String { CleanText.trimmed(text) }

/// What a source's status says about being closed; many say nothing that is known here.
private enum SourceStatus {
    case open, closed, unknown

    init(_ text: String) {
        switch trimmed(text).lowercased() {
        case "closed", "已关闭", "已办结", "已结案", "办结", "结案": self = .closed
        case "open", "in progress", "办理中", "处理中": self = .open
        default: self = .unknown
        }
    }
}
