import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

/// One look at a district: the state, the reader's sight of it, names and texts, and the moment of looking.
struct Reading {
    let view: LedgerView
    let sight: Sight
    let names: Rendering
    let desk: Desk
    let memory: LedgerMemory
    let now: Instant
    let language: Language

    var board: Board { view.board }

    /// A sentence of the catalogue in the reader's language.
    func say(_ key: String, _ values: [String: String] = [:]) -> String {
        Catalogue.muster.say(key, language, values)
    }

    /// The whistle of a name. One that may not be read is said not to be there, in the very same words.
    func whistle(_ text: String) throws(Failure) -> WhistleID {
        try sight.check(.matters)
        let id = try desk.whistle(text)
        guard sight.sees(id, on: board) else {
            throw Failure("unknownWhistle", status: .notFound, ["text": desk.normalised(text)])
        }
        return id
    }

    /// Runs something on the log, turning its errors into failures.
    func reading<Result>(
        _ body: () async throws(LedgerError) -> Result
    ) async throws(Failure) -> Result {
        do { return try await body() } catch { throw Failure(error, names: names) }
    }
}

extension LocalDistrict {
    /// Looks at the district, as it is or as it had been recorded by a moment.
    func reading(asRecorded moment: Instant? = nil) async throws(Failure) -> Reading {
        switch caller {
        case .local:
            return reading(of: try await source.view(at: moment.map { .asRecorded($0) } ?? .end), .everything, moment)
        case .token(let token):
            // Rights are those of now, whatever the day that is looked at.
            let current = try await source.view()
            let sight = Sight(of: token.actor.post, on: current.board)
            guard let moment else { return reading(of: current, sight, nil) }
            return reading(of: try await source.view(at: .asRecorded(moment)), sight, moment)
        }
    }

    private func reading(of view: LedgerView, _ sight: Sight, _ moment: Instant?) -> Reading {
        let now = moment ?? environment.now()
        return Reading(
            view: view, sight: sight, names: Rendering(view),
            desk: Desk(view: view, files: source.files, now: now, language: language), memory: memory, now: now,
            language: language)
    }

    /// Who asks; nil for whoever holds the file and names nobody.
    func reader(_ reading: Reading) throws(Failure) -> Actor? {
        switch caller {
        case .local(let name?): try reading.desk.actor(name)
        case .local(nil): nil
        case .token(let token): token.actor
        }
    }

    /// The limit of a page.
    func limit(_ page: PageQuery) throws(Failure) -> Int {
        let limits = if case .local = caller { PageQuery.localLimits } else { PageQuery.limits }
        return try checked(page.limit, "limit", limits)
    }

    /// A number that has to lie within limits.
    func checked(_ number: Int, _ member: String, _ limits: ClosedRange<Int>) throws(Failure) -> Int {
        guard limits.contains(number) else {
            let allowed = "\(limits.lowerBound) … \(limits.upperBound)"
            let values = ["text": "\(number)", "option": member, "allowed": allowed]
            throw Failure("badValue", status: .usage, values, member: member)
        }
        return number
    }

    /// A moment as people or programs write it.
    func moment(_ text: String, _ member: String, dateAlone: Bool = false) throws(Failure) -> Instant {
        let typed = text.precomposedStringWithCompatibilityMapping
        let now = Moment(milliseconds: environment.now().milliseconds)
        guard let moment = Moment(typed: typed, now: now, dateAlone: dateAlone) else {
            throw Failure("badMoment", status: .usage, ["text": text], member: member)
        }
        return Instant(milliseconds: moment.milliseconds)
    }
}

extension Instant {
    /// RFC 3339 in UTC.
    var text: String { Moment(milliseconds: milliseconds).iso8601 }
}
