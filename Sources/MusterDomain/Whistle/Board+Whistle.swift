import FoldRow

extension BoardParts {
    /// The row that a whistle's first event makes.
    mutating func newWhistle(
        _ kind: EventKind, _ row: FoldRow, _ name: WhistleName
    ) throws(FoldError) -> WhistleRow {
        try check(row.named)
        var whistle = WhistleRow(
            raisedAt: row.at, due: row.moment(row.b), stream: row.stream, number: UInt32(name.number),
            raiser: row.named, category: UInt32(truncatingIfNeeded: row.c), state: .raised,
            year: UInt16(truncatingIfNeeded: name.year), kind: .routine)
        if kind == .whistleImported {
            // A case that another system made is not a whistle that its street has blown.
            whistle.state = .imported
            whistle.department = UnitID(rawValue: UInt32(truncatingIfNeeded: row.a))
            try check(whistle.department)
            whistle.reference = row.item
        } else {
            units[row.named].raised += 1
            whistle.kind = try WhistleKind(folded: row.code)
            whistle.drafter = PersonID(rawValue: row.person)
            whistle.approveBy = row.moment(row.a)
        }
        return whistle
    }

    /// Folds an event of a whistle: what each kind does, in one table, so that each costs one jump.
    @inline(__always)
    mutating func apply(
        _ kind: EventKind, _ row: FoldRow, at position: UInt64, to whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        switch kind {
        case .whistleRaised, .factCorrected: break
        case .whistleApproved: whistle.approveBy = nil
        case .demandLinked: try linkDemand(row, &whistle, id)
        case .whistleWithdrawn: try whistle.withdraw(row)

        case .callIssued: try issueCall(row, &whistle, id)
        case .callDelivered: calls[try call(row, whistle, id)].deliveredAt = row.at
        case .callAcknowledged: try calls[call(row, whistle, id)].acknowledge(row, &whistle)
        case .departmentReportedIn: try calls[call(row, whistle, id)].reportIn(row, &units, &whistle)
        case .callObjected: try calls[call(row, whistle, id)].object(row, &whistle)
        case .callKept: try calls[call(row, whistle, id)].keep(&whistle)
        case .callReleased: try calls[call(row, whistle, id)].release(&whistle)
        case .callRecalled: try calls[call(row, whistle, id)].recall(&units, &whistle)
        case .callCancelled: try calls[call(row, whistle, id)].cancel(row, &units, &whistle)
        case .leadTransferred: try transferLead(row, &whistle, id)
        case .departmentEvaluated: try calls[call(row, whistle, id)].scoreDepartment(row, &units)
        case .streetEvaluated: try calls[call(row, whistle, id)].scoreStreet(row, whistle.raiser, &units)

        case .groupFormed, .groupLeadDesignated, .groupLeadHandedOver:
            try check(row.named)
            whistle.groupLead = row.named
        case .memberJoined, .memberLeft: try applyToMembers(kind, row, &whistle, id)
        case .meetingConvened, .unitInvited, .meetingHeld, .unitAttended, .minutesRecorded, .decisionRecorded,
            .minutesAmended, .meetingCancelled:
            try applyToMeeting(kind, row, &whistle, id)

        case .taskAssigned: try assignTask(row, &whistle, id)
        case .taskAccepted: try tasks[task(row, whistle, id)].accept()
        case .taskProgressed: tasks[try task(row, whistle, id)].percent = UInt8(truncatingIfNeeded: row.a)
        case .taskCompleted: try tasks[task(row, whistle, id)].complete(row, &whistle)
        case .taskReassigned: try reassignTask(row, whistle, id)
        case .fileAttached:
            whistle.files += 1
            if row.item != 0 { tasks[try task(row, whistle, id)].files += 1 }

        case .doneClaimed: try whistle.claimDone(row)
        case .siteInspected: try whistle.inspect(row)
        case .residentFollowedUp: try followUp(row, &whistle, id)
        case .whistleClosed: try whistle.close(row)
        case .whistleReopened: try reopen(row, &whistle)
        case .entryConfirmed, .entryDisputed: try applyToBackEntry(kind, row, whistle, id)
        case .deadlinePassed: try passDeadline(row, &whistle, id)

        case .whistleImported: try link(row.item, to: id)
        case .importClosed: try whistle.closeImported(row)
        case .textErasureRequested: try erasures.request(row, of: id, at: position)
        case .textErased: try erasures.complete(row, of: id, at: position)
        case .districtEstablished, .unitRegistered, .unitRenamed, .unitRetired, .postAssigned, .postEnded,
            .tokenIssued, .tokenRevoked, .keyChanged,
            .epochBegan:
            throw .dangling("\(kind) in a whistle's stream")
        }
    }

    @inline(__always)
    private func call(_ row: FoldRow, _ whistle: borrowing WhistleRow, _ id: WhistleID) throws(FoldError) -> Int {
        try calls.place(row.item, in: whistle.calls, of: id)
    }

    @inline(__always)
    private func task(_ row: FoldRow, _ whistle: borrowing WhistleRow, _ id: WhistleID) throws(FoldError) -> Int {
        try tasks.place(row.item, in: whistle.tasks, of: id)
    }

    private mutating func linkDemand(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        let item = whistle.demands.count + 1
        guard row.c == Int64(item) else { throw .missing("demand", row.c) }
        demands.append(DemandRow(whistle: id, item: item, reference: row.item), numberedIn: &whistle.demands)
        try link(row.item, to: id)
    }

    private mutating func link(_ reference: UInt32, to whistle: WhistleID) throws(FoldError) {
        try know(reference)
        references[Int(reference) - 1].note(whistle)
    }

    /// Makes room for a case number: numbers are dense, so it is known already or the next one.
    mutating func know(_ reference: UInt32) throws(FoldError) {
        guard reference >= 1, reference <= references.count + 1 else { throw .missing("reference", reference) }
        if reference > references.count { references.append(ReferenceRow()) }
    }

    private mutating func followUp(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        let outcome = try ContactOutcome(folded: row.code)
        let solved = try Solved(folded: UInt32(truncatingIfNeeded: row.a))
        let satisfaction = UInt8(truncatingIfNeeded: row.b)
        if row.c == 0 {
            return whistle.contact.note(outcome, solved: solved, satisfaction: satisfaction)
        }
        guard let item = UInt32(exactly: row.c), let index = demands.index(of: item, in: whistle.demands, of: id)
        else { throw .missing("demand", row.c) }
        demands[index].contact.note(outcome, solved: solved, satisfaction: satisfaction)
    }

    private mutating func reopen(_ row: FoldRow, _ whistle: inout WhistleRow) throws(FoldError) {
        try whistle.reopen(row)
        // What residents said before stays in the log; the follow-up that closing needs begins anew.
        whistle.contact = Contact()
        demands.update(whistle.demands) { $0.contact = Contact() }
    }

    private mutating func passDeadline(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        switch try DeadlineKind(folded: row.code) {
        case .acknowledge: calls[try call(row, whistle, id)].acknowledgePassed = true
        case .reportIn: calls[try call(row, whistle, id)].reportInPassed = true
        case .task: tasks[try task(row, whistle, id)].duePassed = true
        case .handle: whistle.handlePassed = true
        case .approve: whistle.approvePassed = true
        }
    }

    private mutating func applyToBackEntry(
        _ kind: EventKind, _ row: FoldRow, _ whistle: WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        guard let index = backEntries.lastIndex(in: whistle.backEntries, where: { $0.entry == row.item }) else {
            throw .missing("entry", row.item)
        }
        backEntries[index].state = kind == .entryConfirmed ? .confirmed : .disputed
        let entry = backEntries[index]
        guard kind == .entryConfirmed, let claimed = entry.claimed else { return }
        switch EventKind(rawValue: entry.kind) {
        case .callAcknowledged:
            guard let call = calls.index(of: entry.item, in: whistle.calls, of: id) else { return }
            // A confirmed arrival before it has signed for the call already.
            calls[call].acknowledgedAt = min(claimed, calls[call].acknowledgedAt ?? claimed)
        case .departmentReportedIn:
            guard let call = calls.index(of: entry.item, in: whistle.calls, of: id) else { return }
            calls[call].creditArrival(at: claimed, &units)
        case .taskCompleted:
            guard let task = tasks.index(of: entry.item, in: whistle.tasks, of: id) else { return }
            if tasks[task].completedAt != nil { tasks[task].completedAt = claimed }
        default: break
        }
    }
}

// What events do on the way to the whistle's end, and back from there.
extension WhistleRow {
    fileprivate mutating func withdraw(_ row: FoldRow) throws(FoldError) {
        try step(.withdraw)
        closedAt = row.at
        approveBy = nil
    }

    fileprivate mutating func claimDone(_ row: FoldRow) throws(FoldError) {
        try step(.claimDone)
        claimedResult = try ClaimedResult(folded: row.code)
        handledAt = row.at
    }

    fileprivate mutating func inspect(_ row: FoldRow) throws(FoldError) {
        if try Verdict(folded: row.code) == .accept { return try step(.accept) }
        try step(.sendBack)
        sentBack += 1
        goBackToWork(due: row.moment(row.b))
    }

    fileprivate mutating func close(_ row: FoldRow) throws(FoldError) {
        let closing = try ClosingClass(folded: row.code)
        if closing.needsVerification { try step(.closeVerified) } else { try step(.closeOtherwise) }
        closingClass = closing
        closedAt = row.at
        if handledAt == nil { handledAt = row.at }
    }

    fileprivate mutating func reopen(_ row: FoldRow) throws(FoldError) {
        try step(.reopen)
        reopened += 1
        closingClass = nil
        closedAt = nil
        goBackToWork(due: row.moment(row.b))
    }

    fileprivate mutating func closeImported(_ row: FoldRow) throws(FoldError) {
        try step(.closeImported)
        handledAt = row.at
        closedAt = row.at
    }

    /// Moves the whistle along its table. The table is the same that the rules asked, so the two can't disagree.
    @inline(__always)
    mutating func step(_ act: WhistleAct) throws(FoldError) {
        guard case .to(let next) = state.transition(on: act) else { throw .refused("\(name)", in: state, act) }
        state = next
    }

    private mutating func goBackToWork(due newDue: Instant?) {
        handledAt = nil
        if let newDue, newDue != due {
            due = newDue
            handlePassed = false
        }
    }
}

extension ReferenceRow {
    fileprivate mutating func note(_ whistle: WhistleID) {
        links += 1
        last = whistle
        if !first.exists { first = whistle }
    }
}
