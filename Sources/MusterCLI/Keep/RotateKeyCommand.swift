import ArgumentParser
import EventLog
import MusterAPI
import MusterEngine
import MusterService
import MusterText
import TransparencyLog

/// `muster rotate-key`: another signing key under the same origin.
///
/// 1. The new key is written behind the old one, and both sign from here on.
/// 2. The log says that the key is changed; the next head, signed by both, holds that.
/// 3. The old key is thrown away.
///
/// Whatever comes between, both go on signing, and the same command goes on from there.
struct RotateKeyCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key", abstract: about("rotateKey"), discussion: examples("rotateKey"),
        aliases: ["更换密钥"])

    @OptionGroup var options: LedgerOptions

    func run(in session: Session) async throws {
        let console = session.console
        let files = try session.files
        var change: (old: SigningKey, new: SigningKey, former: [VerifierKey])?
        let ledger = try await session.openLedger { session in
            guard let signing = try session.headSigning() else {
                throw Failure("noKey", status: .notFound, ["path": files.key])
            }
            let old = signing.keys[0]
            let new = try signing.keys.count > 1 ? signing.keys[1] : Self.key(named: old.name)
            try files.write([old, new], after: signing.formerKeys)
            change = (old, new, signing.formerKeys)
            return try session.headSigning()
        }
        guard let (old, new, former) = change else { return }
        let head = try await session.guarding { () async throws(LedgerError) in
            try await ledger.changeKey(to: new, from: old)
        }
        // The public keys first: as long as both secrets are there, the same command finishes it.
        let all = new.verifierKeys + old.verifierKeys
        try files.publish(all + former.filter { !all.contains($0) })
        try files.write([new], after: old.verifierKeys + former)
        let size = head?.checkpoint.size ?? 0
        if console.isJSON {
            return console.out(
                json: RotationReport(
                    origin: new.name, verifierKey: new.verifierKey, former: old.verifierKey, size: size)
            )
        }
        let values = ["origin": new.name, "vkey": new.verifierKey, "size": "\(size)", "key": files.key]
        console.out(console.palette.paint("✓ ", .green) + console.say("rotateKey.done", values))
        console.note(console.messagePalette.paint(console.say("rotateKey.next", values), .dim))
    }

    /// A new key that names the same log.
    private static func key(named name: String) throws -> SigningKey {
        guard let key = SigningKey(seed: Environment.live.randomBytes(32), name: name) else {
            preconditionFailure("any 32 bytes are a seed, and the name is a key's")
        }
        return key
    }
}

private struct RotationReport: Encodable {
    var origin, verifierKey, former: String
    /// How many entries the head has that both have signed.
    var size: Position
}
