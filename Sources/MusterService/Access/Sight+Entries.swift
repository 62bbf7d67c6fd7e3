import EventLog
import MusterDomain
import MusterEngine

extension EventKind {
    /// Whether its entries say who complained, or what a resident said.
    fileprivate var namesComplainant: Bool {
        switch self {
        case .demandLinked, .residentFollowedUp, .whistleImported: true
        default: false
        }
    }

    /// Whether its entries repeat or judge what an earlier one says.
    var speaksOfAnEntry: Bool {
        switch self {
        case .factCorrected, .entryConfirmed, .entryDisputed: true
        default: false
        }
    }
}

extension Sight {
    /// Whether an entry of a whistle that may be read can be shown by its kind and the unit that it names. Entries
    /// that speak of another one need ``hidden(in:of:on:names:)`` besides.
    func sees(_ kind: EventKind, about other: UnitID, in whistle: WhistleID, on board: Board) -> Bool {
        if kind.namesComplainant { return knowsComplainants(of: whistle, on: board) }
        switch kind {
        case .departmentEvaluated, .streetEvaluated: return sees(.evaluations, of: other)
        default: return true
        }
    }

    /// Whether an entry of the district's own stream can be shown.
    func sees(_ kind: EventKind, about other: UnitID) -> Bool {
        switch reach(.matters) {
        case .all: return true
        case .none: return false
        case .own: break
        }
        switch kind {
        case .postAssigned, .postEnded: return sees(.posts, of: other)
        case .tokenIssued, .tokenRevoked: return false
        default: return true
        }
    }

    /// The numbers of the entries in a whistle's history that can't be shown: of their own kind, or because they
    /// repeat or judge what such an entry says.
    func hidden(
        in events: [RecordedEvent], of whistle: WhistleID, on board: Board, names: Rendering
    ) -> Set<Int> {
        var hidden: Set<Int> = []
        for event in events {
            let unit = event.string(.unit).flatMap { names.unitID(code: $0) } ?? .none
            let target = event.kind.speaksOfAnEntry ? event.integer(.entry).map { Int($0) } : nil
            let isShown = sees(event.kind, about: unit, in: whistle, on: board)
            if !isShown || target.map(hidden.contains) == true { hidden.insert(event.envelope.revision) }
        }
        return hidden
    }
}
