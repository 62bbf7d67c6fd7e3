import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterGenerator
import MusterService
import SQLiteEventStore

/// `muster generate`: makes a ledger of a simulated district, for measuring and for trying things out.
struct GenerateCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: about("generate"), discussion: examples("generate"), aliases: ["生成"])

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("generateEvents"))
    var events: Int

    @Option(name: .long, help: help("generateSeed"))
    var seed: UInt64

    @Option(name: .long, help: help("generateOpen"))
    var open = 20_000

    @Option(name: .long, help: help("generateBatch"))
    var batch = 512

    @Flag(name: .long, help: help("generateVerbose"))
    var verbose = false

    func run(in session: Session) async throws {
        let console = session.console
        try check(events, "--events", 1...1_000_000_000)
        try check(open, "--open", 1...1_000_000)
        try check(batch, "--batch", 1...100_000)
        let files = try session.files
        if FileManager.default.fileExists(atPath: files.key) {
            throw Failure("alreadyThere", status: .conflict, ["path": files.key])
        }
        var generator = Generator(seed: seed, options: GeneratorOptions(events: events, open: open, batch: batch))
        guard let key = SigningKey(seed: generator.keySeed, districtCode: Generator.districtCode) else {
            preconditionFailure("any 32 bytes are a seed of Ed25519")
        }
        let start = ContinuousClock.now
        let store = try await newStore(files, key)
        let signing = try session.headSigning()
        let meter = ProgressMeter(console)
        let summary: GeneratorSummary
        do throws(LedgerError) {
            let ledger = try await generator.establish(in: store, keyID: key.fingerprint, signing: signing)
            summary = try await generator.run(into: ledger) { summary in meter.show { progress(summary, console) } }
            try await ledger.finish()
        } catch {
            console.endProgress()
            throw Failure(error, names: .empty)
        }
        await store.close()
        console.endProgress()
        report(summary, took: start.duration(to: .now), files, on: console)
    }

    private func progress(_ summary: GeneratorSummary, _ console: Console) -> String {
        console.say(
            "generate.progress",
            [
                "percent": "\(min(100, summary.events * 100 / events))", "events": "\(summary.events)",
                "whistles": "\(summary.whistles)",
            ])
    }

    private func check(_ value: Int, _ option: String, _ allowed: ClosedRange<Int>) throws(Failure) {
        guard !allowed.contains(value) else { return }
        throw Failure(
            "badValue", status: .usage,
            ["text": "\(value)", "option": option, "allowed": "\(allowed.lowerBound)–\(allowed.upperBound)"])
    }

    private func newStore(_ files: LedgerFiles, _ key: SigningKey) async throws -> SQLiteEventStore {
        do { try await SQLiteEventStore.create(at: files.path) } catch { throw Failure(error) }
        try files.write([key])
        for file in SampleFile.all {
            try await files.keep(
                FileContent(sha256: file.sha256, bytes: file.bytes), draft: Environment.live.randomBytes(8))
        }
        do { return try await SQLiteEventStore.open(at: files.path, mode: .write) } catch { throw Failure(error) }
    }

    private func report(_ summary: GeneratorSummary, took: Duration, _ files: LedgerFiles, on console: Console) {
        let (whole, rest) = took.components
        let seconds = Double(whole) + Double(rest) / 1e18
        let rate = Int(Double(summary.events) / max(seconds, 0.001))
        if console.isJSON {
            console.out(
                json: GenerateReport(
                    events: summary.events, whistles: summary.whistles, open: summary.open,
                    seconds: (seconds * 1_000).rounded() / 1_000, eventsPerSecond: rate, commands: summary.commands,
                    refused: summary.refused))
        } else {
            console.out(
                console.say(
                    "generate.done",
                    [
                        "path": files.path, "events": "\(summary.events)", "whistles": "\(summary.whistles)",
                        "open": "\(summary.open)", "seconds": String(format: "%.1f", seconds), "rate": "\(rate)",
                    ]))
        }
        guard verbose else { return }
        console.note(
            console.say(
                "generate.refused", ["commands": "\(summary.commands)", "refused": "\(summary.refused)"]))
        for (code, count) in summary.refusals.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) })
        {
            console.note("  \(count)  [\(code.rawValue)]")
        }
    }
}

private struct GenerateReport: Encodable {
    var events, whistles, open: Int
    var seconds: Double
    var eventsPerSecond, commands, refused: Int
}
