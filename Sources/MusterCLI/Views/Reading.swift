import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// What a view is made of: the ledger as it stands, the names, the terminal and the moment of reading.
struct Reading {
    let view: LedgerView
    let desk: Desk
    let names: Rendering
    let console: Console
    let now: Instant

    /// Opens the ledger of a session.
    init(_ session: Session, bound: ReplayBound = .end, now: Instant = Environment.live.now()) async throws {
        view = try await session.openView(bound: bound)
        console = session.console
        desk = Desk(view: view, files: try session.files, now: now, language: console.language)
        names = Rendering(view)
        self.now = now
    }

    var board: Board { view.board }
    var language: Language { console.language }

    /// The events of a whistle with their texts.
    func history(of whistle: WhistleID) async throws(Failure) -> [RecordedEvent] {
        do { return try await view.history(of: whistle) } catch { throw Failure(error, names: names) }
    }

    /// The names of one kind of thing, the one with number n at place n − 1.
    func names(of thing: NamedThing) async throws(Failure) -> [String] {
        do { return try await view.names(of: thing) } catch { throw Failure(error, names: names) }
    }

    /// The one line that says what a whistle is about.
    func title(of whistle: WhistleID) async throws(Failure) -> String {
        subject(in: try await history(of: whistle))
    }

    /// The same for many whistles: with more than a screenful, one pass over the log is quicker than their histories.
    func titles(of whistles: some Collection<WhistleID>) async throws(Failure) -> [WhistleID: String] {
        var titles: [WhistleID: String] = [:]
        var left = Array(whistles)
        if left.count > 200 {
            let all: (texts: [WhistleID: String], corrected: Set<WhistleID>)
            do { all = try await view.subjects() } catch { throw Failure(error, names: names) }
            titles = all.texts
            left = left.filter { all.corrected.contains($0) || all.texts[$0] == nil }
        }
        for whistle in left { titles[whistle] = try await title(of: whistle) }
        return titles
    }

    /// The same, from events that have been read.
    func subject(in events: [RecordedEvent]) -> String {
        text(.subject, of: 1, in: events) ?? console.say("event.erased")
    }

    /// A text of one entry as it was corrected last; nil if there is none or it was erased.
    func text(_ field: Field, of entry: Int, in events: [RecordedEvent]) -> String? {
        let correction = events.last {
            $0.kind == .factCorrected && $0.integer(.entry) == Int64(entry) && $0.string(.field) == field.rawValue
        }
        if let corrected = correction?.words[.correction] { return corrected }
        return events.indices.contains(entry - 1) ? events[entry - 1].words[field] : nil
    }

    // MARK: Words

    /// The code of a unit, as entries spell it; nil for none.
    func code(of unit: UnitID) -> String? { view.directory.unit(unit)?.code }

    /// Local time.
    func moment(_ instant: Instant) -> String { names.moment(instant, language) }

    /// A member of an enumeration.
    func term(_ value: some Code) -> String { names.term(value, language) }

    /// How far a deadline is: `还有 2 小时`, `已超 3 天`.
    func standing(of due: Instant) -> String {
        DurationWords.standing(
            of: Moment(milliseconds: due.milliseconds),
            now: Moment(milliseconds: now.milliseconds),
            language
        )
    }

    /// A deadline: the time itself, and how far it is, in the colour of its light.
    func deadline(_ due: Instant, since: Instant?) -> String {
        let light = now > due ? .red : since.map { Light(from: $0, to: due, at: now) }
        return moment(due) + " " + paint("(\(standing(of: due)))", light)
    }

    /// A text in the colour of a light.
    func paint(_ text: String, _ light: Light?) -> String {
        light.map { console.palette.paint(text, $0.ink) } ?? text
    }

    /// `甲、乙` or `a, b`.
    func joined(_ parts: [String]) -> String { parts.joined(separator: language == .zh ? "、" : ", ") }
}

extension Light {
    /// The ink of the light.
    var ink: Ink {
        switch self {
        case .green: .green
        case .yellow: .yellow
        case .red: .red
        }
    }
}
