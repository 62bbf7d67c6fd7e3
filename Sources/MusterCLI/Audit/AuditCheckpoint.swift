import ArgumentParser
import EventLog
import MusterAPI
import MusterEngine
import MusterService
import SQLiteEventStore
import TransparencyLog

/// `muster audit checkpoint`: the signed head of the ledger; signed now if nobody writes it at the moment.
struct AuditCheckpoint: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: about("audit.checkpoint"), discussion: examples("audit.checkpoint"),
        aliases: ["检查点"])

    @OptionGroup var options: LedgerOptions

    func run(in session: Session) async throws {
        let checkpoint = try await session.newestCheckpoint()
        let head = checkpoint.checkpoint
        let text = String(decoding: checkpoint.bytes, as: UTF8.self)
        guard session.console.isJSON else { return session.console.out(String(text.dropLast())) }
        session.console.out(
            json: CheckpointReport(origin: head.origin, size: head.size, root: head.root.base64, note: text))
    }
}

private struct CheckpointReport: Encodable {
    var origin: String
    var size: Position
    var root, note: String
}

extension Session {
    /// The checkpoint of the ledger as it is now. Where somebody else writes it, or its key is not here or not for this
    /// account, the newest that was signed.
    func newestCheckpoint() async throws -> SignedCheckpoint {
        if let signed = try await signedCheckpoint() { return signed }
        let store = try await openStore()
        let newest: SignedCheckpoint?
        do { newest = try await store.checkpoint(upTo: .max) } catch { throw Failure(error) }
        guard let newest else { throw Failure("noCheckpoint", status: .notFound) }
        return newest
    }

    /// One that is signed now; nil where that is not possible.
    private func signedCheckpoint() async throws -> SignedCheckpoint? {
        guard let signing = try? headSigning() else { return nil }
        let path = try path
        let store: SQLiteEventStore
        do { store = try await SQLiteEventStore.open(at: path, mode: .write) } catch {
            switch error {
            case .held, .io, .readOnly, .noSpace: return nil
            default: throw Failure(error)
            }
        }
        let signed: Result<SignedCheckpoint?, LedgerError>
        do throws(LedgerError) {
            // As whoever writes: a new epoch that has been made ready says so first.
            let ledger = try await Ledger.open(store, environment: .live, signing: signing)
            signed = .success(try await ledger.signHead())
        } catch { signed = .failure(error) }
        await store.close()
        return try await guarding { () async throws(LedgerError) in try signed.get() }
    }
}
