import ArgumentParser
import Foundation
import MusterAPI
import MusterServer
import MusterService
import MusterText
import Yams

/// What `muster serve` takes: the common options, but any number of ledgers, and the settings that a flag can set.
struct ServeOptions: ParsableArguments {
    @Option(name: .long, help: help("serve.ledger")) var ledger: [String] = []
    @Option(name: .long, help: help("serve.config")) var config: String?
    @Option(name: .long, help: help("serve.listen")) var listen: String?
    @Option(name: .customLong("tls-certificate"), help: help("serve.tlsCertificate")) var tlsCertificate: String?
    @Option(name: .customLong("tls-key"), help: help("serve.tlsKey")) var tlsKey: String?
    @Flag(name: .customLong("behind-proxy"), help: help("serve.behindProxy")) var behindProxy = false
    @Flag(name: .customLong("metrics-public"), help: help("serve.metricsPublic")) var metricsPublic = false
    @Option(name: .customLong("log-format"), help: help("serve.logFormat")) var logFormat: String?
    @Option(name: .customLong("log-level"), help: help("serve.logLevel")) var logLevel: String?
    @Flag(name: .long, help: help("json")) var json = false
    @Option(name: .long, help: help("lang")) var lang: String?
    @Flag(name: .customLong("no-color"), help: help("noColor")) var noColor = false

    /// The configuration: a flag beats the environment, that the file.
    /// - Parameter ledger: The ledger of the program's own settings, if nobody names one for the server.
    func configuration(
        environment: [String: String], orLedger ledger: String?
    ) throws -> ServerConfiguration {
        var values = ConfigurationValues()
        if let ledger { values.set(.ledgers, ledger, from: "--ledger") }
        if let config { try Self.read(config, into: &values) }
        values.take(environment: environment)
        if !self.ledger.isEmpty { values.set(.ledgers, self.ledger.joined(separator: ":"), from: "--ledger") }
        let flags: [(ConfigurationKey, String?)] = [
            (.listen, listen), (.tlsCertificate, tlsCertificate), (.tlsKey, tlsKey),
            (.behindProxy, behindProxy ? "true" : nil), (.metricsPublic, metricsPublic ? "true" : nil),
            (.logFormat, logFormat), (.logLevel, logLevel),
        ]
        for case (let key, let text?) in flags { values.set(key, text, from: "--\(key.rawValue)") }
        return try values.configuration()
    }

    /// Keys and values of a YAML file; paths in it are meant from where it lies.
    private static func read(_ path: String, into values: inout ConfigurationValues) throws {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw Failure("fileUnreadable", status: .usage, ["path": path, "detail": error.fileReason])
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            throw Failure("fileUnreadable", status: .usage, ["path": path, "detail": "\(error)"])
        }
        guard let node else { return }
        guard let mapping = node.mapping else {
            throw Failure("fileUnreadable", status: .usage, ["path": path, "detail": "YAML"])
        }
        let folder = URL(filePath: path).deletingLastPathComponent()
        for (key, value) in mapping {
            let name = key.string ?? ""
            let texts = value.sequence.map { $0.map { $0.scalar?.string ?? "" } } ?? [value.scalar?.string ?? ""]
            let isPath = ["ledgers", "tls-certificate", "tls-key"].contains(name)
            let resolved = texts.map { isPath && !$0.hasPrefix("/") ? folder.appending(path: $0).path : $0 }
            try values.set(named: name, resolved.joined(separator: ":"), from: "\(path): \(name)")
        }
    }
}
