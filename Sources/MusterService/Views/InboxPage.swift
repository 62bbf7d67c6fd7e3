package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func inbox(_ query: InboxQuery) async throws(Failure) -> Page<InboxItem> { try await shown(query).page }

    /// The same with its JSON, which is made once for all who read it before it changes.
    package func shown(_ query: InboxQuery) async throws(Failure) -> ShownInbox {
        let limit = try limit(query.page)
        let cursor = try Cursor(query.page, of: "inbox1", parts: 6)
        let bound = try bound(query.past, cursor)
        var reading = try await reading(bound)
        let unit = try await unit(of: query, reading)
        try reading.sight.check(.inbox, of: unit)
        let place = ShownInbox.Place(unit: unit, limit: limit, cursor: query.page.cursor, language: language)
        let stamp = ShownInbox.Stamp(of: unit, on: reading.view)
        if let known = memory.inbox(at: place, stamp, reading.now) { return known }
        var part = try part(of: unit, behind: cursor, limit, reading)
        // Whoever looks at the past takes no delivery.
        if bound == .end, try await deliver(part.entries.map(\.whistle), on: reading.board, to: unit) {
            reading = try await self.reading()
            part = try self.part(of: unit, behind: cursor, limit, reading)
        }
        var items: [InboxItem] = []
        for entry in part.entries { items.append(try await reading.item(entry, of: unit)) }
        let next = part.hasMore ? part.entries.last.map { Cursor("inbox1", $0.key, of: bound).text } : nil
        let shown = ShownInbox(
            Page(items: items, nextCursor: next, count: part.count, past: reading.past), from: reading.now,
            until: part.entries.compactMap { $0.lightChanges(after: reading.now) }.min())
        // What is still to be delivered is looked at again, by whoever may take delivery.
        if !part.entries.contains(where: { reading.board.isUndelivered($0.whistle, to: unit) }) {
            memory.keep(shown, at: place, ShownInbox.Stamp(of: unit, on: reading.view), reading.erasures)
        }
        return shown
    }

    /// The unit that is named, or the one that asks.
    private func unit(of query: InboxQuery, _ reading: Reading) async throws(Failure) -> UnitID {
        if let name = query.unit { return try reading.desk.unit(name) }
        guard let actor = try await reader(reading)?.actor else {
            throw Failure("missingOption", status: .usage, ["option": "UNIT"], member: "unit")
        }
        return actor.unit
    }

    private func deliver(
        _ whistles: [WhistleID], on board: Board, to unit: UnitID
    ) async throws(Failure) -> Bool {
        // Whoever looks into another unit's inbox takes nothing for it.
        guard case .token(let token) = caller, token.actor.unit == unit else { return false }
        return try await deliver(whistles, on: board)
    }

    private func part(
        of unit: UnitID, behind cursor: Cursor?, _ limit: Int, _ reading: Reading
    ) throws(Failure) -> (entries: [Inbox.Entry], hasMore: Bool, count: Int) {
        let all = reading.view.inbox(of: unit).entries
        var rest = all[...]
        if let cursor {
            let key = try InboxKey(cursor)
            rest = rest.drop { !(key < InboxKey($0)) }
        }
        return (Array(rest.prefix(limit)), rest.count > limit, all.count)
    }
}

/// By what an inbox is sorted, see `Inbox.Entry`.
private struct InboxKey: Comparable {
    var numbers: [Int64]
    var duty: String

    init(_ entry: Inbox.Entry) {
        numbers = [
            entry.duty == .undelivered ? 0 : 1, entry.due?.milliseconds ?? .max, entry.since?.milliseconds ?? .max,
            Int64(entry.whistle.rawValue), Int64(entry.item),
        ]
        duty = entry.duty.rawValue
    }

    init(_ cursor: Cursor) throws(Failure) {
        numbers = []
        for part in 0..<5 { numbers.append(try cursor.number(part)) }
        duty = cursor.key[5]
    }

    static func < (left: InboxKey, right: InboxKey) -> Bool {
        left.numbers == right.numbers
            ? left.duty < right.duty : left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}

extension Inbox.Entry {
    fileprivate var key: [String] {
        let key = InboxKey(self)
        return key.numbers.map { "\($0)" } + [key.duty]
    }
}

extension Reading {
    fileprivate func item(_ entry: Inbox.Entry, of unit: UnitID) async throws(Failure) -> InboxItem {
        let words = try await words(of: entry.whistle)
        let isTask = entry.duty == .acceptTask || entry.duty == .completeTask
        let number = entry.item == 0 ? nil : Int(entry.item)
        return InboxItem(
            unit: names.code(of: unit) ?? "", whistle: names.whistle(entry.whistle), duty: entry.duty.rawValue,
            call: isTask ? nil : number, task: isTask ? number : nil, about: names.code(of: entry.about),
            since: entry.since?.text, due: entry.due?.text, light: entry.light(at: now)?.rawValue,
            title: words.title ?? say("event.erased"), text: isTask ? words.duties[entry.item] : nil,
            aboutName: names.name(of: entry.about))
    }
}
