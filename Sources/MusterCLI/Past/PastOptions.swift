import ArgumentParser
import Foundation
import MusterAPI
import MusterText

/// Which past a view shows; without any of these the present.
struct PastOptions: ParsableArguments {
    @Option(name: .long, help: help("past.to")) var to: UInt64?

    @Option(name: .customLong("as-of"), parsing: .unconditional, help: help("past.asOf")) var asOf: String?

    @Option(name: .customLong("as-recorded"), parsing: .unconditional, help: help("past.asRecorded"))
    var asRecorded: String?

    /// The same as programs write it; what contradicts itself is refused.
    func query() throws(Failure) -> PastQuery {
        let query = PastQuery(to: to, asOf: try Self.moment(asOf), asRecorded: try Self.moment(asRecorded))
        guard !query.isAmbiguous else { throw Failure("oneBound", status: .usage, key: "replay.oneBound") }
        return query
    }

    /// Refuses a bound where only the present can be shown.
    func refuse(beside option: String) throws(Failure) {
        guard try query().isNow else { throw Failure("nowOnly", status: .usage, ["option": option]) }
    }

    /// What a person typed, as programs write it.
    static func moment(_ text: String?) throws(Failure) -> String? {
        guard let text else { return nil }
        guard let moment = Moment(typed: text.precomposedStringWithCompatibilityMapping, now: .now) else {
            throw Failure("badMoment", status: .usage, ["text": text])
        }
        return moment.iso8601
    }

    /// A point of the log, where a person may write a position or a moment.
    static func point(_ text: String) throws(Failure) -> String {
        if !text.isEmpty, PastQuery.isPosition(text) { return text }
        return try moment(text) ?? text
    }
}
