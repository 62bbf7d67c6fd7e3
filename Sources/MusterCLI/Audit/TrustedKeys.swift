import Foundation
import MusterAPI
import MusterAudit
import TransparencyLog

/// Verifier keys as they are typed: a key itself, or a file with one a line.
struct TrustedKeys {
    /// All of them, in order.
    let all: [VerifierKey]

    init(_ text: String) throws(Failure) {
        if let key = try? VerifierKey(parsing: text) {
            all = [key]
            return
        }
        guard let bytes = try Disk.bytes(of: text) else {
            // Whatever is no file was meant to be a key.
            do { all = [try VerifierKey(parsing: text)] } catch { throw Failure(error) }
            return
        }
        var keys: [VerifierKey] = []
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            do { keys.append(try VerifierKey(parsing: line.trimmingCharacters(in: .whitespaces))) } catch {
                throw Failure(error)
            }
        }
        guard !keys.isEmpty else { throw Failure(TransparencyError(.badVerifierKey, text)) }
        all = keys
    }

    /// Whom to believe: the log of these keys, the cosigners among them if they sign, and further cosigners of whom so
    /// many must have.
    /// - Parameters:
    ///   - cosigners: Keys of cosigners as they are typed.
    ///   - quorum: How many of those must have signed; all of them if nobody says.
    func policy(cosigners: [String] = [], quorum: Int? = nil) throws(Failure) -> LogPolicy {
        let logKeys = all.filter { $0.algorithm == .ed25519 }
        guard let origin = logKeys.first?.name else { throw Failure("noLogKey", status: .usage) }
        var wanted: [VerifierKey] = []
        for text in cosigners {
            let keys = try TrustedKeys(text).all.filter { $0.algorithm == .cosignatureV1 }
            guard !keys.isEmpty else { throw Failure("noCosignerKey", status: .usage, ["text": text]) }
            wanted += keys.filter { !wanted.contains($0) }
        }
        let count = quorum ?? wanted.count
        guard (0...wanted.count).contains(count) else {
            throw Failure(
                "badValue", status: .usage,
                ["text": "\(count)", "option": "--quorum", "allowed": "0 … \(wanted.count)"])
        }
        // Those that come with the log's keys are looked at, and count for no quorum.
        let known = count == 0 ? all.filter { $0.algorithm == .cosignatureV1 && !wanted.contains($0) } : []
        return LogPolicy(
            origin: origin.text, logKeys: logKeys.filter { $0.name == origin }, cosigners: wanted + known,
            quorum: count)
    }
}
