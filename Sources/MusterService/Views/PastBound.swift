import EventLog
import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    /// The bound that somebody asks for, or that his cursor goes on with.
    func bound(_ query: PastQuery, _ cursor: Cursor? = nil) throws(Failure) -> ReplayBound {
        guard !query.isAmbiguous else { throw Self.ambiguous }
        var bound = ReplayBound.end
        if let to = query.to { bound = .to(to) }
        if let asOf = query.asOf { bound = .asOf(try moment(asOf, "asOf")) }
        if let asRecorded = query.asRecorded { bound = .asRecorded(try moment(asRecorded, "asRecorded")) }
        guard let cursor, cursor.bound != bound else { return bound }
        // A page that names no bound goes on where the page before was.
        guard query.isNow else { throw cursor.refused }
        return cursor.bound
    }

    static var ambiguous: Failure { Failure("oneBound", status: .usage, key: "replay.oneBound") }

    /// Refuses what nobody can know yet: positions that the log has not reached, and moments that are still to come.
    func check(_ bound: ReplayBound, member: String? = nil) async throws(Failure) {
        switch bound {
        case .end: return
        case .to(let position):
            let size = try await source.extent().size
            guard position > size else { return }
            let values = ["position": "\(position)", "size": "\(size)"]
            throw Failure(
                "beyondEnd", status: .usage, values, key: "replay.beyondEnd", member: member ?? bound.name)
        case .asOf(let moment), .asRecorded(let moment):
            // A log may be ahead of this machine's clock.
            guard moment > environment.now(), moment > (try await source.extent().recorded) else { return }
            throw Failure("momentAhead", status: .usage, ["text": moment.text], member: member ?? bound.name)
        }
    }

    /// The moment at which a past is judged.
    func moment(of view: LedgerView, at bound: ReplayBound) async throws(Failure) -> Instant {
        switch bound {
        case .end: return environment.now()
        case .asOf(let moment), .asRecorded(let moment): return moment
        case .to:
            guard view.board.size == 0 else { return view.board.recorded }
            // Before everything: nothing is there that could be late.
            do { return try await view.begun() ?? environment.now() } catch {
                throw Failure(error, names: Rendering(view))
            }
        }
    }
}

extension ReplayBound {
    /// What it is called; `end` for none.
    var name: String {
        switch self {
        case .end: "end"
        case .to: "to"
        case .asOf: "asOf"
        case .asRecorded: "asRecorded"
        }
    }

    /// As a cursor carries it: its name and a number; nil for none.
    var text: String? {
        switch self {
        case .end: nil
        case .to(let position): "to=\(position)"
        case .asOf(let moment): "asOf=\(moment.milliseconds)"
        case .asRecorded(let moment): "asRecorded=\(moment.milliseconds)"
        }
    }

    /// The bound of such a text.
    init?(cursor text: Substring) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[1]) else { return nil }
        switch parts[0] {
        case "to" where number >= 0: self = .to(Position(number))
        case "asOf": self = .asOf(Instant(milliseconds: number))
        case "asRecorded": self = .asRecorded(Instant(milliseconds: number))
        default: return nil
        }
    }
}
