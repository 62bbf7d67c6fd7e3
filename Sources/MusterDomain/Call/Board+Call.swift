import FoldRow

extension Board {
    func callIndex(_ row: FoldRow, _ whistle: WhistleID) throws(FoldError) -> Int {
        guard let index = calls.index(of: Int(row.item), in: whistles[whistle].calls) else {
            throw .dangling("call \(row.item)")
        }
        return index
    }

    mutating func applyToCall(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        if kind == .callIssued { return try issueCall(row, whistle) }
        let index = try callIndex(row, whistle)
        let before = calls[index].state
        switch kind {
        case .callDelivered: calls[index].deliveredAt = row.at
        case .callAcknowledged: try step(index, .acknowledge, row)
        case .departmentReportedIn: try arrive(index, row, whistle)
        case .callObjected:
            if before == .arrived { calls[index].hasContested = true } else { calls[index].hasObjected = true }
            try step(index, .object, row)
        case .callKept:
            calls[index].isKept = true
            try step(index, .keep, row)
        case .callReleased: try step(index, .release, row)
        case .callRecalled:
            try step(index, .recall, row)
            units[calls[index].unit].called -= 1
        case .callCancelled:
            try step(index, .cancel, row)
            units[calls[index].unit].called -= 1
            // Charged to the dispatcher, who need not be the one that notices it and cancels.
            let dispatcher = calls[index].issuedBy
            if try CancelCause(folded: row.code) == .wrongDispatch, dispatcher.exists {
                units[dispatcher].wrongDispatches += 1
            }
        case .leadTransferred:
            setLead(index, whistle)
        case .departmentEvaluated:
            calls[index].departmentScore = UInt8(truncatingIfNeeded: row.a)
            try score(calls[index].unit, row.a)
        case .streetEvaluated:
            calls[index].streetScore = UInt8(truncatingIfNeeded: row.a)
            try score(whistles[whistle].raiser, row.a)
        default: break
        }
        count(before, calls[index].state, whistle)
    }

    private mutating func issueCall(_ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        try check(row.named)
        guard row.item == whistles[whistle].calls.count + 1 else { throw .dangling("call \(row.item)") }
        let dispatcher = UnitID(rawValue: row.actor)
        if dispatcher.exists { try check(dispatcher) }
        let call = CallRow(
            whistle: whistle, item: row.item, unit: row.named, issuedBy: dispatcher,
            role: try CallRole(folded: row.code), onSite: row.c == 1, issuedAt: row.at,
            acknowledgeBy: Instant(milliseconds: row.a), reportInBy: Instant(milliseconds: row.b))
        let index = calls.append(call, to: &whistles[whistle].calls)
        units[call.unit].called += 1
        whistles[whistle].liveCalls += 1
        if call.role == .lead { setLead(index, whistle) }
    }

    /// Moves a call along its table. The table is the same that the rules ask, so the two can't disagree.
    private mutating func step(_ index: Int, _ act: CallAct, _ row: FoldRow) throws(FoldError) {
        guard case .to(let next) = calls[index].state.transition(on: act) else {
            throw .dangling("call \(calls[index].item) in state \(calls[index].state) met \(act)")
        }
        calls[index].state = next
        // Whoever objects has the call in hand: objecting signs for it, and so does reporting in.
        if act == .acknowledge || act == .object || act == .reportIn, calls[index].acknowledgedAt == nil {
            calls[index].acknowledgedAt = row.at
        }
    }

    private mutating func arrive(_ index: Int, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        try step(index, .reportIn, row)
        calls[index].reportedInAt = row.at
        calls[index].person = PersonID(rawValue: row.person)
        let unit = calls[index].unit
        units[unit].reportedIn += 1
        if row.at > calls[index].reportInBy { units[unit].reportedInLate += 1 }
        if whistles[whistle].state == .raised { try step(whistle, .reportIn) }
    }

    /// A confirmed claim that a unit came earlier than was recorded.
    mutating func creditArrival(_ index: Int, at claimed: Instant) {
        let wasLate = (calls[index].reportedInAt).map { $0 > calls[index].reportInBy } ?? false
        calls[index].reportedInAt = claimed
        if let signed = calls[index].acknowledgedAt, signed > claimed { calls[index].acknowledgedAt = claimed }
        if wasLate, claimed <= calls[index].reportInBy { units[calls[index].unit].reportedInLate -= 1 }
    }

    private mutating func setLead(_ index: Int, _ whistle: WhistleID) {
        // A call that has ended keeps the role it had; a live one steps back.
        if let old = calls.index(of: Int(whistles[whistle].leadCall), in: whistles[whistle].calls),
            old != index, calls[old].state.isLive
        {
            calls[old].role = .support
        }
        calls[index].role = .lead
        whistles[whistle].leadCall = calls[index].item
    }

    private mutating func count(_ before: CallState, _ after: CallState, _ whistle: WhistleID) {
        func move(_ counter: WritableKeyPath<WhistleRow, UInt32>, _ was: Bool, _ is: Bool) {
            if was, !`is` { whistles[whistle][keyPath: counter] -= 1 }
            if !was, `is` { whistles[whistle][keyPath: counter] += 1 }
        }
        move(\.liveCalls, before.isLive, after.isLive)
        move(\.arrivedCalls, before.hasArrived, after.hasArrived)
        move(\.openObjections, before.awaitsRuling, after.awaitsRuling)
    }

    private mutating func score(_ unit: UnitID, _ value: Int64) throws(FoldError) {
        guard (1...5).contains(value) else { throw .unknownCode("score", UInt32(truncatingIfNeeded: value)) }
        units[unit].evaluations += 1
        units[unit].scores += UInt32(truncatingIfNeeded: value)
    }
}
