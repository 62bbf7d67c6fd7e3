import MusterAPI

/// A parameter that a query may have.
struct QueryParameter: Sendable {
    enum Form: Sendable {
        case string
        /// A whole number of a range.
        case integer(ClosedRange<Int>)
        /// A position in the log.
        case position
        /// `true` or `false`.
        case flag
        /// One of these words; it may stand several times.
        case codes([String])
        /// One of these words.
        case code([String])
        /// `2026-11-21`.
        case date
        /// RFC 3339.
        case moment
        /// A position in the log or a moment.
        case point
    }

    var name: String
    var form: Form
    /// One line for developers.
    var summary: String

    var mayRepeat: Bool { if case .codes = form { true } else { false } }
}

/// The parameters of a query that were given.
struct Query: Sendable {
    private var values: [String: [String]] = [:]

    init() {}

    /// Checks what was given against what may be: nothing unknown, nothing twice, everything of its form.
    init(_ given: [(name: String, value: String)], against known: [QueryParameter]) throws(Failure) {
        for (name, value) in given {
            guard let parameter = known.first(where: { $0.name == name }) else {
                let names = known.map(\.name).joined(separator: ", ")
                throw Failure(
                    "unknownParameter", status: .usage, ["name": name, "known": names.isEmpty ? "—" : names])
            }
            guard parameter.mayRepeat || values[name] == nil else {
                throw Failure("repeatedParameter", status: .usage, ["name": name])
            }
            try Self.check(value, as: parameter)
            values[name, default: []].append(value)
        }
    }

    /// Puts a value in the place of what was given.
    mutating func set(_ name: String, to value: String) { values[name] = [value] }

    func string(_ name: String) -> String? { values[name]?.first }
    func strings(_ name: String) -> [String] { values[name] ?? [] }
    func integer(_ name: String) -> Int? { string(name).flatMap(Int.init) }
    func position(_ name: String) -> UInt64? { string(name).flatMap(UInt64.init) }
    func flag(_ name: String) -> Bool? { string(name).map { $0 == "true" } }

    private static func check(_ value: String, as parameter: QueryParameter) throws(Failure) {
        let allowed: String?
        switch parameter.form {
        case .string: allowed = value.isEmpty ? "…" : nil
        case .integer(let range):
            let isWritten = value.utf8.allSatisfy { (48...57).contains($0) }
            allowed =
                isWritten && Int(value).map(range.contains) == true ? nil : "\(range.lowerBound) … \(range.upperBound)"
        case .position:
            let isWritten = value.utf8.allSatisfy { (48...57).contains($0) }
            allowed = isWritten && Int64(value) != nil ? nil : "0 …"
        case .flag: allowed = ["true", "false"].contains(value) ? nil : "true, false"
        case .codes(let names), .code(let names):
            allowed = names.contains(value) ? nil : names.joined(separator: ", ")
        case .date: allowed = APIMoment.isDate(value) ? nil : "2026-11-21"
        case .point:
            let isPoint = PastQuery.isPosition(value) && !value.isEmpty || APIMoment.isMoment(value)
            allowed = isPoint ? nil : "1041, 2026-11-21T08:00:00Z"
        case .moment: allowed = APIMoment.isMoment(value) ? nil : "2026-11-21T08:00:00Z"
        }
        if let allowed {
            throw Failure(
                "badParameter", status: .usage, ["name": parameter.name, "text": value, "allowed": allowed])
        }
    }
}
