import Foundation
import MusterAPI
import MusterService
import Yams

/// What is set outside the command line, each with its origin. A flag beats the environment, that the project's
/// file, that the user's, that the machine's.
struct Settings {
    /// A setting and where it comes from.
    struct Value {
        var text: String
        var origin: String
    }

    /// The settings that exist.
    enum Key: String, CaseIterable {
        case ledger
        case `as`
        case lang
        case server
        case tokenFile

        /// The environment's name for it: `MUSTER_TOKEN_FILE`.
        var variable: String {
            rawValue.reduce(into: "MUSTER_") { $0 += ($1.isUppercase ? "_" : "") + $1.uppercased() }
        }

        /// The flag that beats it: `--token-file`.
        var flag: String {
            rawValue.reduce(into: "--") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
        }

        /// Whether it is a path, which a file means from where it lies itself.
        fileprivate var isPath: Bool { self == .ledger || self == .tokenFile }
    }

    private var values: [Key: Value] = [:]

    /// Reads environment and files. A file that is there and can't be read is an error: silently ignoring it would
    /// write into another ledger.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Failure) {
        for (path, isUsers) in Self.files(environment).reversed() { try load(path, isUsers) }
        for key in Key.allCases {
            if let text = environment[key.variable], !text.isEmpty {
                values[key] = Value(text: text, origin: key.variable)
            }
        }
    }

    /// A setting; a flag that was given beats it.
    subscript(key: Key) -> Value? { values[key] }

    /// The files in order of precedence: the project's, the user's, the machine's.
    static func files(_ environment: [String: String]) -> [(path: String, isUsers: Bool)] {
        var files: [(String, Bool)] = []
        var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        while true {
            let file = folder.appendingPathComponent(".muster.yaml").path
            if FileManager.default.fileExists(atPath: file) {
                files.append((file, false))
                break
            }
            if folder.path == "/" { break }
            folder.deleteLastPathComponent()
        }
        let home = environment["HOME"] ?? "/"
        let config = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.config"
        files.append(("\(config)/muster/config.yaml", true))
        files.append(("/etc/muster/config.yaml", false))
        return files
    }

    private mutating func load(_ path: String, _ isUsers: Bool) throws(Failure) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw Failure("fileUnreadable", status: .usage, ["path": path, "detail": error.fileReason])
        }
        guard let parsed = try? Yams.load(yaml: text), let mapping = parsed as? [String: Any] else {
            throw Failure("fileUnreadable", status: .usage, ["path": path, "detail": "YAML"])
        }
        for (name, value) in mapping {
            guard let key = Key(rawValue: name) else {
                let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure("badValue", status: .usage, ["text": name, "option": path, "allowed": known])
            }
            var text = "\(value)"
            if key.isPath, !text.hasPrefix("/"), text != "-" {
                text = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(text).path
            }
            values[key] = Value(text: text, origin: path)
        }
    }
}
