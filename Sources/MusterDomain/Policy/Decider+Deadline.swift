extension Decider {
    /// Records that a clock has run out. Only the engine's own tick asks for it, and only for clocks that run.
    func pass(_ deadline: PendingDeadline) throws(Refusal) -> [Event] {
        guard actor == .system, deadline.due < now, board.whistles.contains(deadline.whistle),
            board.pendingDeadlines(of: deadline.whistle).contains(deadline)
        else { throw Refusal(.deadlineNotPassed) }
        var call: Event.Value?
        var task: Event.Value?
        var unit: UnitID?
        switch deadline.kind {
        case .acknowledge, .reportIn:
            call = .number(deadline.item)
            unit = board.calls(of: deadline.whistle)[deadline.item - 1].unit
        case .task:
            task = .number(deadline.item)
            unit = board.tasks(of: deadline.whistle)[deadline.item - 1].unit
        case .handle, .approve: break
        }
        return [
            Event(
                .deadlinePassed, in: deadline.whistle,
                [
                    .deadline: .code(deadline.kind), .due: .moment(deadline.due), .call: call, .task: task,
                    .unit: unit.value,
                ])
        ]
    }
}
