import FoldRow

extension BoardParts {
    mutating func assignTask(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        try check(row.named)
        guard row.item == whistle.tasks.count + 1 else { throw .missing("task", row.item) }
        let task = TaskRow(
            assignedAt: row.at, due: Instant(milliseconds: row.b), whistle: id, item: row.item, unit: row.named,
            meeting: UInt32(truncatingIfNeeded: row.a), proofNeeded: row.code == 1)
        tasks.append(task, numberedIn: &whistle.tasks)
        whistle.openTasks += 1
    }

    mutating func reassignTask(_ row: FoldRow, _ whistle: WhistleRow, _ id: WhistleID) throws(FoldError) {
        let index = try tasks.place(row.item, in: whistle.tasks, of: id)
        try tasks[index].step(.reassign)
        try check(row.named)
        tasks[index].pass(to: row.named, at: row.at, due: Instant(milliseconds: row.b))
    }
}

// What events do to a task, and what is counted of it with the whistle.
extension TaskRow {
    mutating func accept() throws(FoldError) { try step(.accept) }

    mutating func complete(_ row: FoldRow, _ whistle: inout WhistleRow) throws(FoldError) {
        try step(.complete)
        percent = 100
        completedAt = row.at
        whistle.openTasks -= 1
    }

    /// Moves the task along its table. The table is the same that the rules ask, so the two can't disagree.
    fileprivate mutating func step(_ act: TaskAct) throws(FoldError) {
        guard case .to(let next) = state.transition(on: act) else { throw .refused("task \(item)", in: state, act) }
        state = next
    }

    /// What the former owner reached and proved is the former owner's.
    fileprivate mutating func pass(to owner: UnitID, at moment: Instant, due newDue: Instant) {
        unit = owner
        assignedAt = moment
        percent = 0
        files = 0
        if newDue != due { duePassed = false }
        due = newDue
    }
}
