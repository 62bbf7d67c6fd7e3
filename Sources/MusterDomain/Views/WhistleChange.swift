/// What has become of one whistle between two boards of one log.
public struct WhistleChange: Sendable, Equatable {
    /// One kind of thing that happened, as the two boards show it.
    public enum Mark: String, CaseIterable, Sendable {
        /// 外部案件.
        case imported
        /// 吹哨.
        case raised
        /// 派单: a call was issued.
        case called
        /// 送达.
        case delivered
        /// 签收.
        case acknowledged
        /// 派单异议.
        case objected
        /// 维持派单.
        case kept
        /// 同意退单.
        case released
        /// 撤回.
        case recalled
        /// 取消派单.
        case cancelled
        /// 报到.
        case reportedIn
        /// 报到超时: the unit came late, or has not come and its time has passed.
        case reportInLate
        /// 交办任务.
        case taskAssigned
        /// 任务完成.
        case taskCompleted
        /// 任务超时.
        case taskLate
        /// 申请办结.
        case claimed
        /// 返工.
        case sentBack
        /// 超期: the handling became late.
        case late
        /// 重办.
        case reopened
        /// 办结.
        case closed
        /// 撤哨.
        case withdrawn
    }

    /// One thing that happened.
    public struct Step: Sendable, Equatable {
        /// What.
        public var mark: Mark
        /// The number of the call or task; 0 for the whistle.
        public var item: UInt32 = 0
        /// The unit that it concerns; none for the whistle.
        public var unit: UnitID = .none
    }

    /// Which whistle.
    public var whistle: WhistleID
    /// Its state on the earlier board; nil if it was not there.
    public var before: WhistleState?
    /// Its state on the later board.
    public var after: WhistleState
    /// How many entries its history gained.
    public var entries: UInt32
    /// What happened, calls and tasks by their numbers.
    public var steps: [Step]
}

extension Board {
    /// The whistles that have changed since an earlier board of the same log, in log order. Both boards have to be
    /// prefixes of the log, so that numbers mean the same on both.
    ///
    /// Entries change a whistle, and so does time that makes it late; what happened and was undone in between does not
    /// show. Cost: O(whistles), and O(calls and tasks) of those that have changed or are open.
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
            // Nothing but time can change one without a new entry, and time only what is open.
            guard old?.revision != row.revision || row.state.isOpen, isAskedFor(id) else { return }
            let comparison = WhistleComparison(old: earlier, new: self, moments: moments, id: id)
            let steps = comparison.steps(old, row)
            let entries = row.revision - (old?.revision ?? 0)
            guard entries > 0 || !steps.isEmpty else { return }
            changes.append(
                WhistleChange(whistle: id, before: old?.state, after: row.state, entries: entries, steps: steps))
        }
        return changes
    }
}

/// One whistle on two boards.
private struct WhistleComparison {
    let old: Board
    let new: Board
    let moments: (before: Instant, now: Instant)
    let id: WhistleID

    func steps(_ before: WhistleRow?, _ after: WhistleRow) -> [WhistleChange.Step] {
        var steps: [WhistleChange.Step] = []
        func add(_ mark: WhistleChange.Mark, times: UInt32 = 1) {
            for _ in 0..<times { steps.append(WhistleChange.Step(mark: mark)) }
        }
        if before == nil { add(after.isImported ? .imported : .raised) }
        steps += calls(before) + tasks(before)
        if after.state == .claimed, before?.state != .claimed { add(.claimed) }
        add(.sentBack, times: after.sentBack - (before?.sentBack ?? 0))
        if after.isLate(at: moments.now), before?.isLate(at: moments.before) != true { add(.late) }
        add(.reopened, times: after.reopened - (before?.reopened ?? 0))
        if after.state.isClosed, before?.state.isClosed != true || after.reopened != before?.reopened { add(.closed) }
        if after.state == .withdrawn, before?.state != .withdrawn { add(.withdrawn) }
        return steps
    }

    private func calls(_ before: WhistleRow?) -> [WhistleChange.Step] {
        let known = before == nil ? [] : old.calls(of: id)
        var steps: [WhistleChange.Step] = []
        // Rows are numbered densely from 1 and never taken away.
        for (index, call) in new.calls(of: id).enumerated() {
            let was = index < known.count ? known[index] : nil
            func add(_ mark: WhistleChange.Mark, _ isNow: Bool, _ wasThen: Bool?) {
                guard isNow, wasThen != true else { return }
                steps.append(WhistleChange.Step(mark: mark, item: call.item, unit: call.unit))
            }
            add(.called, true, was.map { _ in true })
            add(.delivered, call.deliveredAt != nil, was.map { $0.deliveredAt != nil })
            add(.acknowledged, call.acknowledgedAt != nil, was.map { $0.acknowledgedAt != nil })
            add(.objected, call.hasObjected, was?.hasObjected)
            add(.objected, call.hasContested, was?.hasContested)
            add(.kept, call.isKept, was?.isKept)
            add(.released, call.state == .released, was.map { $0.state == .released })
            add(.recalled, call.state == .recalled, was.map { $0.state == .recalled })
            add(.cancelled, call.state == .cancelled, was.map { $0.state == .cancelled })
            add(.reportedIn, call.reportedInAt != nil, was.map { $0.reportedInAt != nil })
            add(
                .reportInLate, call.isReportedInLate(at: moments.now),
                was.map { $0.isReportedInLate(at: moments.before) })
        }
        return steps
    }

    private func tasks(_ before: WhistleRow?) -> [WhistleChange.Step] {
        let known = before == nil ? [] : old.tasks(of: id)
        var steps: [WhistleChange.Step] = []
        for (index, task) in new.tasks(of: id).enumerated() {
            let was = index < known.count ? known[index] : nil
            func add(_ mark: WhistleChange.Mark) {
                steps.append(WhistleChange.Step(mark: mark, item: task.item, unit: task.unit))
            }
            if was == nil { add(.taskAssigned) }
            if task.state == .completed, was?.state != .completed { add(.taskCompleted) }
            if task.isLate(at: moments.now), was?.isLate(at: moments.before) != true { add(.taskLate) }
        }
        return steps
    }
}
