import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterService
import SQLiteEventStore
import TransparencyLog

/// `muster audit prove P`: that an entry is in the ledger, for whoever has the entry and the ledger's public key.
struct AuditProve: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: about("audit.prove"), discussion: examples("audit.prove"), aliases: ["举证"])

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("audit.position")) var position: Position

    @Option(name: .long, help: help("audit.out")) var out: String?

    @Option(name: .long, help: help("audit.entry")) var entry: String?

    @Flag(name: .long, help: help("audit.words")) var words = false

    func run(in session: Session) async throws {
        let checkpoint = try await session.newestCheckpoint()
        let store = try await session.openStore()
        let size = checkpoint.checkpoint.size
        let (stored, inclusion) = try await Self.read(position, size, store)
        guard let stored else {
            let size = try await Self.size(store)
            throw Failure("noSuchPosition", status: .notFound, ["position": "\(position)", "size": "\(size)"])
        }
        guard let inclusion else {
            throw Failure("notSignedYet", status: .conflict, ["position": "\(position)", "size": "\(size)"])
        }
        let opening = words ? Opening(stored.words).bytes : nil
        let proof = LogProof(inclusion, in: checkpoint, extra: opening)
        if let entry { try LedgerFiles.write(stored.bytes, to: entry) }
        if let out { try LedgerFiles.write(proof.bytes, to: out) }
        if session.console.isJSON {
            session.console.out(
                json: ProofReport(
                    position: position, size: size, proof: String(decoding: proof.bytes, as: UTF8.self),
                    entry: String(decoding: stored.bytes, as: UTF8.self)))
        } else if out == nil {
            session.console.out(String(String(decoding: proof.bytes, as: UTF8.self).dropLast()))
        } else {
            session.console.note(session.console.say("audit.proved", ["position": "\(position)", "size": "\(size)"]))
        }
    }

    private static func size(_ store: SQLiteEventStore) async throws(Failure) -> Position {
        do { return try await store.size() } catch { throw Failure(error) }
    }

    private static func read(
        _ position: Position, _ size: Position, _ store: SQLiteEventStore
    ) async throws(Failure) -> (StoredEntry?, InclusionProof?) {
        do {
            return (
                try await store.entries(from: position, limit: 1).first,
                try await store.inclusionProof(of: position, atSize: size)
            )
        } catch { throw Failure(error) }
    }
}

private struct ProofReport: Encodable {
    var position, size: Position
    var proof, entry: String
}

/// The texts of an entry with their salts, in a form that is written down: `{"words":[{"field","salt","text"}]}`, the
/// salt in base64. Whoever has it can check the texts against the entry.
struct Opening: Codable {
    struct Text: Codable {
        var field: String
        var salt: Data
        var text: String
    }

    var words: [Text]

    init(_ words: [Word]) {
        self.words = words.map { Text(field: $0.field, salt: Data($0.salt), text: $0.text) }
    }

    var bytes: [UInt8] { Array(jsonLine(self).utf8) }
}
