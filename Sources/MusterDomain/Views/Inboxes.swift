/// Every unit's inbox, kept in order while the log grows.
///
/// A value: a copy costs O(1) and never changes under its reader. It is equal to asking the board for each inbox by a
/// scan, as long as every whistle with a new event is named to ``refresh(_:on:)``.
public struct Inboxes: Sendable {
    private let policy: Policy
    /// The state that the lists show: what a whistle asked until now is asked of it again, so that nothing else has to
    /// be remembered.
    private var board: Board
    private var roll: UnitRoll
    /// By unit, the one with number n at place n − 1.
    private var lists: [SortedPages<Inbox.Entry>]
    /// By unit too, see ``version(of:)``.
    private var versions: [UInt64]

    /// The inboxes of a board. Cost: O(whistles + calls + tasks), once.
    public init(of board: Board, policy: Policy = .builtin0) {
        self.policy = policy
        self.board = board
        roll = UnitRoll(of: board)
        var entries: [[Inbox.Entry]] = Array(repeating: [], count: board.units.count)
        let duties = Duties(board: board, policy: policy, roll: roll)
        for number in 0..<UInt32(board.whistles.count) {
            duties.forEach(of: WhistleID(rawValue: number + 1)) { entries[$0.index].append($1) }
        }
        lists = entries.map { SortedPages($0) }
        versions = Array(repeating: board.size, count: entries.count)
    }

    /// What a unit has to do. Cost: O(its entries).
    public func inbox(of unit: UnitID) -> Inbox {
        let isKnown = unit.exists && unit.index < lists.count
        return Inbox(unit: unit, entries: isKnown ? lists[unit.index].values : [])
    }

    /// The size of the log at the last event of a whistle that asks something of the unit, or asked it before: as long
    /// as it stays, so do the unit's inbox and what its whistles say.
    public func version(of unit: UnitID) -> UInt64 {
        unit.exists && unit.index < versions.count ? versions[unit.index] : 0
    }

    /// Goes on to a later state of the same log.
    ///
    /// - Parameters:
    ///   - touched: Every whistle with an event since; others do no harm.
    ///   - later: The board after those events and those of the district's stream.
    ///
    /// Cost: O(log entries) for each entry that comes or goes; after an event of the district also O(units), and
    /// O(whistles) for each new community.
    public mutating func refresh(_ touched: some Sequence<WhistleID>, on later: Board) {
        var touched = Set(touched)
        let before = Duties(board: board, policy: policy, roll: roll)
        let newUnits = board.units.count..<later.units.count
        if later.districtRevision != board.districtRevision {
            for unit in unitsWithAnotherReach(on: later) { touched.formUnion(unopened(by: unit)) }
            if !newUnits.isEmpty {
                roll = UnitRoll(of: later)
                lists += newUnits.map { _ in SortedPages() }
                versions += newUnits.map { _ in later.size }
            }
        }
        let after = Duties(board: later, policy: policy, roll: roll)
        for whistle in touched {
            let old = board.whistles.contains(whistle) ? before.all(of: whistle) : []
            let new = later.whistles.contains(whistle) ? after.all(of: whistle) : []
            for asked in old { versions[asked.unit.index] = later.size }
            for asked in new { versions[asked.unit.index] = later.size }
            // Mostly one unit has acted, and what is asked of the others stays as it was.
            let kept = zip(old, new).prefix { $0 == $1 }.count
            let rest = zip(old.dropFirst(kept).reversed(), new.dropFirst(kept).reversed()).prefix { $0 == $1 }.count
            for asked in old[kept..<(old.count - rest)] { lists[asked.unit.index].remove(asked.entry) }
            for asked in new[kept..<(new.count - rest)] { lists[asked.unit.index].insert(asked.entry) }
        }
        board = later
        // A new community inspects what its street has led and claimed before.
        for index in newUnits where [.community, .centre].contains(later.units[index].kind) {
            let unit = UnitID(rawValue: UInt32(index + 1))
            lists[index] = SortedPages(later.inbox(of: unit, policy: policy).entries)
            versions[index] = later.size
        }
    }

    /// The units that have got their first token since, or lost their last one.
    private func unitsWithAnotherReach(on later: Board) -> [UnitID] {
        var units: [UnitID] = []
        board.units.forEach { index, row in
            let had = row.tokens > 0
            if had != (later.units[index].tokens > 0) { units.append(UnitID(rawValue: UInt32(index + 1))) }
        }
        return units
    }

    /// The whistles whose call to a unit may be undelivered.
    private func unopened(by unit: UnitID) -> [WhistleID] {
        lists[unit.index].values.filter { $0.duty == .acknowledge }.map(\.whistle)
    }
}
