import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

/// Makes a new ledger and a server for it, and has the story played there.
struct DemoStage {
    let folder: DemoFolder
    let language: Language
    private let clock = DemoClock()

    init(folder: DemoFolder, language: Language) {
        self.folder = folder
        self.language = language
    }

    /// Plays all of it; the server has ended and the ledger is closed when this returns.
    func play() async throws -> DemoMarks {
        try folder.make(language)
        try clock.set(to: DemoStory.beginning)
        try await establish(try folder.makeKey())
        let server = try await DemoServer(folder.files.path, environment: clock.environment, language: language)
        return try await server.run { address in
            try await DemoPlayer(
                folder: folder, language: language, clock: clock, ledger: try await server.ledger(), address: address
            ).play()
        }
    }

    private func establish(_ key: SigningKey) async throws {
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
        let store: SQLiteEventStore
        do {
            try await SQLiteEventStore.create(at: folder.files.path)
            store = try await SQLiteEventStore.open(at: folder.files.path, mode: .write)
        } catch { throw Failure(error) }
        let signing: HeadSigning?
        do { signing = try folder.files.signing() } catch { throw Failure(error) }
        do {
            let ledger = try await Ledger.establish(
                in: store,
                districtCode: DemoStory.districtCode,
                founding: founding,
                environment: clock.environment,
                signing: signing
            )
            try await ledger.finish()
        } catch {
            await store.close()
            throw Failure(error, names: .empty)
        }
        await store.close()
    }
}
