import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterService
import MusterText

/// `muster demo`: plays a whole case in a ledger of its own, then audits it.
struct Demo: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: Catalogue.muster.say("demo.help", helpLanguage),
        discussion: Catalogue.muster.say("demo.help.example", helpLanguage),
        aliases: ["演示"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: ArgumentHelp(Catalogue.muster.say("demo.help.keep", helpLanguage), valueName: "dir"))
    var keep: String?

    private struct JSON: Encodable {
        var ledger: String?
        var whistle: String
        var events: Int
        var digest: String
        var replayedDigest: String
        var equal: Bool

        private enum Key: CodingKey { case ledger, whistle, events, digest, replayedDigest, equal }

        /// Every key is always there; the ledger is null unless it was kept.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(ledger, forKey: .ledger)
            try container.encode(whistle, forKey: .whistle)
            try container.encode(events, forKey: .events)
            try container.encode(digest, forKey: .digest)
            try container.encode(replayedDigest, forKey: .replayedDigest)
            try container.encode(equal, forKey: .equal)
        }
    }

    func run(in session: Session) async throws {
        if options.server != nil { throw Failure("embeddedOnly", status: .usage) }
        if options.ledger != nil { throw Failure("demoLedger", status: .usage, key: "demo.error.ledger") }
        let start = ContinuousClock.now
        let folder = keep.map { DemoFolder(at: URL(fileURLWithPath: $0).path) } ?? .temporary()
        defer { if keep == nil { folder.remove() } }
        let marks = try await DemoStage(folder: folder, language: session.console.language).play()
        let audit = try await DemoAudit(readingLedgerAt: folder.files.path)
        let time = start.duration(to: .now)

        let isEqual = audit.digest == marks.digest
        if session.console.isJSON {
            session.console.out(
                json: JSON(
                    ledger: keep == nil ? nil : folder.files.path,
                    whistle: DemoStory.whistle,
                    events: audit.events.count,
                    digest: marks.digest,
                    replayedDigest: audit.digest,
                    equal: isEqual
                )
            )
        } else {
            DemoReport(audit: audit, marks: marks, console: session.console)
                .print(time: time, keptAt: keep == nil ? nil : folder.files.path)
        }
        guard isEqual else {
            throw Failure(
                "demoDigestsDiffer",
                ["live": marks.digest, "replayed": audit.digest],
                key: "demo.error.digestsDiffer"
            )
        }
    }
}
