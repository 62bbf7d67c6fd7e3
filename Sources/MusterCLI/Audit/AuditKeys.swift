import ArgumentParser
import MusterService
import TransparencyLog

/// `muster audit vkey`: by which keys everybody can verify the ledger's checkpoints.
struct AuditKeys: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "vkey", abstract: about("audit.vkey"), discussion: examples("audit.vkey"), aliases: ["公钥"])

    @OptionGroup var options: LedgerOptions

    func run(in session: Session) async throws {
        let keys = try session.files.publicKeys()
        if session.console.isJSON { return session.console.out(json: ["keys": keys.map(\.text)]) }
        for key in keys { session.console.out(key.text) }
    }
}
