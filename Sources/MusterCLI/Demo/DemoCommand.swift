import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterService
import MusterText

/// `muster demo`: plays a whole case over HTTP in a ledger of its own, then audits it.
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

    @Flag(name: .long, help: ArgumentHelp(Catalogue.muster.say("demo.help.open", helpLanguage)))
    var open = false

    func run(in session: Session) async throws {
        if options.server != nil { throw Failure("embeddedOnly", status: .usage) }
        if options.ledger != nil { throw Failure("demoLedger", status: .usage, key: "demo.error.ledger") }
        let start = ContinuousClock.now
        let folder = keep.map { DemoFolder(at: URL(fileURLWithPath: $0).path) } ?? .temporary()
        defer { if keep == nil { folder.remove() } }
        let console = session.console
        let marks = try await DemoStage(folder: folder, language: console.language).play()
        let audit = try await DemoAudit(readingLedgerAt: folder.files.path)
        let time = start.duration(to: .now)

        let isLeft = keep != nil || open
        let record = DemoRecord(
            ledger: isLeft ? folder.files.path : nil,
            whistle: DemoStory.whistle,
            events: audit.events.count,
            digest: marks.digest,
            replayedDigest: audit.digest,
            tokens: isLeft ? folder.tokens : nil
        )
        if !console.isJSON {
            DemoReport(audit: audit, marks: marks, console: console)
                .print(time: time, keptIn: keep == nil ? nil : folder, isServed: open)
        }
        guard record.equal, open else {
            if console.isJSON { console.out(json: record) }
            return try check(record)
        }
        let opening = DemoOpening(folder: folder, console: console, isKept: keep != nil)
        try await opening.serve { address in
            guard console.isJSON else { return opening.print(address) }
            var record = record
            record.address = address
            console.out(json: record)
        }
    }

    private func check(_ record: DemoRecord) throws(Failure) {
        guard !record.equal else { return }
        throw Failure(
            "demoDigestsDiffer",
            ["live": record.digest, "replayed": record.replayedDigest],
            key: "demo.error.digestsDiffer"
        )
    }
}
