extension WhistleComparison {
    mutating func compareCalls() {
        for (call, was) in callPairs {
            for (mark, isSo) in Self.facts where isSo(call) && was.map(isSo) != true {
                note(mark, item: call.item, unit: call.unit)
            }
            for (mark, isLate) in Self.lateness
            where isLate(call, momentNow) && was.map({ isLate($0, momentBefore) }) != true {
                note(mark, item: call.item, unit: call.unit)
            }
        }
        // The first lead came with the whistle.
        if let before, before.leadCall != 0, after.leadCall != before.leadCall {
            note(.leadChanged, item: after.leadCall, unit: new.leadUnit(of: id) ?? .none)
        }
    }

    mutating func compareEvaluations() {
        for (call, was) in callPairs {
            if call.departmentScore != (was?.departmentScore ?? 0) {
                note(.departmentEvaluated, item: call.item, unit: call.unit)
            }
            if call.streetScore != (was?.streetScore ?? 0) { note(.streetEvaluated, item: call.item, unit: call.unit) }
        }
    }

    private var callPairs: [(CallRow, was: CallRow?)] {
        pairs(new.calls(of: id), before == nil ? [] : old.calls(of: id))
    }

    /// What has happened to a call once it is so; an objection before arrival and one after it are two.
    private static let facts: [(WhistleChange.Mark, @Sendable (CallRow) -> Bool)] = [
        (.called, { _ in true }),
        (.delivered, { $0.deliveredAt != nil }),
        (.acknowledged, { $0.acknowledgedAt != nil }),
        (.objected, { $0.hasObjected }),
        (.objected, { $0.hasContested }),
        (.kept, { $0.isKept }),
        (.released, { $0.state == .released }),
        (.recalled, { $0.state == .recalled }),
        (.cancelled, { $0.state == .cancelled }),
        (.reportedIn, { $0.reportedInAt != nil }),
    ]

    private static let lateness: [(WhistleChange.Mark, @Sendable (CallRow, Instant) -> Bool)] = [
        (.acknowledgeLate, { $0.isAcknowledgedLate(at: $1) }),
        (.reportInLate, { $0.isReportedInLate(at: $1) }),
    ]
}
