/// Which units are asked for what they are, and not for their part in a matter. What a unit is never changes.
struct UnitRoll: Sendable {
    /// The command centre; several in a list that is damaged.
    let centres: [UnitID]
    /// The communities of each street.
    let communities: [UnitID: [UnitID]]

    /// Cost: O(units).
    init(of board: Board) {
        var centres: [UnitID] = []
        var communities: [UnitID: [UnitID]] = [:]
        board.units.forEach { index, row in
            let unit = UnitID(rawValue: UInt32(index + 1))
            if row.kind == .centre { centres.append(unit) }
            if row.kind == .community { communities[row.parent, default: []].append(unit) }
        }
        self.centres = centres
        self.communities = communities
    }
}

/// What matters ask of units: the one place of the rules by which inboxes are made.
///
/// A class, for the compiler copies a structure of this size, and the board in it, for each whistle that is looked at.
final class Duties {
    let board: Board
    let policy: Policy
    private let roll: UnitRoll

    init(board: Board, policy: Policy, roll: UnitRoll) {
        self.board = board
        self.policy = policy
        self.roll = roll
    }

    /// Something that is asked of a unit.
    struct Asked: Equatable {
        var unit: UnitID
        var entry: Inbox.Entry
    }

    /// Everything that one whistle asks. Cost: O(its calls and tasks).
    func all(of whistle: WhistleID) -> [Asked] {
        var found: [Asked] = []
        forEach(of: whistle) { found.append(Asked(unit: $0, entry: $1)) }
        return found
    }

    /// Calls `put` with everything that one whistle asks, and of whom. Cost: O(its calls and tasks).
    func forEach(of id: WhistleID, _ put: (UnitID, Inbox.Entry) -> Void) {
        // Of a matter that is over no more is read than this. It may still lack the approval of its emergency.
        guard board.whistles[id].mayAsk else { return }
        let row = board.whistles[id]
        if let approveBy = row.approveBy {
            let entry = Inbox.Entry(whistle: id, duty: .approve, due: approveBy, since: row.raisedAt)
            for unit in roll.centres + (roll.centres.contains(row.raiser) ? [] : [row.raiser]) { put(unit, entry) }
        }
        switch row.state {
        case .raised, .handling: leadingStreet(id, row, put)
        case .claimed:
            let entry = Inbox.Entry(whistle: id, duty: .inspect, due: nil, since: row.handledAt)
            for unit in inspectors(of: id, row) { put(unit, entry) }
        case .verified:
            let isAsked = board.contacts(of: id).allSatisfy { $0.isSettled(attempts: policy.followUpAttempts) }
            let entry = Inbox.Entry(
                whistle: id, duty: isAsked ? .close : .followUp, due: nil, since: row.handledAt)
            for unit in roll.centres { put(unit, entry) }
        case .closed, .withdrawn, .imported, .importClosed: return
        }
        let lead = board.answerableUnit(of: id)
        board.calls.forEach(in: row.calls) { call in
            guard call.state.isLive else { return }
            self.called(call, row, leads: lead == call.unit, put)
            self.asksOfTheCentre(call, row, put)
        }
        // Nobody can work on a task once the handling has ended.
        guard row.state == .handling, row.openTasks > 0 else { return }
        board.tasks.forEach(in: row.tasks) { task in
            guard task.state != .completed else { return }
            let duty: Inbox.Duty = task.state == .assigned ? .acceptTask : .completeTask
            put(
                task.unit,
                Inbox.Entry(
                    whistle: id, duty: duty, item: task.item, about: row.raiser, due: task.due,
                    since: task.assignedAt))
        }
    }

    /// A street that leads the group has no call that would say so.
    private func leadingStreet(_ id: WhistleID, _ row: WhistleRow, _ put: (UnitID, Inbox.Entry) -> Void) {
        guard row.state == .handling, row.groupLead.exists else { return }
        guard board.call(of: row.groupLead, in: id)?.state.hasArrived != true else { return }
        put(row.groupLead, Inbox.Entry(whistle: id, duty: .lead, due: row.due, since: row.raisedAt))
    }

    private func inspectors(of id: WhistleID, _ row: WhistleRow) -> [UnitID] {
        let standing = board.inspectors(of: id)
        var units: [UnitID] = []
        if standing.contains(.raiser) { units.append(row.raiser) }
        if standing.contains(.centre) { units += roll.centres }
        if standing.contains(.community) { units += roll.communities[row.raiser] ?? [] }
        return units
    }

    /// What a live call asks of its unit.
    private func called(_ call: CallRow, _ row: WhistleRow, leads: Bool, _ put: (UnitID, Inbox.Entry) -> Void) {
        func add(_ duty: Inbox.Duty, due: Instant?, since: Instant) {
            put(
                call.unit,
                Inbox.Entry(whistle: call.whistle, duty: duty, item: call.item, due: due, since: since))
        }
        let isHandled = row.state == .claimed || row.state == .verified
        switch call.state {
        case .issued: add(.acknowledge, due: call.acknowledgeBy, since: call.issuedAt)
        case .acknowledged: add(.reportIn, due: call.reportInBy, since: call.issuedAt)
        case .objected: add(.reportInMeanwhile, due: call.reportInBy, since: call.issuedAt)
        case .arrived where !isHandled: add(leads ? .lead : .support, due: row.due, since: row.raisedAt)
        case .contested where !isHandled: add(.awaitRuling, due: row.due, since: row.raisedAt)
        case .arrived, .contested, .released, .recalled, .cancelled: break
        }
    }

    /// What a live call asks of the centre: a ruling, or to see that the unit takes notice of it at all.
    private func asksOfTheCentre(_ call: CallRow, _ row: WhistleRow, _ put: (UnitID, Inbox.Entry) -> Void) {
        func add(_ duty: Inbox.Duty, due: Instant?) {
            let entry = Inbox.Entry(
                whistle: call.whistle, duty: duty, item: call.item, about: call.unit, due: due, since: call.issuedAt)
            for unit in roll.centres { put(unit, entry) }
        }
        if call.state.awaitsRuling, row.state == .raised || row.state == .handling {
            add(.arbitrate, due: call.reportedInAt == nil ? call.reportInBy : row.due)
        }
        // Without a token the unit can't fetch anything, and there is no delivery to miss.
        if call.state == .issued, call.deliveredAt == nil, board.units[call.unit].tokens > 0 {
            add(.undelivered, due: call.acknowledgeBy)
        }
    }
}

extension WhistleRow {
    /// Whether the whistle may ask anything of anybody.
    fileprivate var mayAsk: Bool { (state.isOpen || approveBy != nil) && !isImported }
}
