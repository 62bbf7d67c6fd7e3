import FoldRow

extension BoardParts {
    mutating func issueCall(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        try check(row.named)
        guard row.item == whistle.calls.count + 1 else { throw .missing("call", row.item) }
        let dispatcher = UnitID(rawValue: row.actor)
        if dispatcher.exists { try check(dispatcher) }
        let call = CallRow(
            whistle: id, item: row.item, unit: row.named, issuedBy: dispatcher,
            role: try CallRole(folded: row.code), onSite: row.c == 1, issuedAt: row.at,
            acknowledgeBy: Instant(milliseconds: row.a), reportInBy: Instant(milliseconds: row.b))
        calls.append(call, numberedIn: &whistle.calls)
        units[call.unit].called += 1
        whistle.liveCalls += 1
        if call.role == .lead { stepBack(of: &whistle, id, for: row.item) }
    }

    /// Another call becomes the lead of a whistle.
    mutating func transferLead(_ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID) throws(FoldError) {
        calls[try calls.place(row.item, in: whistle.calls, of: id)].role = .lead
        stepBack(of: &whistle, id, for: row.item)
    }

    private mutating func stepBack(of whistle: inout WhistleRow, _ id: WhistleID, for item: UInt32) {
        // A call that has ended keeps the role it had; a live one steps back.
        if item != whistle.leadCall, let old = calls.index(of: whistle.leadCall, in: whistle.calls, of: id),
            calls[old].state.isLive
        {
            calls[old].role = .support
        }
        whistle.leadCall = item
    }
}

// What events do to a call, and what is counted of it with the unit and the whistle.
extension CallRow {
    mutating func acknowledge(_ row: FoldRow, _ whistle: inout WhistleRow) throws(FoldError) {
        try step(.acknowledge, &whistle)
        sign(at: row.at)
    }

    mutating func reportIn(
        _ row: FoldRow, _ units: inout PagedTable<UnitRow>, _ whistle: inout WhistleRow
    ) throws(FoldError) {
        try step(.reportIn, &whistle)
        sign(at: row.at)
        reportedInAt = row.at
        person = PersonID(rawValue: row.person)
        units[unit].countArrival(isLate: row.at > reportInBy)
        if whistle.state == .raised { try whistle.step(.reportIn) }
    }

    mutating func object(_ row: FoldRow, _ whistle: inout WhistleRow) throws(FoldError) {
        if state == .arrived { hasContested = true } else { hasObjected = true }
        try step(.object, &whistle)
        sign(at: row.at)
    }

    mutating func keep(_ whistle: inout WhistleRow) throws(FoldError) {
        isKept = true
        try step(.keep, &whistle)
    }

    mutating func release(_ whistle: inout WhistleRow) throws(FoldError) { try step(.release, &whistle) }

    mutating func recall(
        _ units: inout PagedTable<UnitRow>, _ whistle: inout WhistleRow
    ) throws(FoldError) {
        try step(.recall, &whistle)
        units[unit].called -= 1
    }

    mutating func cancel(
        _ row: FoldRow, _ units: inout PagedTable<UnitRow>, _ whistle: inout WhistleRow
    ) throws(FoldError) {
        try step(.cancel, &whistle)
        units[unit].called -= 1
        // Charged to the dispatcher, who need not be the one that notices it and cancels.
        if try CancelCause(folded: row.code) == .wrongDispatch, issuedBy.exists {
            units[issuedBy].wrongDispatches += 1
        }
    }

    mutating func scoreDepartment(_ row: FoldRow, _ units: inout PagedTable<UnitRow>) throws(FoldError) {
        departmentScore = try units[unit].take(score: row.a)
    }

    mutating func scoreStreet(
        _ row: FoldRow, _ street: UnitID, _ units: inout PagedTable<UnitRow>
    ) throws(FoldError) {
        streetScore = try units[street].take(score: row.a)
    }

    /// Moves the call along its table. The table is the same that the rules ask, so the two can't disagree.
    @inline(__always)
    private mutating func step(_ act: CallAct, _ whistle: inout WhistleRow) throws(FoldError) {
        guard case .to(let next) = state.transition(on: act) else { throw .refused("call \(item)", in: state, act) }
        whistle.recount(from: state, to: next)
        state = next
    }

    /// Whoever objects has the call in hand: objecting signs for it, and so does reporting in.
    @inline(__always)
    private mutating func sign(at moment: Instant) {
        if acknowledgedAt == nil { acknowledgedAt = moment }
    }
}

extension CallRow {
    /// A confirmed claim that the unit came earlier than was recorded.
    mutating func creditArrival(at claimed: Instant, _ units: inout PagedTable<UnitRow>) {
        let wasLate = reportedInAt.map { $0 > reportInBy } ?? false
        reportedInAt = claimed
        if let signed = acknowledgedAt, signed > claimed { acknowledgedAt = claimed }
        if wasLate, claimed <= reportInBy { units[unit].reportedInLate -= 1 }
    }
}

extension WhistleRow {
    /// Counts a call under its new state instead of its old one.
    @inline(__always)
    fileprivate mutating func recount(from old: CallState, to new: CallState) {
        liveCalls = liveCalls - (old.isLive ? 1 : 0) + (new.isLive ? 1 : 0)
        arrivedCalls = arrivedCalls - (old.hasArrived ? 1 : 0) + (new.hasArrived ? 1 : 0)
        openObjections = openObjections - (old.awaitsRuling ? 1 : 0) + (new.awaitsRuling ? 1 : 0)
    }
}

extension UnitRow {
    fileprivate mutating func countArrival(isLate: Bool) {
        reportedIn += 1
        reportedInLate += isLate ? 1 : 0
    }

    /// Counts a score that the unit was given, and returns it.
    fileprivate mutating func take(score: Int64) throws(FoldError) -> UInt8 {
        guard (1...5).contains(score) else { throw .unknownCode("score", UInt32(truncatingIfNeeded: score)) }
        evaluations += 1
        scores += UInt32(score)
        return UInt8(score)
    }
}
