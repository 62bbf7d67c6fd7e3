import MusterAPI

/// Rejected rows as CSV (RFC 4180) with the columns `line,id,reason,detail`.
///
/// `reason` is the stable code; `detail` names the values, `key=value` with `; ` between them, in the order of the
/// keys, and the broken rule as `rule=…` in front.
public enum RejectsFile {
    /// The first line.
    public static let header: [UInt8] = record(["line", "id", "reason", "detail"])

    /// The line of one row.
    public static func line(of row: RejectedRow) -> [UInt8] {
        record([String(row.line), row.id, row.code.rawValue, detail(of: row)])
    }

    /// A whole file.
    public static func bytes(of rows: some Sequence<RejectedRow>) -> [UInt8] {
        header + rows.flatMap(line(of:))
    }

    private static func detail(of row: RejectedRow) -> String {
        let rule = row.rule.map { ["rule=\($0)"] } ?? []
        let values = row.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return (rule + values).joined(separator: "; ")
    }

    private static func record(_ fields: [String]) -> [UInt8] {
        Array(fields.map(quoted).joined(separator: ",").utf8) + [0x0D, 0x0A]
    }

    private static func quoted(_ field: String) -> String {
        let special: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D]
        guard field.utf8.contains(where: special.contains) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
