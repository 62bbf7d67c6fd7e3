/// What has become of one whistle between two boards of one log.
public struct WhistleChange: Sendable, Equatable {
    /// One thing that happened, once or several times.
    public struct Step: Sendable, Equatable {
        /// What.
        public var mark: Mark
        /// The number of the call, task or meeting, of a ruling that of the entry ruled on; 0 for the whistle.
        public var item: UInt32 = 0
        /// The unit that it concerns; none for the whistle.
        public var unit: UnitID = .none
        /// How often, at least once.
        public var times: UInt32 = 1
    }

    /// Which whistle.
    public var whistle: WhistleID
    /// Its state on the earlier board; nil if it was not there.
    public var before: WhistleState?
    /// Its state on the later board.
    public var after: WhistleState
    /// How many entries its history gained.
    public var entries: UInt32
    /// What happened: to the calls, the group, the meetings and the tasks by their numbers, then towards the end.
    public var steps: [Step]
}

extension Board {
    /// The whistles that have changed since an earlier board of the same log, in log order. Both boards have to be
    /// prefixes of the log, so that numbers mean the same on both.
    ///
    /// Entries change a whistle, and so does time that makes it late; what happened and was undone in between does not
    /// show. Cost: O(whistles), and O(calls and tasks) of those that are open, O(everything) of those that have changed.
    /// - Parameters:
    ///   - moments: When lateness is judged on the earlier board, and when on this one.
    ///   - isAskedFor: Leaves whistles out.
    public func changes(
        since earlier: Board, judged moments: (before: Instant, now: Instant),
        where isAskedFor: (WhistleID) -> Bool = { _ in true }
    ) -> [WhistleChange] {
        var changes: [WhistleChange] = []
        whistles.forEach { index, row in
            let id = WhistleID(rawValue: UInt32(index + 1))
            let old = earlier.whistles.contains(id) ? earlier.whistles[id] : nil
            let entries = row.revision - (old?.revision ?? 0)
            // Nothing but time can change one without a new entry, and time only what is open or not approved yet.
            guard entries > 0 || row.state.isOpen || row.approveBy != nil, isAskedFor(id) else { return }
            let comparison = WhistleComparison(of: id, old: earlier, new: self, judged: moments)
            guard entries > 0 || !comparison.steps.isEmpty else { return }
            changes.append(
                WhistleChange(
                    whistle: id, before: old?.state, after: row.state, entries: entries, steps: comparison.steps))
        }
        return changes
    }
}
