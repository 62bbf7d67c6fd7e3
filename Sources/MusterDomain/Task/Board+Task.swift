import FoldRow

extension Board {
    func taskIndex(_ row: FoldRow, _ whistle: WhistleID) throws(FoldError) -> Int {
        guard let index = tasks.index(of: Int(row.item), in: whistles[whistle].tasks) else {
            throw .dangling("task \(row.item)")
        }
        return index
    }

    mutating func applyToTask(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        if kind == .taskAssigned {
            try check(row.named)
            guard row.item == whistles[whistle].tasks.count + 1 else { throw .dangling("task \(row.item)") }
            let task = TaskRow(
                whistle: whistle, item: row.item, unit: row.named, proofNeeded: row.code == 1, assignedAt: row.at,
                due: Instant(milliseconds: row.b), meeting: UInt32(truncatingIfNeeded: row.a))
            tasks.append(task, to: &whistles[whistle].tasks)
            whistles[whistle].openTasks += 1
            return
        }
        let index = try taskIndex(row, whistle)
        let act: TaskAct? =
            switch kind {
            case .taskAccepted: .accept
            case .taskCompleted: .complete
            case .taskReassigned: .reassign
            default: nil
            }
        if let act {
            guard case .to(let next) = tasks[index].state.transition(on: act) else {
                throw .dangling("task \(row.item) in state \(tasks[index].state) met \(act)")
            }
            tasks[index].state = next
        }
        switch kind {
        case .taskProgressed: tasks[index].percent = UInt8(truncatingIfNeeded: row.a)
        case .taskCompleted:
            tasks[index].percent = 100
            tasks[index].completedAt = row.at
            whistles[whistle].openTasks -= 1
        case .taskReassigned:
            try check(row.named)
            tasks[index].unit = row.named
            tasks[index].assignedAt = row.at
            // What the former owner reached and proved is the former owner's.
            tasks[index].percent = 0
            tasks[index].files = 0
            let due = Instant(milliseconds: row.b)
            if due != tasks[index].due { tasks[index].duePassed = false }
            tasks[index].due = due
        default: break
        }
    }
}
