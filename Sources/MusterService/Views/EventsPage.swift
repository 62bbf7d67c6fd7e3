import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func events(_ query: EventQuery) async throws(Failure) -> EventPage {
        let limit = try checked(query.limit, "limit", EventQuery.limits)
        let wait = try checked(query.wait, "wait", EventQuery.waits)
        let waiting = Waiting.seconds(wait)
        var next = query.after
        while true {
            let reading = try await reading()
            try reading.sight.check(.matters)
            let page = try await reading.events(after: next, limit: limit)
            next = page.next
            // What stands behind `next` and was not looked at yet is for the next request.
            guard page.events.isEmpty, next >= page.size, waiting.left > 0, !Task.isCancelled else { return page }
            try await source.wait(past: max(next, page.size), seconds: waiting.left)
        }
    }
}

extension Reading {
    /// Entries that are looked at for one page: a reader who may see none of them comes back soon.
    private static let mostLookedAt: UInt64 = 65_536

    /// Entries behind the first `after` that the reader may see, at most so many.
    fileprivate func events(after: Position, limit: Int) async throws(Failure) -> EventPage {
        var items: [FeedItem] = []
        var next = after
        let last = after + min(Self.mostLookedAt, Position.max - after)
        var veils: [WhistleID: Set<Int>] = [:]
        while items.count < limit, next < min(board.size, last) {
            let outlines = try await reading { () async throws(LedgerError) in
                try await view.outlines(from: next, limit: EventQuery.limits.upperBound)
            }
            guard !outlines.isEmpty else { break }
            let seen = outlines.map(sees)
            guard seen.contains(true) else {
                next += Position(outlines.count)
                continue
            }
            // Only as many as may be shown are read: the rest of the outlines are looked at again.
            let wanted = Self.length(of: seen, showing: limit - items.count)
            let entries = try await reading { () async throws(LedgerError) in
                try await view.entries(from: next, limit: wanted)
            }
            for (entry, outline) in zip(entries, outlines) {
                next = entry.position + 1
                guard seen[Int(entry.position - outlines[0].position)] else { continue }
                if let item = try await item(entry, outline, &veils) { items.append(item) }
            }
        }
        return EventPage(events: items, next: next, size: board.size)
    }

    /// Whether the reader may see an entry, as far as its row says; ``item(_:_:_:)`` has the last word.
    func sees(_ outline: EntryOutline) -> Bool {
        guard let whistle = outline.whistle else { return sight.sees(outline.kind, about: outline.unit) }
        return sight.sees(whistle, on: board)
            && sight.sees(outline.kind, about: outline.unit, in: whistle, on: board)
    }

    /// How many places hold so many shown ones, all of them if there are fewer.
    private static func length(of seen: [Bool], showing count: Int) -> Int {
        var shown = 0
        for (index, isShown) in seen.enumerated() where isShown {
            shown += 1
            if shown == count { return index + 1 }
        }
        return seen.count
    }

    /// An entry of the feed; nil if it speaks of another one that the reader may not see.
    func item(
        _ entry: StoredEntry, _ outline: EntryOutline, _ veils: inout [WhistleID: Set<Int>]
    ) async throws(Failure) -> FeedItem? {
        let event = try await reading { () async throws(LedgerError) in try RecordedEvent(entry) }
        if outline.kind.speaksOfAnEntry, let whistle = outline.whistle, sight.reach(.complainants) != .all {
            if veils[whistle] == nil {
                veils[whistle] = sight.hidden(in: try await history(of: whistle), of: whistle, on: board, names: names)
            }
            if veils[whistle]?.contains(event.envelope.revision) == true { return nil }
        }
        let json: JSONValue
        do { json = try JSONReader.value(of: entry.bytes) } catch {
            throw Failure("damaged", ["position": "\(entry.position)", "what": "JSON"])
        }
        return FeedItem(
            position: entry.position, sentence: names.sentence(of: event, language),
            actorName: names.actor(of: event, language), entry: json)
    }
}
