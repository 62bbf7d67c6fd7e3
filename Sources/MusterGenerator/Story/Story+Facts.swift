import MusterDomain

extension Story {
    /// Files and corrections.
    mutating func facts(_ row: WhistleRow, _ scene: Scene) -> Move? {
        if plan.files > 0 {
            plan.files -= 1
            return act(attachment(task: nil), by: chance.pick(leads(row, scene)), scene, then: .quick)
        }
        if plan.corrections > 0 {
            plan.corrections -= 1
            return act(
                .correct(
                    whistle, entry: 1, field: chance.pick(["subject", "place", "whyNotAlone"]),
                    correction: Writer.correction(&chance), reason: Writer.reason(&chance)), by: row.raiser, scene,
                then: .quick)
        }
        return nil
    }

    mutating func attachment(task: Int?) -> Command {
        let media = chance.pick(["image/jpeg", "image/png", "application/pdf"])
        let file = chance.pick(SampleFile.all)
        return .attach(
            whistle, task: task, sha256: file.sha256, size: file.bytes.count, media: media,
            caption: Writer.caption(&chance))
    }

    /// What the other side or the centre says of an act that was entered afterwards.
    mutating func ruling(_ row: WhistleRow, _ scene: Scene) -> Move? {
        guard !row.isImported, row.state != .withdrawn else { return nil }
        let entries = scene.board.backEntries(of: whistle)
        guard let entry = entries.first(where: { $0.state == .open }), chance.happens(250) else { return nil }
        let centre = scene.cast.centre
        let isCalled =
            entry.enteredBy == row.raiser && scene.board.standing(of: entry.unit, in: whistle).contains(.called)
        let side = isCalled ? entry.unit : entry.enteredBy == row.raiser ? centre : row.raiser
        guard side != entry.enteredBy else { return nil }
        let item = Int(entry.entry)
        let command: Command =
            chance.happens(750)
            ? .confirmEntry(whistle, entry: item)
            : .disputeEntry(whistle, entry: item, reason: Writer.reason(&chance))
        return act(command, by: side, scene, then: .quick)
    }
}
