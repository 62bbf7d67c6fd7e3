extension Decider {
    func task(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .assignTask(let id, let unit, let due, let proofNeeded, let duty):
            let row = try whistle(id, for: .assignTask)
            try future(due)
            try checkTakesPart(unit, in: id)
            return [assigned(id, row.counts.tasks + 1, unit, due, proofNeeded, duty, meeting: nil)]
        case .acceptTask(let id, let item):
            let task = try ownTask(item, in: id, for: .accept)
            if task.state.transition(on: .accept) == .silent { return [] }
            return [Event(.taskAccepted, in: id, [.task: .number(item), .unit: .id(task.unit)])]
        case .reportProgress(let id, let item, let percent, let note):
            let task = try ownTask(item, in: id, for: .progress)
            guard (0...100).contains(percent) else { throw Refusal(.percentOutOfRange, ["number": .number(percent)]) }
            guard percent >= Int(task.percent) else {
                throw Refusal(.percentDown, ["number": .number(percent), "before": .number(Int(task.percent))])
            }
            return [
                Event(
                    .taskProgressed, in: id,
                    [
                        .task: .number(item), .unit: .id(task.unit), .percent: .number(percent), .note: .words(note),
                    ])
            ]
        case .completeTask(let id, let item, let note):
            let task = try ownTask(item, in: id, for: .complete)
            guard !task.proofNeeded || task.files > 0 else { throw Refusal(.proofMissing, ["number": .number(item)]) }
            return [
                Event(
                    .taskCompleted, in: id,
                    [.task: .number(item), .unit: .id(task.unit), .note: .words(note)])
            ]
        case .reassignTask(let id, let item, let unit, let due, let reason):
            try whistle(id, for: .assignTask)
            let task = try task(item, in: id, for: .reassign)
            try checkTakesPart(unit, in: id)
            if let due { try future(due) }
            return [
                Event(
                    .taskReassigned, in: id,
                    [
                        .task: .number(item), .unit: .id(unit), .due: .moment(due ?? task.due),
                        .reason: .words(reason),
                    ])
            ]
        default: return []
        }
    }

    func assigned(
        _ id: WhistleID, _ item: Int, _ unit: UnitID, _ due: Instant, _ proofNeeded: Bool, _ duty: Text, meeting: Int?
    ) -> Event {
        Event(
            .taskAssigned, in: id,
            [
                .task: .number(item), .unit: .id(unit), .due: .moment(due), .proofNeeded: .flag(proofNeeded),
                .duty: .words(duty), .fromMeeting: meeting.map { .number($0) },
            ])
    }

    private func task(_ item: Int, in id: WhistleID, for act: TaskAct) throws(Refusal) -> TaskRow {
        guard let task = child(item, of: board.tasks(of: id)) else {
            throw Refusal(.noSuchTask, ["number": .number(item)])
        }
        if task.state.transition(on: act) == .refused {
            throw Refusal(
                .wrongTaskState, ["number": .number(item), "state": .code(task.state), "act": .code(act)])
        }
        return task
    }

    private func ownTask(_ item: Int, in id: WhistleID, for act: TaskAct) throws(Refusal) -> TaskRow {
        try whistle(id, for: .workOnTask)
        let task = try task(item, in: id, for: act)
        guard task.unit == party || actor == .system else {
            throw Refusal(.notTaskOwner, ["number": .number(item), "unit": .unit(task.unit)])
        }
        return task
    }
}
