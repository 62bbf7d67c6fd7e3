import ArgumentParser
import MusterAPI
import MusterAudit
import TransparencyLog

/// `muster audit check`: whether an entry is in a log, by its proof alone. It needs no ledger and no network.
struct AuditCheck: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: about("audit.check"),
        discussion: examples("audit.check"),
        aliases: ["核对"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("audit.proof")) var proof: String

    @Option(name: .long, help: help("audit.entryFile")) var entry: String

    @Option(name: .long, help: help("audit.logKey")) var vkey: String

    @Option(name: .long, help: help("audit.cosigner")) var cosigner: [String] = []

    @Option(name: .long, help: help("audit.quorum")) var quorum: Int?

    func run(in session: Session) async throws {
        try await session.judge {
            let policy = try TrustedKeys(vkey).policy(cosigners: cosigner, quorum: quorum)
            let proofBytes = try AuditFile.bytes(of: proof)
            let entryBytes = try AuditFile.bytes(of: entry)
            do throws(TransparencyError) {
                let proof = try LogProof(proofBytes)
                return findings(proof, entryBytes, try proof.verify(entry: entryBytes, policy), session.console)
            } catch { throw Failure(error) }
        }
    }

    private func findings(
        _ proof: LogProof, _ entry: [UInt8], _ signers: CheckpointSigners, _ console: Console
    ) -> Findings {
        let head = proof.checkpoint.checkpoint
        let leaf = Hash.leaf(entry)
        let report = SignersReport(signers: signers)
        var lines = [
            console.say(
                "audit.check.holds",
                ["origin": head.origin, "index": "\(proof.index)", "size": "\(head.size)", "bytes": "\(entry.count)"])
        ]
        lines += report.lines(console)
        lines.append(console.say("audit.check.not"))
        return Findings(
            lines: lines,
            members: [
                .init("origin", .string(head.origin)), .init("position", .integer(Int64(proof.index))),
                .init("size", .integer(Int64(head.size))), .init("root", .string(head.root.base64)),
                .init("leaf", .string(leaf.base64)),
            ] + report.members)
    }
}

/// Files that are checked.
enum AuditFile {
    /// The bytes of a file that has to be there.
    static func bytes(of path: String) throws(Failure) -> [UInt8] {
        guard let bytes = try Disk.bytes(of: path) else {
            throw Failure("noSuchFile", status: .notFound, ["path": path])
        }
        return bytes
    }

    /// A signed head in a file.
    static func checkpoint(_ path: String) throws(Failure) -> SignedCheckpoint {
        let bytes = try bytes(of: path)
        do { return try SignedCheckpoint(bytes) } catch { throw Failure(error) }
    }
}
