extension Decider {
    func fact(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .attach(let id, let task, let sha256, let size, let media, let caption):
            try whistle(id, for: .attach)
            guard isSHA256(sha256) else { throw Refusal(.badHash, ["text": .text(sha256)]) }
            // What JSON numbers carry safely, and more than any file has.
            guard (0...(1 << 53)).contains(size) else { throw Refusal(.badSize, ["number": .number(size)]) }
            if let task { try checkAttaching(to: task, in: id) }
            return [
                Event(
                    .fileAttached, in: id,
                    [
                        .sha256: .text(sha256), .size: .number(size), .media: .text(media), .caption: .words(caption),
                        .task: task.map { .number($0) },
                    ])
            ]
        case .correct(let id, let entry, let field, let correction, let reason):
            let row = try whistle(id, for: .correct)
            guard (1...Int(row.revision)).contains(entry) else {
                throw Refusal(.noSuchEntry, ["number": .number(entry)])
            }
            guard let known = Field(rawValue: field), known.type == .words else {
                throw Refusal(.correctsNothing, ["text": .text(field)])
            }
            return [
                Event(
                    .factCorrected, in: id,
                    [
                        .entry: .number(entry), .field: .text(field), .correction: .words(correction),
                        .reason: .words(reason),
                    ])
            ]
        case .confirmEntry(let id, let entry):
            try checkRuling(on: entry, in: id)
            return [Event(.entryConfirmed, in: id, [.entry: .number(entry)])]
        case .disputeEntry(let id, let entry, let reason):
            try checkRuling(on: entry, in: id)
            return [Event(.entryDisputed, in: id, [.entry: .number(entry), .reason: .words(reason)])]
        default: return []
        }
    }

    /// A file belongs to an open task, and its owner or who directs the work puts it there.
    private func checkAttaching(to item: Int, in id: WhistleID) throws(Refusal) {
        guard let task = child(item, of: board.tasks(of: id)) else {
            throw Refusal(.noSuchTask, ["number": .number(item)])
        }
        guard task.state != .completed else {
            throw Refusal(
                .wrongTaskState,
                ["number": .number(item), "state": .code(task.state), "act": .code(WhistleAct.attach)])
        }
        let directs = !board.standing(of: party, in: id).isDisjoint(with: [.raiser, .lead])
        guard task.unit == party || directs else {
            throw Refusal(.notTaskOwner, ["number": .number(item), "unit": .unit(task.unit)])
        }
    }

    /// Only the other side or the centre says whether a back-entered act was so, and once; never who entered it.
    private func checkRuling(on entry: Int, in id: WhistleID) throws(Refusal) {
        let row = try whistle(id, for: .ruleOnEntry)
        guard let back = board.backEntries(of: id).first(where: { Int($0.entry) == entry }) else {
            throw Refusal(.notBackEntered, ["number": .number(entry)])
        }
        guard back.state == .open else { throw Refusal(.ruledBefore, ["number": .number(entry)]) }
        let standing = board.standing(of: party, in: id)
        guard back.enteredBy != party, back.enteredBy != actor.unit else {
            throw Refusal(.ownEntry, ["number": .number(entry)])
        }
        // What concerns one called unit is between it and the raiser: another called unit is not the other side.
        let concerns = !back.unit.exists || back.unit == party || back.unit == row.raiser
        guard concerns || !standing.isDisjoint(with: [.raiser, .centre]) || actor == .system else {
            throw Refusal(
                .notYours,
                [
                    "whistle": .whistle(id), "act": .code(WhistleAct.ruleOnEntry), "unit": .unit(party),
                    "allowed": .text(([.raiser, .centre] as Standing).names.joined(separator: ",")),
                ])
        }
    }
}
