import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

/// `muster init`: makes a ledger, its key, and the command centre with one post.
struct Init: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: about("init"), discussion: examples("init"), aliases: ["建账"])

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("district"))
    var district: String

    @Option(name: .long, help: help("name"))
    var name: String

    @Option(name: .long, help: help("centre"))
    var centre: String?

    @Option(name: .long, help: help("centreShort"))
    var centreShort: String?

    @Option(name: .long, help: help("post"))
    var post: String?

    @Option(name: .long, help: help("person"))
    var person = "duty"

    func run(in session: Session) async throws {
        let console = session.console
        guard district.utf8.count == 6, district.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw Failure("badValue", status: .usage, ["text": district, "option": "--district", "allowed": "610113"])
        }
        let files = try session.files
        let isUnfounded = await Self.isUnfounded(files.path)
        if !isUnfounded, FileManager.default.fileExists(atPath: files.key) {
            throw Failure("alreadyThere", status: .conflict, ["path": files.key])
        }
        guard let key = SigningKey(seed: Environment.live.randomBytes(32), districtCode: district) else {
            preconditionFailure("any 32 bytes are a seed of Ed25519")
        }
        let store: SQLiteEventStore
        do throws(EventStoreError) {
            if !isUnfounded { try await SQLiteEventStore.create(at: files.path) }
            store = try await SQLiteEventStore.open(at: files.path, mode: .write)
            // Whoever founds it holds the ledger from here on, so no other's key is replaced.
            guard try await store.size() == 0 else { throw .alreadyThere(path: files.path) }
        } catch { throw Failure(error) }
        try files.write([key])
        let zh = console.language == .zh
        let founding = Founding(
            name: name, keyID: key.fingerprint, language: console.language.rawValue,
            centreFullName: centre ?? (zh ? "\(name)指挥中心" : "\(name) command centre"),
            centreShortName: centreShort ?? (zh ? "区指挥中心" : "centre"),
            postTitle: post ?? (zh ? "值班长" : "duty officer"), person: person)
        let signing = try session.headSigning()
        let ledger = try await session.guarding { () async throws(LedgerError) in
            try await Ledger.establish(
                in: store, districtCode: district, founding: founding, environment: .live, signing: signing)
        }
        try await session.guarding { () async throws(LedgerError) in try await ledger.finish() }
        await store.close()
        printKeySheet(key, files, founding, events: ledger.view.board.size, on: console)
    }

    /// Whether a ledger is there that has no entry yet: an earlier `init` was interrupted, by a full disk for instance,
    /// and this one goes on. Its key has signed nothing.
    private static func isUnfounded(_ path: String) async -> Bool {
        guard let store = try? await SQLiteEventStore.open(at: path, mode: .read) else { return false }
        let size = try? await store.size()
        await store.close()
        return size == 0
    }

    private func printKeySheet(
        _ key: SigningKey, _ files: LedgerFiles, _ founding: Founding, events: UInt64, on console: Console
    ) {
        guard !console.isJSON else {
            return console.out(json: [
                "ledger": files.path, "district": district, "name": name, "origin": key.name,
                "verifierKey": key.verifierKey, "key": files.key,
            ])
        }
        let values = [
            "ledger": files.path, "path": files.path, "district": district, "name": name, "origin": key.name,
            "vkey": key.verifierKey,
            "key": files.key, "centre": founding.centreShortName, "post": founding.postTitle,
            "date": Moment(milliseconds: Environment.live.now().milliseconds).localText(console.language),
        ]
        console.out(console.palette.paint("✓ ", .green) + console.say("done.init", values))
        console.out("")
        for line in console.say("init.keySheet", values).split(separator: "\n", omittingEmptySubsequences: false) {
            console.out(String(line))
        }
        console.note(console.messagePalette.paint(console.say("next.init", values), .dim))
    }
}
