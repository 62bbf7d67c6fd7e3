/// The whole state of a district: everything that rules, lists and figures are made of, folded from the log.
///
/// A value: a copy costs O(1) and never changes under its reader. It holds numbers only; names and texts are read
/// from the log where they are shown.
public struct Board: Sendable {
    /// The position of the next entry: how many have been folded or passed over.
    public internal(set) var size: UInt64 = 0
    /// How many have been folded.
    public internal(set) var folded: UInt64 = 0
    /// When the newest of them was recorded.
    public internal(set) var recorded = Instant(milliseconds: 0)
    /// The revision of the district's own stream.
    public internal(set) var districtRevision: UInt32 = 0

    /// All units, by ``UnitID``.
    public internal(set) var units = PagedTable<UnitRow>()
    /// All posts, by ``PostID``.
    public internal(set) var posts = PagedTable<PostRow>()
    /// All tokens, by ``TokenID``.
    public internal(set) var tokens = PagedTable<TokenRow>()
    /// All whistles, by ``WhistleID``.
    public internal(set) var whistles = PagedTable<WhistleRow>()
    /// All calls in log order.
    public internal(set) var calls = PagedTable<CallRow>()
    /// All tasks in log order.
    public internal(set) var tasks = PagedTable<TaskRow>()
    var members = PagedTable<MemberRow>()
    var meetings = PagedTable<MeetingRow>()
    var invitations = PagedTable<InvitationRow>()
    var demands = PagedTable<DemandRow>()
    var backEntries = PagedTable<BackEntryRow>()
    var references = PagedTable<ReferenceRow>()

    /// The whistle of each stream; 0 for the district's own and for whistles that this board leaves out.
    var whistleOfStream = PagedTable<UInt32>()
    /// The year of the newest whistle and how many that year has had.
    var year = 0
    var numberInYear: UInt32 = 0

    /// A district of which nothing is known.
    public init() {}
}

// MARK: - Questions

extension Board {
    /// The whistle of that name. Cost: O(log whistles), since names are given in log order.
    public func whistle(named name: WhistleName) -> WhistleID? {
        var (low, high) = (0, whistles.count)
        while low < high {
            let middle = (low + high) / 2
            let row = whistles[middle]
            if (Int(row.year), Int(row.number)) < (name.year, name.number) { low = middle + 1 } else { high = middle }
        }
        guard low < whistles.count, whistles[low].name == name else { return nil }
        return WhistleID(rawValue: UInt32(low + 1))
    }

    /// The name that the next whistle gets when it is recorded at `moment`.
    public func nextWhistleName(at moment: Instant) -> WhistleName {
        let now = moment.shanghaiYear
        return WhistleName(year: now, number: now == year ? Int(numberInYear) + 1 : 1)
    }

    /// The number of the stream that the next whistle makes.
    public var nextStream: UInt32 { UInt32(whistleOfStream.count) }

    /// The whistle of a stream, nil for the district's own stream.
    public func whistle(ofStream stream: UInt32) -> WhistleID? {
        guard stream < whistleOfStream.count, whistleOfStream[Int(stream)] != 0 else { return nil }
        return WhistleID(rawValue: whistleOfStream[Int(stream)])
    }

    /// The calls of a whistle, oldest first.
    public func calls(of whistle: WhistleID) -> [CallRow] { calls.rows(in: whistles[whistle].calls) }

    /// The members of a whistle's working group who are still there, in the order of joining.
    public func members(of whistle: WhistleID) -> [MemberRow] {
        members.rows(in: whistles[whistle].members).filter(\.isActive)
    }

    /// The meetings of a whistle, oldest first.
    public func meetings(of whistle: WhistleID) -> [MeetingRow] { meetings.rows(in: whistles[whistle].meetings) }

    /// The tasks of a whistle, oldest first.
    public func tasks(of whistle: WhistleID) -> [TaskRow] { tasks.rows(in: whistles[whistle].tasks) }

    /// The demands linked to a whistle, oldest first.
    public func demands(of whistle: WhistleID) -> [DemandRow] { demands.rows(in: whistles[whistle].demands) }

    /// The acts of a whistle that were entered afterwards, oldest first.
    public func backEntries(of whistle: WhistleID) -> [BackEntryRow] {
        backEntries.rows(in: whistles[whistle].backEntries)
    }

    /// How often another system's case number has been linked, by its number.
    public func reference(_ number: UInt32) -> ReferenceRow? {
        guard number >= 1, number <= references.count else { return nil }
        return references[Int(number) - 1]
    }

    /// The newest call of a unit in a whistle, live or not.
    public func call(of unit: UnitID, in whistle: WhistleID) -> CallRow? {
        calls.lastIndex(in: whistles[whistle].calls) { $0.unit == unit }.map { calls[$0] }
    }

    /// The unit whose call is the lead (主办), if there is one.
    public func leadUnit(of whistle: WhistleID) -> UnitID? {
        let row = whistles[whistle]
        return calls.index(of: Int(row.leadCall), in: row.calls).map { calls[$0].unit }
    }

    /// Who answers for the result: the group's lead, or the lead call's unit while there is no group or when the
    /// group's lead has been released.
    public func answerableUnit(of whistle: WhistleID) -> UnitID? {
        let lead = whistles[whistle].groupLead
        guard lead.exists else { return leadUnit(of: whistle) }
        let takesPart = lead == whistles[whistle].raiser || call(of: lead, in: whistle)?.state.isLive == true
        return takesPart ? lead : leadUnit(of: whistle)
    }

    /// The unit that the command centre is.
    public var centre: UnitID? {
        var found: UnitID?
        units.forEach { index, row in
            if found == nil, row.kind == .centre, row.isActive { found = UnitID(rawValue: UInt32(index + 1)) }
        }
        return found
    }

    /// The clocks of one whistle that run and whose passing has not been recorded.
    public func pendingDeadlines(of whistle: WhistleID) -> [PendingDeadline] {
        let row = whistles[whistle]
        var found: [PendingDeadline] = []
        func add(_ kind: DeadlineKind, _ item: UInt32, _ due: Instant) {
            found.append(PendingDeadline(whistle: whistle, kind: kind, item: Int(item), due: due))
        }
        switch row.state {
        case .withdrawn, .imported, .importClosed: return []
        case .closed:
            // Closing does not make good an approval that never came.
            if let due = row.approveBy, !row.approvePassed { add(.approve, 0, due) }
            return found
        case .raised, .handling, .claimed, .verified: break
        }
        if let due = row.due, row.handledAt == nil, !row.handlePassed { add(.handle, 0, due) }
        if let due = row.approveBy, !row.approvePassed { add(.approve, 0, due) }
        for call in calls.rows(in: row.calls) where call.state.isLive {
            if call.acknowledgedAt == nil, !call.acknowledgePassed { add(.acknowledge, call.item, call.acknowledgeBy) }
            if call.reportedInAt == nil, !call.reportInPassed { add(.reportIn, call.item, call.reportInBy) }
        }
        if row.openTasks > 0 {
            for task in tasks.rows(in: row.tasks) where task.state != .completed && !task.duePassed {
                add(.task, task.item, task.due)
            }
        }
        return found
    }
}

// MARK: - Digest

extension Board {
    /// The version of the dump below: it changes whenever the dump does.
    public static let dumpVersion = 2

    /// Calls `put` with every number of the state in a fixed order: version, size, then each table with its count
    /// and its rows in order. Independent of pages and of how the state came about.
    public func dump(_ put: (Int64) -> Void) {
        put(Int64(Self.dumpVersion))
        put(Int64(folded))
        put(recorded.milliseconds)
        put(Int64(districtRevision))
        dump(units, put)
        dump(posts, put)
        dump(tokens, put)
        dump(whistles, put)
        dump(calls, put)
        dump(members, put)
        dump(meetings, put)
        dump(invitations, put)
        dump(tasks, put)
        dump(demands, put)
        dump(backEntries, put)
        // Numbers of the name table that nothing folded has linked are no part of the state.
        references.forEach { index, row in
            guard row.links > 0 else { return }
            put(Int64(index + 1))
            row.dump(put)
        }
    }

    private func dump<Row: BoardRow>(_ table: PagedTable<Row>, _ put: (Int64) -> Void) {
        put(Int64(table.count))
        table.forEach { _, row in row.dump(put) }
    }
}
