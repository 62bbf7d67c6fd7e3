import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterAudit
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore
import TransparencyLog

/// `muster audit verify`: whether a ledger is what was signed, and holds together.
struct AuditVerify: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: about("audit.verify"), discussion: examples("audit.verify"), aliases: ["校验"])

    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: help("audit.deep")) var deep = false

    @Option(name: .long, help: help("audit.against")) var against: [String] = []

    @Option(name: .long, help: help("audit.vkey")) var vkey: [String] = []

    @OptionGroup var origin: LogOptions

    func run(in session: Session) async throws {
        do { try await verify(session) } catch let failure as Failure {
            // Whoever reads the answer by program finds one in any case; the failure itself goes to stderr.
            if session.console.isJSON { session.console.out(json: VerificationTrouble(error: failure.code)) }
            throw failure
        }
    }

    private func verify(_ session: Session) async throws {
        let console = session.console
        let meter = ProgressMeter(console)
        var verification = LogVerification()
        verification.isDeep = deep
        verification.against = try against.map { file throws(Failure) in try AuditFile.checkpoint(file) }
        verification.progress = { done, size in
            meter.show { console.say("audit.verify.progress", ["done": "\(done)", "size": "\(size)"]) }
        }
        let start = ContinuousClock.now
        let report: VerificationReport
        let source = try origin.source(session)
        if let source {
            if deep { throw Failure("deepNeedsLedger", status: .usage) }
            let keys =
                vkey.isEmpty
                ? try await source.verifierKeys()
                : try vkey.flatMap { text throws(Failure) in try TrustedKeys(text).all }
            verification.keys = keys
            report = try await verification.run(on: source)
        } else {
            report = try await verifyLedger(session, &verification)
        }
        console.endProgress()
        let rate = Double(report.size) / max(start.duration(to: .now) / .seconds(1), 0.000_001)
        let answer = VerificationAnswer(report, rate: Int(rate))
        if console.isJSON { console.out(json: answer) } else { answer.print(report, verification, on: console) }
        if source != nil, vkey.isEmpty, !console.isJSON { console.out(console.say("audit.verify.theirKeys")) }
        if !report.isEqual { throw ExitCode(1) }
    }

    /// The ledger itself, with what lies beside it.
    private func verifyLedger(
        _ session: Session, _ verification: inout LogVerification
    ) async throws -> VerificationReport {
        let files = try session.files
        verification.keys =
            vkey.isEmpty
            ? try files.publicKeysIfThere() : try vkey.flatMap { text throws(Failure) in try TrustedKeys(text).all }
        if FileManager.default.fileExists(atPath: files.head) {
            verification.head = try AuditFile.checkpoint(files.head)
        }
        verification.file = { sha256 throws(EventStoreError) in try await files.state(of: sha256) }
        let store = try await session.openStore()
        do { return try await verification.run(on: store) } catch { throw Failure(error) }
    }
}

/// What it answers when it could not be found out.
private struct VerificationTrouble: Encodable {
    var result = "trouble"
    var size: Position = 0
    var findings: [String] = []
    var entriesPerSecond = 0
    var error: String
}

/// What a verification answers: for programs as it is, for people in words.
private struct VerificationAnswer: Encodable {
    struct Item: Encodable {
        var kind: String
        var position: Position?
        var detail: String
    }

    /// Positions of a former epoch that are in no copy any more.
    struct Lost: Encodable { var first, last: Position }

    var result: String
    var size: Position
    var root: String?
    var findings: [Item]
    var findingCount: Int
    var entriesPerSecond: Int
    var texts, erasedTexts: Position
    var files, checkpoints: Int
    var anchored, anchoredElsewhere: Position
    var firstRecorded, lastRecorded: String?
    var lost: [Lost]
    var digest: String?

    init(_ report: VerificationReport, rate: Int) {
        result = report.isEqual ? "equal" : "differs"
        size = report.size
        root = report.root?.base64
        findings = report.findings.kept.map { Item(kind: $0.kind.rawValue, position: $0.position, detail: $0.detail) }
        findingCount = report.findings.count
        entriesPerSecond = rate
        (texts, erasedTexts, files, checkpoints) = (report.texts, report.erasedTexts, report.files, report.checkpoints)
        (anchored, anchoredElsewhere) = (report.anchored, report.anchoredElsewhere)
        firstRecorded = report.recorded.map { Moment(milliseconds: $0.lowerBound).iso8601 }
        lastRecorded = report.recorded.map { Moment(milliseconds: $0.upperBound).iso8601 }
        lost = report.lost.map { Lost(first: $0.lowerBound, last: $0.upperBound) }
        digest = report.digest
    }

    func print(_ report: VerificationReport, _ verification: LogVerification, on console: Console) {
        func say(_ key: String, _ values: [String: String] = [:]) {
            console.out(console.say("audit.verify." + key, values))
        }
        if report.isEqual {
            console.out(console.palette.paint("✓ ", .green) + console.say("audit.verify.equal"))
        } else {
            console.out(
                console.palette.paint("✗ ", .red) + console.say("audit.verify.differs", ["count": "\(findingCount)"]))
            for finding in report.findings.kept.prefix(50) {
                let place = finding.position.map { "\($0)" } ?? "—"
                console.out(
                    "  \(place)  \(console.say("audit.finding.\(finding.kind.rawValue)"))  \(finding.detail) [\(finding.kind.rawValue)]"
                )
            }
            if findingCount > 50 { say("more", ["count": "\(findingCount - 50)"]) }
        }
        say("entries", ["size": "\(size)", "rate": "\(entriesPerSecond)"])
        if let root { say("root", ["root": root]) }
        if let recorded = report.recorded {
            let (first, last) = (Moment(milliseconds: recorded.lowerBound), Moment(milliseconds: recorded.upperBound))
            say("times", ["first": first.localText(console.language), "last": last.localText(console.language)])
        }
        for range in lost { say("lost", ["first": "\(range.first)", "last": "\(range.last)"]) }
        say("texts", ["texts": "\(texts)", "erased": "\(erasedTexts)", "files": "\(files)"])
        say(
            verification.keys.isEmpty ? "noKey" : "anchored",
            ["anchored": "\(anchored)", "checkpoints": "\(checkpoints)", "rest": "\(size - min(size, anchored))"])
        say(anchoredElsewhere > 0 ? "elsewhere" : "nowhereElse", ["anchored": "\(anchoredElsewhere)"])
        if let digest { say("digest", ["digest": digest]) }
    }
}
