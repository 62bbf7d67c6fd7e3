import Foundation
import MusterAPI
import MusterService

/// Where the district is.
enum Place {
    /// In a ledger that this program opens itself, at a path.
    case ledger(String)
    /// Behind a server.
    case server(ServerPlace)

    /// What a flag names counts; then what is set, and there the server before the ledger. Nil if nothing is named.
    init?(_ options: LedgerOptions, _ settings: Settings) throws(Failure) {
        if options.server != nil, options.ledger != nil { throw Failure("serverAndLedger", status: .usage) }
        guard options.timeout > 0 else {
            throw Failure(
                "badValue", status: .usage,
                ["text": "\(options.timeout)", "option": "--timeout", "allowed": "1, 2, 3 …"])
        }
        if let path = options.ledger {
            self = .ledger(path)
        } else if let server = options.server ?? settings[.server]?.text {
            self = .server(
                ServerPlace(
                    address: server, tokenFile: options.tokenFile ?? settings[.tokenFile]?.text,
                    seconds: options.timeout))
        } else if let path = settings[.ledger]?.text {
            self = .ledger(path)
        } else {
            return nil
        }
    }
}

/// A server, and how this program is known to it.
struct ServerPlace {
    /// `https://muster.example.gov.cn`.
    var address: String
    /// Where the token is; `-` for standard input.
    var tokenFile: String?
    /// How long to wait for an answer, all attempts together.
    var seconds: Int

    /// The token. A file that others may read is refused: whoever has the token acts for the post.
    func token() throws(Failure) -> String {
        guard let tokenFile else { throw Failure("noToken", status: .usage) }
        let data: Data
        if tokenFile == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            try Self.checkPermissions(of: tokenFile)
            do { data = try Data(contentsOf: URL(fileURLWithPath: tokenFile)) } catch {
                throw Failure(
                    "fileUnreadable", status: .notFound, ["path": tokenFile, "detail": error.fileReason])
            }
        }
        let text = String(decoding: data.prefix(4_096), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        // Anything else could not stand in a header.
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Failure("badTokenFile", status: .usage, ["path": tokenFile])
        }
        return text
    }

    private static func checkPermissions(of path: String) throws(Failure) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue
        else { return }
        guard permissions & 0o077 == 0 else {
            throw Failure("tokenFileOpen", status: .usage, ["path": path, "mode": String(permissions, radix: 8)])
        }
    }
}
