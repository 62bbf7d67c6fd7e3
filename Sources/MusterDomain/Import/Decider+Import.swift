extension Decider {
    /// Another system's case comes in with that system's own times and nothing invented.
    func imported(_ command: Command) throws(Refusal) -> [Event] {
        try requireCentre("Act.import")
        switch command {
        case .importWhistle(let source):
            _ = try activeUnit(source.street)
            _ = try activeUnit(source.department)
            guard isReference(source.reference) else {
                throw Refusal(.badReference, ["text": .text(source.reference)])
            }
            let next = WhistleID(rawValue: UInt32(board.whistles.count + 1))
            return [
                Event(
                    .whistleImported, in: next,
                    [
                        .unit: .id(source.street), .department: .id(source.department),
                        .reference: .text(source.reference), .category: .text(source.category),
                        .due: source.due.map { .moment($0) }, .subject: .words(source.subject),
                        .place: source.place.map { .words($0) }, .detail: source.detail.map { .words($0) },
                    ])
            ]
        case .closeImported(let id, let resolution):
            try whistle(id, for: .closeImported)
            return [Event(.importClosed, in: id, [.resolution: resolution.map { .words($0) }])]
        default: return []
        }
    }
}
