import MusterDomain

extension Story {
    /// The first task that is not completed, or the next one to be given.
    mutating func tasks(_ row: WhistleRow, _ scene: Scene) -> Move? {
        let tasks = scene.board.tasks(of: whistle)
        if let task = tasks.first(where: { $0.state != .completed }) { return task.isFor(row, scene, &self) }
        guard plan.tasks > 0 else { return nil }
        plan.tasks -= 1
        let due = scene.now + .hours(Int64(chance.within(24...200)))
        return act(
            .assignTask(
                whistle, chance.pick(leads(row, scene)), due: due, proofNeeded: chance.happens(350),
                duty: Writer.duty(&chance)), by: row.raiser, scene, then: .soon)
    }

    fileprivate mutating func work(on task: TaskRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        let item = Int(task.item)
        if task.state == .assigned {
            if chance.happens(60) { return reassign(task, row, scene) }
            return act(.acceptTask(whistle, task: item), by: task.unit, scene, then: .soon)
        }
        if task.proofNeeded, task.files == 0 {
            return act(attachment(task: item), by: task.unit, scene, then: .quick)
        }
        if task.percent < 80, chance.happens(450) {
            let percent = chance.within(Int(task.percent)...90)
            return act(
                .reportProgress(whistle, task: item, percent: percent, note: Writer.note(&chance)), by: task.unit,
                scene, then: .days)
        }
        return act(
            .completeTask(whistle, task: item, note: Writer.summary(&chance)), by: task.unit, scene, then: .soon)
    }

    fileprivate mutating func reassign(_ task: TaskRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        let due = chance.happens(500) ? scene.now + .hours(Int64(chance.within(24...120))) : nil
        return act(
            .reassignTask(
                whistle, task: Int(task.item), to: chance.pick(leads(row, scene)), due: due,
                reason: Writer.reason(&chance)), by: row.raiser, scene, then: .soon)
    }
}

extension TaskRow {
    /// Its owner works on it; one whose owner has been released is given to somebody else.
    fileprivate func isFor(_ row: WhistleRow, _ scene: Scene, _ story: inout Story) -> Move {
        let standing = scene.board.standing(of: unit, in: story.whistle)
        let takesPart = !standing.isDisjoint(with: [.raiser, .arrived, .lead, .community])
        return takesPart ? story.work(on: self, row, scene) : story.reassign(self, row, scene)
    }
}
