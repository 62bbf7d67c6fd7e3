extension Decider {
    func erase(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .eraseText(let position, let field, let basis):
            guard let entry = names.texts(at: position) else {
                throw Refusal(.noSuchPosition, ["number": .number(Int(clamping: position))])
            }
            guard let text = TextField(name: field), entry.fields.contains(text) else {
                throw Self.noSuchText(field, in: entry)
            }
            try checkNotOwn(entry.whistle)
            return board.erasure(of: text, at: position) == nil ? [Self.request(text, of: entry, basis)] : []
        case .eraseTexts(let id, let basis):
            _ = try whistle(id)
            try checkNotOwn(id)
            return requests(of: id, basis)
        case .completeErasure(let position, let text): return complete(text, at: position)
        default: return []
        }
    }

    private static func noSuchText(_ field: String, in entry: EntryTexts) -> Refusal {
        let number = Refusal.Value.number(Int(clamping: entry.position))
        guard !entry.fields.isEmpty else { return Refusal(.entryHasNoText, ["number": number]) }
        let fields = entry.fields.map(\.name).joined(separator: ",")
        return Refusal(.noSuchText, ["text": .text(field), "number": number, "allowed": .text(fields)])
    }

    /// Nobody erases what may be evidence for or against his own unit, whatever post it is that he holds there.
    private func checkNotOwn(_ whistle: WhistleID?) throws(Refusal) {
        guard let whistle, actor != .system else { return }
        let isCommunity = board.standing(of: actor.unit, in: whistle).contains(.community)
        guard !isCommunity, !board.isInvolved(actor.unit, in: whistle) else {
            throw Refusal(.erasesOwnMatter, ["whistle": .whistle(whistle), "unit": .unit(actor.unit)])
        }
    }

    /// A request for each text of a whistle about which there is none.
    private func requests(of whistle: WhistleID, _ basis: ErasureBasis) -> [Event] {
        var asked: [UInt64: Set<TextField>] = [:]
        board.erasures.forEach { _, row in
            if row.whistle == whistle { asked[row.position, default: []].insert(row.field) }
        }
        return names.texts(of: whistle).flatMap { entry in
            entry.fields.filter { asked[entry.position]?.contains($0) != true }.map {
                Self.request($0, of: entry, basis)
            }
        }
    }

    private static func request(_ text: TextField, of entry: EntryTexts, _ basis: ErasureBasis) -> Event {
        Event(
            .textErasureRequested, in: entry.whistle,
            [
                .position: .number(entry.position), .entry: .number(entry.entry), .textField: .code(text),
                .erasureBasis: .code(basis),
            ])
    }

    /// The certificate of an erasure that was asked for, or of one that an older copy of the ledger did not know of.
    private func complete(_ text: TextField, at position: UInt64) -> [Event] {
        let known = board.erasure(of: text, at: position)
        guard known?.isDone != true else { return [] }
        let whistle: WhistleID?
        let entry: UInt32
        if let known {
            (whistle, entry) = (known.whistle.exists ? known.whistle : nil, known.entry)
        } else {
            guard let there = names.texts(at: position), there.fields.contains(text) else { return [] }
            (whistle, entry) = (there.whistle, there.entry)
        }
        return [
            Event(
                .textErased, in: whistle,
                [
                    .position: .number(position), .entry: .number(entry), .textField: .code(text),
                    .request: known.map { .number($0.request) },
                ])
        ]
    }
}
