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
    /// How many texts had been erased when the look began, as the memory wants to hear with what it keeps.
    let erasures: Int
    /// The moment of looking, or of the past that is looked at.
    let now: Instant
    let language: Language
    /// Which past is looked at; the end of the log for the present.
    let bound: ReplayBound
    /// The board of now: what may be seen is judged by it, whatever the day that is looked at.
    let rights: Board

    var board: Board { view.board }

    /// A sentence of the catalogue in the reader's language.
    func say(_ key: String, _ values: [String: String] = [:]) -> String {
        Catalogue.muster.say(key, language, values)
    }

    /// The whistle of a name. One that may not be read is said not to be there, in the very same words.
    func whistle(_ text: String) throws(Failure) -> WhistleID {
        try sight.check(.matters)
        let id = try desk.whistle(text)
        guard sees(id) else {
            throw Failure("unknownWhistle", status: .notFound, ["text": desk.normalised(text)])
        }
        return id
    }

    /// Which past it is, to be said to the reader; nil for the present.
    var past: ShownPast? { bound == .end ? nil : shown }

    /// The point of the log that is looked at, the present too.
    var shown: ShownPast { ShownPast(bound: bound.name, position: board.size, at: now.text) }

    // MARK: Rights of now

    /// A whistle on the board of now: what a past leaves out shifts the numbers there.
    func present(_ id: WhistleID) -> WhistleID {
        if case .asOf = bound { rights.whistle(ofStream: board.whistles[id].stream) ?? .none } else { id }
    }

    /// Whether a whistle may be read.
    func sees(_ id: WhistleID) -> Bool {
        guard sight.role != nil else { return true }
        // A moment just over may have been folded from what is committed and not published yet.
        let id = present(id)
        return rights.whistles.contains(id) && sight.sees(id, on: rights)
    }

    /// Whether the reader may know who complained.
    func knowsComplainants(of id: WhistleID) -> Bool {
        guard sight.role != nil else { return true }
        let id = present(id)
        return rights.whistles.contains(id) && sight.knowsComplainants(of: id, on: rights)
    }

    /// The entries of a history that may not be shown.
    func hidden(in events: [RecordedEvent], of id: WhistleID) -> Set<Int> {
        sight.role == nil ? [] : sight.hidden(in: events, of: present(id), on: rights, names: names)
    }

    /// Runs something on the log, turning its errors into failures.
    func reading<Result>(
        _ body: () async throws(LedgerError) -> Result
    ) async throws(Failure) -> Result {
        do { return try await body() } catch { throw Failure(error, names: names) }
    }
}

extension LocalDistrict {
    /// Looks at the district, as it is or as it was.
    func reading(_ bound: ReplayBound = .end) async throws(Failure) -> Reading {
        try await check(bound)
        let current: LedgerView?
        let sight: Sight
        switch caller {
        case .local:
            // Whoever holds the file sees everything, so that nothing of now is needed.
            current = nil
            sight = .everything
        case .token(let token):
            let view = try await source.view()
            current = view
            sight = Sight(of: token.actor.post, on: view.board)
        }
        let view: LedgerView = if bound == .end, let current { current } else { try await source.view(at: bound) }
        let now = try await moment(of: view, at: bound)
        // Numbers of whistles are those of the board, so what is known of one past is not true of every other.
        let memory = if case .asOf = bound { LedgerMemory() } else { self.memory }
        let rights = current?.board ?? view.board
        let erasures = memory.forget(erasures: rights.erasedTexts)
        return Reading(
            view: view, sight: sight, names: Rendering(view),
            desk: Desk(view: view, files: source.files, now: now, language: language), memory: memory,
            erasures: erasures, now: now, language: language, bound: bound, rights: rights)
    }

    /// Who asks, and the board by which his rights are judged; nil for whoever holds the file and names nobody.
    func reader(_ reading: Reading) async throws(Failure) -> (actor: Actor, rights: Board)? {
        switch caller {
        case .local(let name?):
            guard reading.past != nil else { return (try reading.desk.actor(name), reading.board) }
            let view = try await source.view()
            let desk = Desk(view: view, files: source.files, now: environment.now(), language: language)
            return (try desk.actor(name), view.board)
        case .local(nil): return nil
        case .token(let token): return (token.actor, reading.rights)
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
