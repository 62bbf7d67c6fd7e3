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
    /// The position of that stream's newest entry.
    public internal(set) var districtNewest: UInt64 = 0

    /// All posts, by ``PostID``.
    public internal(set) var posts = PagedTable<PostRow>()
    /// All tokens, by ``TokenID``.
    public internal(set) var tokens = PagedTable<TokenRow>()
    /// All whistles, by ``WhistleID``.
    public internal(set) var whistles = PagedTable<WhistleRow>()
    /// What hangs on the whistles.
    var parts = BoardParts()

    var streams = StreamTable()
    var naming = WhistleNaming()

    /// A district of which nothing is known.
    public init() {}
}

/// What the events of a whistle may change beside the whistle's own row: the units with their counters, and the tables
/// that hold the children of all whistles. Apart from the whistles, so that one of these can be changed with them.
struct BoardParts: Sendable {
    var units = PagedTable<UnitRow>()
    var calls = PagedTable<CallRow>()
    var tasks = PagedTable<TaskRow>()
    var members = PagedTable<MemberRow>()
    var meetings = PagedTable<MeetingRow>()
    var invitations = PagedTable<InvitationRow>()
    var demands = PagedTable<DemandRow>()
    var backEntries = PagedTable<BackEntryRow>()
    var references = PagedTable<ReferenceRow>()
    var erasures = ErasureTable()
}

// Lent and not copied: a copy would count references with every look at a row.
extension Board {
    /// All units, by ``UnitID``.
    public var units: PagedTable<UnitRow> { _read { yield parts.units } }
    /// All calls in log order.
    public var calls: PagedTable<CallRow> { _read { yield parts.calls } }
    /// All tasks in log order.
    public var tasks: PagedTable<TaskRow> { _read { yield parts.tasks } }
    var members: PagedTable<MemberRow> { _read { yield parts.members } }
    var meetings: PagedTable<MeetingRow> { _read { yield parts.meetings } }
    var invitations: PagedTable<InvitationRow> { _read { yield parts.invitations } }
    var demands: PagedTable<DemandRow> { _read { yield parts.demands } }
    var backEntries: PagedTable<BackEntryRow> { _read { yield parts.backEntries } }
    var references: PagedTable<ReferenceRow> { _read { yield parts.references } }
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
    public func nextWhistleName(at moment: Instant) -> WhistleName { naming.next(at: moment) }

    /// The number of the stream that the next whistle makes.
    public var nextStream: UInt32 { UInt32(streams.count) }

    /// The whistle of a stream, nil for the district's own stream.
    public func whistle(ofStream stream: UInt32) -> WhistleID? { streams[stream] }

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
        return calls.index(of: row.leadCall, in: row.calls, of: whistle).map { calls[$0].unit }
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
}
