/// One whistle on two boards, and what is found to have happened to it.
struct WhistleComparison {
    let id: WhistleID
    let old: Board
    let new: Board
    /// The whistle's row on the earlier board; nil if it was not there.
    let before: WhistleRow?
    let after: WhistleRow
    private let moments: (before: Instant, now: Instant)
    private(set) var steps: [WhistleChange.Step] = []

    init(of id: WhistleID, old: Board, new: Board, judged moments: (before: Instant, now: Instant)) {
        self.id = id
        self.old = old
        self.new = new
        self.moments = moments
        before = old.whistles.contains(id) ? old.whistles[id] : nil
        after = new.whistles[id]
        let hasGained = after.revision != before?.revision
        compareBeginning()
        compareCalls()
        if hasGained { compareGroup() }
        if hasGained { compareMeetings() }
        compareTasks()
        compareEnd()
        if hasGained { compareEvaluations() }
        if hasGained { compareRulings() }
    }

    /// Takes down what happened; the same again counts as one more time.
    mutating func note(_ mark: WhistleChange.Mark, item: UInt32 = 0, unit: UnitID = .none, times: UInt32 = 1) {
        guard times > 0 else { return }
        if let known = steps.firstIndex(where: { $0.mark == mark && $0.item == item && $0.unit == unit }) {
            steps[known].times += times
        } else {
            steps.append(WhistleChange.Step(mark: mark, item: item, unit: unit, times: times))
        }
    }

    /// Rows beside what they were. They are in the order of their making, and none is ever taken away.
    func pairs<Row>(_ now: [Row], _ then: [Row]) -> [(Row, was: Row?)] {
        now.enumerated().map { index, row in (row, then.indices.contains(index) ? then[index] : nil) }
    }

    // MARK: Clocks

    /// When the clocks of the whistle's calls and tasks are looked at: they stop with the whistle's end.
    var momentNow: Instant { after.closedAt.map { min($0, moments.now) } ?? moments.now }
    var momentBefore: Instant { before?.closedAt.map { min($0, moments.before) } ?? moments.before }

    // MARK: The whistle itself

    private mutating func compareBeginning() {
        if before == nil { note(after.isImported ? .imported : .raised) }
        // Withdrawing ends the waiting for an approval too.
        if before?.approveBy != nil, after.approveBy == nil, after.state != .withdrawn { note(.approved) }
        if after.isApprovalLate(at: moments.now), before?.isApprovalLate(at: moments.before) != true {
            note(.approvalLate)
        }
        note(.demandLinked, times: after.demands.count - (before?.demands.count ?? 0))
    }

    private mutating func compareEnd() {
        note(.fileAttached, times: after.files - (before?.files ?? 0))
        note(.reopened, times: after.reopened - (before?.reopened ?? 0))
        note(.sentBack, times: after.sentBack - (before?.sentBack ?? 0))
        if hasCome(to: .claimed) { note(.claimed) }
        if hasCome(to: .verified) { note(.verified) }
        // Following up begins anew with each reopening.
        let asked = after.reopened == before?.reopened ? old.attempts(to: before) : 0
        note(.followedUp, times: new.attempts(to: after) - asked)
        if after.isLate(at: moments.now), before?.isLate(at: moments.before) != true { note(.late) }
        if after.state.isClosed, before?.state.isClosed != true || after.reopened != before?.reopened { note(.closed) }
        if hasCome(to: .withdrawn) { note(.withdrawn) }
    }

    /// Whether the whistle is in a state that it was not in, or has come back to it.
    private func hasCome(to state: WhistleState) -> Bool {
        guard after.state == state, let before, before.state == state else { return after.state == state }
        return before.sentBack != after.sentBack || before.reopened != after.reopened
    }

    private mutating func compareRulings() {
        let then = before.map { old.backEntries.rows(in: $0.backEntries) } ?? []
        for (entry, was) in pairs(new.backEntries(of: id), then) where entry.state != (was?.state ?? .open) {
            let mark: WhistleChange.Mark = entry.state == .confirmed ? .entryConfirmed : .entryDisputed
            note(mark, item: entry.entry, unit: entry.enteredBy)
        }
    }
}

extension WhistleRow {
    fileprivate func isApprovalLate(at now: Instant) -> Bool {
        approvePassed || approveBy.map { now > $0 } ?? false
    }
}

extension Board {
    /// How often residents were asked since a whistle began or was last reopened.
    fileprivate func attempts(to whistle: WhistleRow?) -> UInt32 {
        guard let whistle else { return 0 }
        var attempts = whistle.contact.attempts
        demands.forEach(in: whistle.demands) { attempts += $0.contact.attempts }
        return attempts
    }
}
