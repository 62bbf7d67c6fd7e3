/// Goes through the board once and gathers what one unit has to do.
struct InboxCollector {
    let board: Board
    let unit: UnitID
    let policy: Policy
    private let kind: UnitKind?
    private(set) var entries: [Inbox.Entry] = []

    init(board: Board, unit: UnitID, policy: Policy) {
        self.board = board
        self.unit = unit
        self.policy = policy
        kind = board.units.contains(unit) ? board.units[unit].kind : nil
    }

    mutating func collect() {
        board.whistles.forEach { index, row in
            // A closed matter may still lack the approval of its emergency.
            guard row.state.isOpen || row.approveBy != nil, !row.isImported else { return }
            collect(WhistleID(rawValue: UInt32(index + 1)), row)
        }
        board.calls.forEach { _, call in
            if call.unit == unit, call.state.isLive { collect(call) }
        }
        board.tasks.forEach { _, task in
            if task.unit == unit, task.state != .completed { collect(task) }
        }
    }

    private mutating func add(
        _ duty: Inbox.Duty,
        _ whistle: WhistleID,
        item: UInt32 = 0,
        about: UnitID = .none,
        due: Instant?,
        since: Instant?
    ) {
        entries.append(
            Inbox.Entry(whistle: whistle, duty: duty, item: item, about: about, due: due, since: since)
        )
    }

    // MARK: What the whistle asks of its street and of the centre

    private mutating func collect(_ id: WhistleID, _ row: WhistleRow) {
        let isCentre = kind == .centre
        if let approveBy = row.approveBy, isCentre || row.raiser == unit {
            add(.approve, id, due: approveBy, since: row.raisedAt)
        }
        switch row.state {
        case .raised, .handling:
            if isCentre, row.openObjections > 0 { collectObjections(id, row) }
            // A street that leads the group has no call that would say so.
            if row.state == .handling, row.groupLead == unit, !hasArrived(in: id) {
                add(.lead, id, due: row.due, since: row.raisedAt)
            }
        case .claimed:
            if !board.standing(of: unit, in: id).isDisjoint(with: board.inspectors(of: id)) {
                add(.inspect, id, due: nil, since: row.handledAt)
            }
        case .verified:
            if isCentre {
                let isAsked = board.contacts(of: id).allSatisfy { $0.isSettled(attempts: policy.followUpAttempts) }
                add(isAsked ? .close : .followUp, id, due: nil, since: row.handledAt)
            }
        case .closed, .withdrawn, .imported, .importClosed: break
        }
    }

    private mutating func collectObjections(_ id: WhistleID, _ row: WhistleRow) {
        for call in board.calls(of: id) where call.state.awaitsRuling {
            let due = call.reportedInAt == nil ? call.reportInBy : row.due
            add(.arbitrate, id, item: call.item, about: call.unit, due: due, since: call.issuedAt)
        }
    }

    private func hasArrived(in id: WhistleID) -> Bool {
        board.call(of: unit, in: id)?.state.hasArrived ?? false
    }

    // MARK: What calls and tasks ask of their unit

    private mutating func collect(_ call: CallRow) {
        let row = board.whistles[call.whistle]
        guard row.state.isOpen else { return }
        let isHandled = row.state == .claimed || row.state == .verified
        switch call.state {
        case .issued:
            add(.acknowledge, call.whistle, item: call.item, due: call.acknowledgeBy, since: call.issuedAt)
        case .acknowledged:
            add(.reportIn, call.whistle, item: call.item, due: call.reportInBy, since: call.issuedAt)
        case .objected:
            add(.reportInMeanwhile, call.whistle, item: call.item, due: call.reportInBy, since: call.issuedAt)
        case .arrived where !isHandled:
            let duty: Inbox.Duty = board.answerableUnit(of: call.whistle) == unit ? .lead : .support
            add(duty, call.whistle, item: call.item, due: row.due, since: row.raisedAt)
        case .contested where !isHandled:
            add(.awaitRuling, call.whistle, item: call.item, due: row.due, since: row.raisedAt)
        case .arrived, .contested, .released, .recalled, .cancelled: break
        }
    }

    private mutating func collect(_ task: TaskRow) {
        // Nobody can work on a task once the handling has ended.
        guard board.whistles[task.whistle].state == .handling else { return }
        let duty: Inbox.Duty = task.state == .assigned ? .acceptTask : .completeTask
        add(
            duty, task.whistle, item: task.item, about: board.whistles[task.whistle].raiser, due: task.due,
            since: task.assignedAt)
    }
}
