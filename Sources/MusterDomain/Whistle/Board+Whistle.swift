import FoldRow

extension Board {
    /// The row that a whistle's first event makes.
    mutating func newWhistle(
        _ kind: EventKind, _ row: FoldRow, _ name: WhistleName
    ) throws(FoldError) -> WhistleRow {
        try check(row.named)
        // A case that another system made is not a whistle that its street has blown.
        if kind == .whistleRaised { units[row.named].raised += 1 }
        var whistle = WhistleRow(
            stream: row.stream, year: UInt16(truncatingIfNeeded: name.year), number: UInt32(name.number),
            state: .raised, kind: .routine, raiser: row.named, category: UInt32(truncatingIfNeeded: row.c),
            raisedAt: row.at, due: row.moment(row.b))
        if kind == .whistleImported {
            whistle.state = .imported
            whistle.department = UnitID(rawValue: UInt32(truncatingIfNeeded: row.a))
            try check(whistle.department)
            whistle.reference = row.item
        } else {
            whistle.kind = try WhistleKind(folded: row.code)
            whistle.drafter = PersonID(rawValue: row.person)
            whistle.approveBy = row.moment(row.a)
        }
        return whistle
    }

    mutating func applyToWhistle(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        switch kind {
        case .whistleRaised: break
        case .whistleImported: try link(row.item, to: whistle)
        case .whistleApproved: whistles[whistle].approveBy = nil
        case .demandLinked:
            guard row.c == Int64(whistles[whistle].demands.count) + 1 else { throw .dangling("demand \(row.c)") }
            demands.append(
                DemandRow(whistle: whistle, item: whistles[whistle].demands.count + 1, reference: row.item),
                to: &whistles[whistle].demands)
            try link(row.item, to: whistle)
        case .whistleWithdrawn:
            try step(whistle, .withdraw)
            whistles[whistle].closedAt = row.at
            whistles[whistle].approveBy = nil
        case .callIssued, .callRecalled, .callCancelled, .callDelivered, .callAcknowledged, .departmentReportedIn,
            .callObjected, .callKept, .callReleased, .leadTransferred, .departmentEvaluated, .streetEvaluated:
            try applyToCall(kind, row, whistle)
        case .groupFormed, .groupLeadDesignated, .groupLeadHandedOver:
            try check(row.named)
            whistles[whistle].groupLead = row.named
        case .memberJoined, .memberLeft: try applyToMembers(kind, row, whistle)
        case .meetingConvened, .unitInvited, .meetingHeld, .unitAttended, .minutesRecorded, .decisionRecorded,
            .minutesAmended, .meetingCancelled:
            try applyToMeeting(kind, row, whistle)
        case .taskAssigned, .taskAccepted, .taskProgressed, .taskCompleted, .taskReassigned:
            try applyToTask(kind, row, whistle)
        case .fileAttached:
            whistles[whistle].files += 1
            if row.item != 0 { tasks[try taskIndex(row, whistle)].files += 1 }
        case .factCorrected: break
        case .entryConfirmed, .entryDisputed: try applyToBackEntry(kind, row, whistle)
        case .doneClaimed, .siteInspected, .residentFollowedUp, .whistleClosed, .whistleReopened, .importClosed:
            try applyToEnd(kind, row, whistle)
        case .deadlinePassed: try applyDeadline(row, whistle)
        case .districtEstablished, .unitRegistered, .unitRenamed, .unitRetired, .postAssigned, .postEnded,
            .tokenIssued, .tokenRevoked:
            throw .dangling("\(kind) in a whistle's stream")
        }
    }

    private mutating func link(_ reference: UInt32, to whistle: WhistleID) throws(FoldError) {
        let index = Int(reference) - 1
        try know(reference)
        references[index].links += 1
        references[index].last = whistle
        if !references[index].first.exists { references[index].first = whistle }
    }

    /// Makes room for a case number: numbers are dense, so it is known already or the next one.
    mutating func know(_ reference: UInt32) throws(FoldError) {
        guard reference >= 1, reference <= references.count + 1 else { throw .dangling("reference \(reference)") }
        if reference > references.count { references.append(ReferenceRow()) }
    }

    private mutating func applyToEnd(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        switch kind {
        case .doneClaimed:
            try step(whistle, .claimDone)
            whistles[whistle].claimedResult = try ClaimedResult(folded: row.code)
            whistles[whistle].handledAt = row.at
        case .siteInspected:
            if try Verdict(folded: row.code) == .accept {
                try step(whistle, .accept)
            } else {
                try step(whistle, .sendBack)
                whistles[whistle].sentBack += 1
                backToWork(whistle, due: row.moment(row.b))
            }
        case .residentFollowedUp:
            let outcome = try ContactOutcome(folded: row.code)
            let solved = try Solved(folded: UInt32(truncatingIfNeeded: row.a))
            let satisfaction = UInt8(truncatingIfNeeded: row.b)
            if row.c == 0 {
                whistles[whistle].contact.note(outcome, solved: solved, satisfaction: satisfaction)
            } else {
                guard let index = demands.index(of: Int(row.c), in: whistles[whistle].demands) else {
                    throw .dangling("demand \(row.c)")
                }
                demands[index].contact.note(outcome, solved: solved, satisfaction: satisfaction)
            }
        case .whistleClosed:
            let closing = try ClosingClass(folded: row.code)
            try step(whistle, closing.needsVerification ? .closeVerified : .closeOtherwise)
            whistles[whistle].closingClass = closing
            whistles[whistle].closedAt = row.at
            if whistles[whistle].handledAt == nil { whistles[whistle].handledAt = row.at }
        case .whistleReopened:
            try step(whistle, .reopen)
            whistles[whistle].reopened += 1
            whistles[whistle].closingClass = nil
            whistles[whistle].closedAt = nil
            forgetContacts(whistle)
            backToWork(whistle, due: row.moment(row.b))
        case .importClosed:
            try step(whistle, .closeImported)
            whistles[whistle].handledAt = row.at
            whistles[whistle].closedAt = row.at
        default: break
        }
    }

    /// Moves a whistle along its table. The table is the same that the rules asked, so the two can't disagree.
    mutating func step(_ whistle: WhistleID, _ act: WhistleAct) throws(FoldError) {
        let state = whistles[whistle].state
        guard case .to(let next) = state.transition(on: act) else {
            throw .dangling("\(whistles[whistle].name) in state \(state) met \(act)")
        }
        whistles[whistle].state = next
    }

    private mutating func backToWork(_ whistle: WhistleID, due: Instant?) {
        whistles[whistle].handledAt = nil
        if let due, due != whistles[whistle].due {
            whistles[whistle].due = due
            whistles[whistle].handlePassed = false
        }
    }

    /// What residents said before a reopening stays in the log; the follow-up that closing needs begins anew.
    private mutating func forgetContacts(_ whistle: WhistleID) {
        whistles[whistle].contact = Contact()
        demands.update(whistles[whistle].demands) { $0.contact = Contact() }
    }

    private mutating func applyDeadline(_ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        switch try DeadlineKind(folded: row.code) {
        case .acknowledge: calls[try callIndex(row, whistle)].acknowledgePassed = true
        case .reportIn: calls[try callIndex(row, whistle)].reportInPassed = true
        case .task: tasks[try taskIndex(row, whistle)].duePassed = true
        case .handle: whistles[whistle].handlePassed = true
        case .approve: whistles[whistle].approvePassed = true
        }
    }

    private mutating func applyToBackEntry(
        _ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID
    ) throws(FoldError) {
        let chain = whistles[whistle].backEntries
        guard let index = backEntries.lastIndex(in: chain, where: { $0.entry == row.item }) else {
            throw .dangling("entry \(row.item)")
        }
        backEntries[index].state = kind == .entryConfirmed ? .confirmed : .disputed
        guard kind == .entryConfirmed, let claimed = backEntries[index].claimed else { return }
        switch EventKind(rawValue: backEntries[index].kind) {
        case .callAcknowledged:
            guard let call = calls.index(of: Int(backEntries[index].item), in: whistles[whistle].calls) else { return }
            // A confirmed arrival before it has signed for the call already.
            calls[call].acknowledgedAt = min(claimed, calls[call].acknowledgedAt ?? claimed)
        case .departmentReportedIn:
            guard let call = calls.index(of: Int(backEntries[index].item), in: whistles[whistle].calls) else { return }
            creditArrival(call, at: claimed)
        case .taskCompleted:
            guard let task = tasks.index(of: Int(backEntries[index].item), in: whistles[whistle].tasks) else { return }
            if tasks[task].completedAt != nil { tasks[task].completedAt = claimed }
        default: break
        }
    }
}
