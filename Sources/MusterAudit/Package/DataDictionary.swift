import EventLog
import MusterDomain
import MusterText

/// The data dictionary of a package: what every column, every member of an enumeration, every kind of event and every
/// field means. It is made from the declarations by which the tables and the entries are written.
enum DataDictionary {
    private static let heading = ["file", "column", "value", "zh", "en", "type", "unit"]

    /// The file `dictionary.csv`.
    static var text: String {
        var lines = SpreadsheetLine.mark + SpreadsheetLine.text(heading)
        for row in rows { lines += SpreadsheetLine.text(row) }
        return lines
    }

    /// Its rows.
    static var rows: [[String?]] {
        self.rows(of: PackageTables.whistles) + self.rows(of: PackageTables.calls) + self.rows(of: PackageTables.tasks)
            + self.rows(of: PackageTables.evaluations) + words + attributes + kinds + fields
    }

    private static func rows<Row>(of table: Table<Row>) -> [[String?]] {
        table.columns.flatMap { column in
            let key = "package.column.\(table.name).\(column.name)"
            let unit = column.unit == .none ? nil : bothLanguages("package.unit.\(column.unit.rawValue)")
            var rows = [row(table.file, column.name, nil, key, column.kind.name, unit)]
            if case .code(let type, let members) = column.kind {
                rows += members.map { row(table.file, column.name, $0, "\(type).\($0)", "code", nil) }
            }
            if table.name == PackageTables.evaluations.name, column.name == "event" {
                rows += EvaluationRecord.kinds.map { kind in
                    [table.file, column.name, kind.type, meaning(of: kind, .zh), meaning(of: kind, .en), "name", nil]
                }
            }
            return rows
        }
    }

    /// The members of the lines of `words.jsonl`.
    private static var words: [[String?]] {
        [("position", "integer"), ("words.field", "name"), ("words.salt", "base64"), ("words.text", "text")].map {
            row("words.jsonl", $0.0, nil, "package.word.\($0.0)", $0.1, nil)
        }
    }

    /// The attributes of an entry, as `docs/events.md` has them.
    private static let attributeTypes: KeyValuePairs = [
        "specversion": "name", "id": "name", "source": "name", "type": "event", "subject": "name",
        "time": "RFC 3339, Z", "datacontenttype": "name", "data": "object", "recordedtime": "RFC 3339, Z",
        "sequence": "digits", "revision": "integer", "actor": "name", "authtype": "name", "commandid": "name",
        "commanddigest": "hex",
    ]

    private static var attributes: [[String?]] {
        attributeTypes.map { row("entries.jsonl", $0.key, nil, "package.entry.\($0.key)", $0.value, nil) }
    }

    private static var kinds: [[String?]] {
        EventKind.allCases.map { kind in
            ["entries.jsonl", "type", kind.type, meaning(of: kind, .zh), meaning(of: kind, .en), "event", nil]
        }
    }

    private static var fields: [[String?]] {
        Field.allCases.flatMap { field in
            let isText = field.type == .words
            let column = isText ? "data.words.\(field.rawValue)" : "data.\(field.rawValue)"
            var rows = [row("entries.jsonl", column, nil, "Field.\(field.rawValue)", field.type.name, nil)]
            if case .code(let list) = field.type {
                // Texts are called after the fields that they fill.
                let type = field == .textField ? "Field" : list.type
                rows += list.names.map { row("entries.jsonl", column, $0, "\(type).\($0)", "code", nil) }
            }
            return rows
        }
    }

    private static func row(
        _ file: String, _ column: String, _ value: String?, _ key: String, _ type: String, _ unit: String?
    ) -> [String?] {
        [file, column, value, Catalogue.muster.say(key, .zh), Catalogue.muster.say(key, .en), type, unit]
    }

    private static func bothLanguages(_ key: String) -> String {
        Catalogue.muster.say(key, .zh) + " / " + Catalogue.muster.say(key, .en)
    }

    /// What a kind of event says: its line of the timeline, with the names of its fields in the places of their values.
    static func meaning(of kind: EventKind, _ language: Language) -> String {
        let fields = kind.schema.fields.map { field in
            let name = Catalogue.muster.say("Field.\(field.rawValue)", language)
            return (field.rawValue, language == .zh ? "〔\(name)〕" : "[\(name)]")
        }
        return Catalogue.muster.say(
            "event.\(kind.schema.type)", language, Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    }
}

extension Column.Kind {
    /// What the dictionary calls it.
    var name: String {
        switch self {
        case .name: "name"
        case .text: "text"
        case .code: "code"
        case .integer: "integer"
        case .flag: "true/false"
        case .moment: "RFC 3339, +08:00"
        case .positions: "positions"
        }
    }
}

extension FieldType {
    /// What the dictionary calls it.
    fileprivate var name: String {
        switch self {
        case .named, .string: "name"
        case .number: "integer"
        case .flag: "true/false"
        case .moment: "RFC 3339, Z"
        case .code: "code"
        case .words: "HMAC-SHA256, base64"
        }
    }
}
