import MusterAPI
import MusterDomain
import MusterText

extension JSONValue {
    init(_ code: (some Code)?) { self.init(code?.name) }
    /// RFC 3339 in UTC.
    init(_ moment: Instant?) { self.init(moment.map { Moment(milliseconds: $0.milliseconds).iso8601 }) }
    /// An object of members in order.
    init(members: [(String, JSONValue)]) { self = .object(members.map { Member($0.0, $0.1) }) }
}

extension Console {
    /// Data: a JSON value as one line on stdout.
    func out(_ value: JSONValue) { out(value.line) }
}
