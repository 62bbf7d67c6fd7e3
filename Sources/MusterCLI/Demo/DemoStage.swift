import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

/// Plays the story in a new ledger: each step as a request to the district, at the time that the story says.
struct DemoStage {
    let folder: DemoFolder
    let language: Language
    private let clock = DemoClock()

    init(folder: DemoFolder, language: Language) {
        self.folder = folder
        self.language = language
    }

    /// Plays all of it and closes the ledger; a refusal ends the demonstration.
    func play() async throws -> DemoMarks {
        try folder.make(language)
        clock.set(to: try moment(DemoStory.beginning))
        let key = try folder.makeKey()
        let store: SQLiteEventStore
        do {
            try await SQLiteEventStore.create(at: folder.files.path)
            store = try await SQLiteEventStore.open(at: folder.files.path, mode: .write)
        } catch { throw Failure(error) }
        do {
            let marks = try await play(try await establish(in: store, key))
            await store.close()
            return marks
        } catch {
            await store.close()
            throw error
        }
    }

    private func establish(in store: SQLiteEventStore, _ key: SigningKey) async throws -> Ledger {
        func say(_ key: String) -> String { Catalogue.muster.say(key, language) }
        let founding = Founding(
            name: say("demo.district"),
            keyID: key.fingerprint,
            language: language.rawValue,
            centreFullName: say(DemoUnit.centre.fullName),
            centreShortName: say(DemoUnit.centre.shortName),
            postTitle: say(DemoPost.duty.title),
            person: DemoPost.duty.person
        )
        do {
            return try await Ledger.establish(
                in: store,
                districtCode: DemoStory.districtCode,
                founding: founding,
                environment: clock.environment
            )
        } catch { throw Failure(error, names: .empty) }
    }

    private func play(_ ledger: Ledger) async throws -> DemoMarks {
        var marks = DemoMarks()
        for chapter in DemoStory.chapters {
            marks.chapters.append((chapter.name, ledger.view.board.size))
            for step in chapter.steps {
                try await play(step, "demo/\(chapter.name)/\(step.time)/\(ledger.view.board.size)", in: ledger)
                if let note = step.note { marks.notes[ledger.view.board.size - 1] = note }
            }
        }
        marks.digest = ledger.view.board.digest
        return marks
    }

    private func play(_ step: DemoStep, _ name: String, in ledger: Ledger) async throws {
        clock.set(to: try moment(step.time))
        guard let post = step.post, let request = step.request else {
            do { return try await ledger.tick() } catch { throw Failure(error, names: Rendering(ledger.view)) }
        }
        let district = LocalDistrict(
            source: OpenLedger(ledger, files: folder.files), caller: .local(as: post.typed), language: language,
            environment: clock.environment)
        do {
            let scene = DemoScene(language: language, folder: folder, backEntry: backEntry(on: ledger.view.board))
            if let paper = step.paper { try await district.keep(try scene.paper(paper(folder))) }
            _ = try await district.submit(
                try request(scene), MusterAPI.ActOptions(commandID: name.replacing(" ", with: "T")))
        } catch var failure as Failure {
            failure.status = .failure
            throw failure
        }
    }

    private func backEntry(on board: Board) -> Int {
        guard let name = WhistleName(DemoStory.whistle), let whistle = board.whistle(named: name) else { return 0 }
        return board.backEntries(of: whistle).last.map { Int($0.entry) } ?? 0
    }

    private func moment(_ text: String) throws(Failure) -> Instant {
        Instant(milliseconds: try DemoClock.moment(text).milliseconds)
    }
}

/// What the player remembers, so that the auditor's timeline can be told in chapters.
struct DemoMarks {
    /// Each chapter with the position at which it begins.
    var chapters: [(name: String, from: Position)] = []
    /// The narrator's remarks, by the position of the entry that they follow.
    var notes: [Position: String] = [:]
    /// The digest of the writer's state at the end.
    var digest = ""
}
