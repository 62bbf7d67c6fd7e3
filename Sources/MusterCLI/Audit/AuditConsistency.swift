import ArgumentParser
import MusterAPI
import MusterAudit
import TransparencyLog

/// `muster audit consistency`: whether one signed head continues another, by the hashes of a folder or a server.
struct AuditConsistency: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: about("audit.consistency"),
        discussion: examples("audit.consistency"),
        aliases: ["延续"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("audit.old")) var old: String

    @Argument(help: help("audit.new")) var new: String

    @Option(name: .long, help: help("audit.vkeyOfHeads")) var vkey: String?

    @OptionGroup var origin: LogOptions

    func run(in session: Session) async throws {
        guard let source = try origin.source(session) else { throw Failure("noLogSource", status: .usage) }
        try await session.judge {
            let (old, new) = (try AuditFile.checkpoint(old), try AuditFile.checkpoint(new))
            let policy = try vkey.map { text throws(Failure) in try TrustedKeys(text).policy() }
            var reports: [SignersReport] = []
            do throws(TransparencyError) {
                if let policy {
                    reports = [
                        SignersReport(signers: try old.verify(policy)), SignersReport(signers: try new.verify(policy)),
                    ]
                }
                guard new.checkpoint.isOf(origin: old.checkpoint.origin) else {
                    throw TransparencyError(
                        .checkpointOrigin, "\(new.checkpoint.origin) / \(old.checkpoint.origin)")
                }
            } catch { throw Failure(error) }
            try await source.check(new.checkpoint, extends: old.checkpoint)
            return findings(old.checkpoint, new.checkpoint, reports, session.console)
        }
    }

    private func findings(
        _ old: Checkpoint, _ new: Checkpoint, _ reports: [SignersReport], _ console: Console
    ) -> Findings {
        var lines = [
            console.say(
                "audit.consistency.holds", ["origin": new.origin, "old": "\(old.size)", "new": "\(new.size)"])
        ]
        if reports.isEmpty {
            lines.append(console.say("audit.consistency.unsigned"))
        } else {
            lines += reports.last?.lines(console) ?? []
        }
        lines.append(console.say("audit.consistency.not"))
        return Findings(
            lines: lines,
            members: [
                .init("origin", .string(new.origin)), .init("oldSize", .integer(Int64(old.size))),
                .init("newSize", .integer(Int64(new.size))), .init("oldRoot", .string(old.root.base64)),
                .init("newRoot", .string(new.root.base64)), .init("signaturesChecked", .bool(!reports.isEmpty)),
            ] + (reports.last?.members ?? []))
    }
}
