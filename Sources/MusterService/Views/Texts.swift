import EventLog
import MusterAPI
import MusterDomain
import MusterEngine

extension Reading {
    /// More missing titles than this may be worth one pass over the log, if that is short beside them.
    private static let worthAPass = 200
    /// Entries of a pass that cost what one history does.
    private static let entriesForAHistory: UInt64 = 50

    /// The events of a whistle with their texts.
    func history(of whistle: WhistleID) async throws(Failure) -> [RecordedEvent] {
        try await reading { () async throws(LedgerError) in try await view.history(of: whistle) }
    }

    /// The texts of a whistle that lists show.
    func words(of whistle: WhistleID) async throws(Failure) -> LedgerMemory.Words {
        let revision = board.whistles[whistle].revision
        if let known = memory.words(of: whistle, at: revision) { return known }
        // What was read before still holds; only what has come since can have changed it.
        var words = memory.words(of: whistle, before: revision) ?? LedgerMemory.Words()
        let after = Int(words.revision)
        let events = try await reading { () async throws(LedgerError) in
            try await view.history(of: whistle, after: after)
        }
        for event in events { words.go(on: event) }
        memory.keep(words, of: whistle, erasures)
        return words
    }

    /// The one line that says what a whistle is about.
    func title(of whistle: WhistleID) async throws(Failure) -> String {
        try await words(of: whistle).title ?? say("event.erased")
    }

    /// The same for many whistles: where most of the log is wanted, one pass over it is quicker than their histories.
    func titles(of whistles: [WhistleID]) async throws(Failure) -> [WhistleID: String] {
        var titles: [WhistleID: String] = [:]
        var left: [WhistleID] = []
        for whistle in whistles {
            if let known = memory.words(of: whistle, at: board.whistles[whistle].revision) {
                titles[whistle] = known.title ?? say("event.erased")
            } else {
                left.append(whistle)
            }
        }
        if left.count > Self.worthAPass, board.size / UInt64(left.count) < Self.entriesForAHistory {
            let all = try await subjects()
            for whistle in left where !all.corrected.contains(whistle) { titles[whistle] = all.texts[whistle] }
            left = left.filter { titles[$0] == nil }
        }
        for whistle in left { titles[whistle] = try await title(of: whistle) }
        return titles
    }

    private func subjects() async throws(Failure) -> LedgerMemory.Subjects {
        if let known = memory.subjects(ofSize: board.size) { return known }
        let all = try await reading { () async throws(LedgerError) in try await view.subjects() }
        let subjects = LedgerMemory.Subjects(size: board.size, texts: all.texts, corrected: all.corrected)
        memory.keep(subjects, erasures)
        return subjects
    }

    /// A text of one entry as it was corrected last; nil if there is none or it was erased.
    static func text(_ field: Field, of entry: Int, in events: [RecordedEvent]) -> String? {
        let correction = events.last {
            $0.kind == .factCorrected && $0.integer(.entry) == Int64(entry) && $0.string(.field) == field.rawValue
        }
        if let corrected = correction?.words[.correction] { return corrected }
        return events.indices.contains(entry - 1) ? events[entry - 1].words[field] : nil
    }

    // MARK: Names

    /// The name of a number, nil for none.
    func name(_ number: UInt32, of thing: NamedThing) async throws(Failure) -> String? {
        try await reading { () async throws(LedgerError) in try await memory.name(number, of: thing, in: view) }
    }

    /// A person's reference.
    func person(_ id: PersonID) async throws(Failure) -> String? { try await name(id.rawValue, of: .person) }

    /// `source:id` of another system's case number.
    func reference(_ number: UInt32) async throws(Failure) -> String? { try await name(number, of: .reference) }
}
