package import EventLog
import Foundation
package import MusterAPI
package import MusterEngine
package import TransparencyLog

/// The keys of a ledger: the secret one for its owner alone, and what verifies it for everybody.
extension LedgerFiles {
    /// Writes the key, readable by its owner alone from the moment it exists, and what verifies it.
    package func write(_ signingKey: SigningKey) throws(Failure) {
        do throws(WholeFile.Fault) {
            try WholeFile.write(Array((signingKey.secretKey + "\n").utf8), to: key, mode: 0o600)
            try publish(signingKey)
        } catch { throw Failure("fileUnwritable", ["path": error.path, "detail": error.detail]) }
    }

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
        // A ledger from before there were signed heads has no such file yet.
        if !FileManager.default.fileExists(atPath: verifierKeys) {
            do { try publish(newest) } catch { throw .key("\(error.path): \(error.detail)") }
        }
        return signing
    }

    private func publish(_ signingKey: SigningKey) throws(WholeFile.Fault) {
        let lines = signingKey.verifierKeys.map { $0.text + "\n" }.joined()
        try WholeFile.write(Array(lines.utf8), to: verifierKeys)
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
}
