package import EventLog
import Foundation
package import MusterAPI
package import MusterEngine
package import TransparencyLog

/// The keys of a ledger: the secret one for its owner alone, and what verifies it for everybody.
extension LedgerFiles {
    /// Writes the keys, the one that names the log first, and what verifies them and those before them. The secrets are
    /// readable by their owner alone from the moment they exist, and take the place of what was there at once.
    package func write(_ keys: [SigningKey], after former: [VerifierKey] = []) throws(Failure) {
        let secrets = Array(keys.map { $0.secretKey + "\n" }.joined().utf8)
        do { try WholeFile.write(secrets, to: key, mode: 0o600) } catch { throw Self.failure(error) }
        let own = keys.flatMap(\.verifierKeys)
        try publish(own + former.filter { !own.contains($0) })
    }

    /// The key until now, put beside the one that takes its place.
    package var formerKey: String { key + ".former" }

    /// How this ledger's heads are signed; nil if its key is not here.
    ///
    /// - Throws: ``HeadError/key(_:)`` for a key that can't be read or is none.
    package func signing(every interval: Duration = HeadSigning.usualInterval) throws(HeadError) -> HeadSigning? {
        guard FileManager.default.fileExists(atPath: key) else { return nil }
        let text: String
        do { text = try String(contentsOfFile: key, encoding: .utf8) } catch {
            throw .key("\(key): \(error.fileReason)")
        }
        var keys: [SigningKey] = []
        do throws(TransparencyError) {
            for line in text.split(separator: "\n") { keys.append(try SigningKey(parsing: String(line))) }
        } catch { throw .key("\(key): \(error.what)") }
        guard let newest = keys.first else { throw .key("\(key) is empty") }
        var signing = HeadSigning(key: newest, keeper: HeadFile(path: head), interval: interval)
        signing.keys = keys
        let own = keys.flatMap(\.verifierKeys)
        // A ledger from before there were signed heads has no such file yet.
        if !FileManager.default.fileExists(atPath: verifierKeys) {
            do { try write(own) } catch { throw .key("\(error.path): \(error.detail)") }
        }
        do { signing.formerKeys = try publicKeys().filter { !own.contains($0) } } catch {
            throw .key("\(verifierKeys)")
        }
        return signing
    }

    /// Writes down by which keys heads of this ledger are verified, its own first.
    package func publish(_ keys: [VerifierKey]) throws(Failure) {
        do { try write(keys) } catch { throw Self.failure(error) }
    }

    /// Puts the key aside, in the place of the one that was put aside before. Nothing happens if there is none.
    package func retireKey() throws(Failure) {
        guard FileManager.default.fileExists(atPath: key) else { return }
        do { try WholeFile.move(key, to: formerKey) } catch { throw Self.failure(error) }
    }

    /// Each key once, however it came to be known.
    private func write(_ keys: [VerifierKey]) throws(WholeFile.Fault) {
        var lines: [String] = []
        for key in keys where !lines.contains(key.text) { lines.append(key.text) }
        try WholeFile.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: verifierKeys)
    }

    private static func failure(_ fault: WholeFile.Fault) -> Failure {
        Failure("fileUnwritable", ["path": fault.path, "detail": fault.detail])
    }

    /// The keys by which heads of this ledger are verified, its own first.
    package func publicKeys() throws(Failure) -> [VerifierKey] {
        let text: String
        do { text = try String(contentsOfFile: verifierKeys, encoding: .utf8) } catch {
            throw Failure("fileUnreadable", status: .notFound, ["path": verifierKeys, "detail": error.fileReason])
        }
        var keys: [VerifierKey] = []
        do throws(TransparencyError) {
            for line in text.split(separator: "\n") { keys.append(try VerifierKey(parsing: String(line))) }
        } catch { throw Failure("keyUnreadable", ["path": verifierKeys, "detail": error.what]) }
        guard !keys.isEmpty else { throw Failure("keyUnreadable", ["path": verifierKeys, "detail": ""]) }
        return keys
    }

    /// The keys that lie beside the ledger; none if nothing does. Keys that are there and cannot be read are not none:
    /// without them nothing that is signed would be checked.
    package func publicKeysIfThere() throws(Failure) -> [VerifierKey] {
        FileManager.default.fileExists(atPath: verifierKeys) ? try publicKeys() : []
    }
}
