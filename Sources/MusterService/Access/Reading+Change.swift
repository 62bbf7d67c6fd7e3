import MusterDomain

extension Reading {
    /// A change without the steps that the reader may not know of, as their entries are kept from him. That there were
    /// entries stays.
    func withoutHidden(_ change: WhistleChange) -> WhistleChange {
        guard sight.role != nil else { return change }
        var change = change
        change.steps.removeAll { !sees($0, of: change.whistle) }
        return change
    }

    private func sees(_ step: WhistleChange.Step, of whistle: WhistleID) -> Bool {
        switch step.mark {
        case .demandLinked: sees(.demandLinked, about: .none, in: whistle)
        case .followedUp: sees(.residentFollowedUp, about: .none, in: whistle)
        case .departmentEvaluated: sees(.departmentEvaluated, about: step.unit, in: whistle)
        case .streetEvaluated: sees(.streetEvaluated, about: board.whistles[whistle].raiser, in: whistle)
        case .entryConfirmed, .entryDisputed: seesEntry(step.item, of: whistle)
        default: true
        }
    }

    /// Whether the reader may know of an act that was entered afterwards.
    private func seesEntry(_ number: UInt32, of whistle: WhistleID) -> Bool {
        guard let entry = board.backEntries(of: whistle).first(where: { $0.entry == number }),
            let kind = EventKind(rawValue: entry.kind)
        else { return false }
        return sees(kind, about: entry.unit, in: whistle)
    }

    private func sees(_ kind: EventKind, about unit: UnitID, in whistle: WhistleID) -> Bool {
        sight.sees(kind, about: unit, in: present(whistle), on: rights)
    }
}
