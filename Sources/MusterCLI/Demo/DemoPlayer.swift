import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// Plays the story at a server: each step by the post that takes it, at the time that the story says.
///
/// A post that has a token acts over HTTP, by a connection of its own. Before there are tokens the centre acts at the
/// machine that holds the ledger, as it would in a district that begins.
final class DemoPlayer {
    private let folder: DemoFolder
    private let language: Language
    private let clock: DemoClock
    private let ledger: Ledger
    private let address: ServerAddress
    private var connections: [DemoPost: ServerConnection] = [:]
    private var marks: DemoMarks

    init(
        folder: DemoFolder, language: Language, clock: DemoClock, ledger: Ledger, address: String
    ) throws(Failure) {
        self.folder = folder
        self.language = language
        self.clock = clock
        self.ledger = ledger
        self.address = try ServerAddress(address)
        marks = DemoMarks(address: address)
    }

    /// Plays all of it; a refusal ends the demonstration.
    func play() async throws -> DemoMarks {
        do {
            try await play(DemoStory.cast)
            try await issueTokens()
            for chapter in DemoStory.chapters { try await play(chapter) }
        } catch {
            await close()
            throw error
        }
        await close()
        marks.digest = ledger.view.board.digest
        return marks
    }

    private func close() async { for connection in connections.values { await connection.close() } }

    private func play(_ chapter: DemoChapter) async throws {
        marks.chapters.append((chapter.name, ledger.view.board.size))
        for step in chapter.steps {
            try clock.set(to: step.time)
            try await play(step, "demo/\(chapter.name)/\(step.time)/\(ledger.view.board.size)")
            if let note = step.note { marks.notes[ledger.view.board.size - 1] = note }
        }
    }

    private func play(_ step: DemoStep, _ name: String) async throws {
        guard let post = step.post else {
            do { return try await ledger.tick() } catch { throw Failure(error, names: Rendering(ledger.view)) }
        }
        let district = district(of: post)
        do {
            guard let request = step.request else {
                _ = try await district.inbox(InboxQuery())
                return
            }
            let scene = DemoScene(language: language, folder: folder, backEntry: backEntry)
            if let paper = step.paper { try await district.keep(try scene.paper(paper(folder))) }
            _ = try await district.submit(
                try request(scene), MusterAPI.ActOptions(commandID: name.replacing(" ", with: "T")))
        } catch var failure as Failure {
            failure.status = .failure
            throw failure
        }
        if connections[post] != nil {
            marks.remoteActs += 1
            marks.remotePosts.insert(post)
        }
    }

    /// A post's way to the district.
    private func district(of post: DemoPost) -> any DistrictAPI {
        if let connection = connections[post] { return RemoteDistrict(connection, language: language) }
        return LocalDistrict(
            source: OpenLedger(ledger, files: folder.files), caller: .local(as: post.typed), language: language,
            environment: clock.environment)
    }

    /// The centre issues every post its token, which from then on lies in a file that its owner alone can read.
    private func issueTokens() async throws {
        try clock.set(to: DemoStory.tokensIssued)
        let centre = district(of: .duty)
        let expires = JSONValue.string(try DemoClock.moment(DemoStory.tokensExpire).iso8601)
        for post in DemoPost.allCases {
            let file = try SecretFile(making: folder.token(of: post))
            let receipt = try await centre.submit(
                ActRequest(.tokenIssue, ["post": .string(post.typed), "expires": expires]),
                MusterAPI.ActOptions(commandID: "demo/tokens/\(post.rawValue)"))
            guard let token = receipt.token else { preconditionFailure("a token issued for the first time is shown") }
            try file.write(token)
            connections[post] = ServerConnection(
                to: address, token: token, userAgent: "muster-demo/\(VersionCommand.version)", limit: .seconds(10),
                patience: .live)
        }
    }

    /// The newest act that was entered afterwards, by its number in the whistle's history; 0 before there is one.
    private var backEntry: Int {
        let board = ledger.view.board
        guard let name = WhistleName(DemoStory.whistle), let whistle = board.whistle(named: name) else { return 0 }
        return board.backEntries(of: whistle).last.map { Int($0.entry) } ?? 0
    }
}
