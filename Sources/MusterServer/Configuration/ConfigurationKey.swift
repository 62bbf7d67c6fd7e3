import MusterText

/// Everything that can be set, each by one name: `body-seconds` in the file, `MUSTER_BODY_SECONDS` in the
/// environment, and, for those that have one, `--body-seconds` as a flag.
package enum ConfigurationKey: String, CaseIterable, Sendable {
    case listen
    case ledgers
    case tlsCertificate = "tls-certificate"
    case tlsKey = "tls-key"
    case behindProxy = "behind-proxy"
    case metricsPublic = "metrics-public"
    case entriesPublic = "entries-public"
    case logFormat = "log-format"
    case logLevel = "log-level"
    case language
    case shutdownSeconds = "shutdown-seconds"
    case freeMebibytes = "free-mebibytes"
    case requestLineBytes = "request-line-bytes"
    case headerBytes = "header-bytes"
    case headerFields = "header-fields"
    case headerSeconds = "header-seconds"
    case bodyBytes = "body-bytes"
    case fileBytes = "file-bytes"
    case bodySeconds = "body-seconds"
    case idleSeconds = "idle-seconds"
    case writeSeconds = "write-seconds"
    case connections
    case failedSignIns = "failed-sign-ins"
    case requestsPerToken = "requests-per-token"

    /// Its name in the environment.
    package var variable: String { "MUSTER_" + rawValue.uppercased().replacing("-", with: "_") }

    /// Every name, for whoever wrote one that there is not.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// The values that somebody set, from where it stands weakest to where it stands strongest, and what comes of them.
package struct ConfigurationValues: Sendable {
    private var texts: [ConfigurationKey: (text: String, origin: String)] = [:]

    /// Nothing is set.
    package init() {}

    /// Sets a value; what was set before under the same key no longer counts.
    /// - Parameters:
    ///   - text: As somebody wrote it; several ledgers are separated by colons.
    ///   - origin: Where it was written, for the complaint if it is none.
    package mutating func set(_ key: ConfigurationKey, _ text: String, from origin: String) {
        texts[key] = (text, origin)
    }

    /// Sets a value of a file by the key's name there.
    package mutating func set(named name: String, _ text: String, from origin: String) throws(ConfigurationFault) {
        guard let key = ConfigurationKey(rawValue: name) else {
            throw ConfigurationFault(
                "serveUnknownKey", ["key": name, "origin": origin, "known": ConfigurationKey.names])
        }
        set(key, text, from: origin)
    }

    /// Takes what the environment sets. A variable of the program that no part of it knows is not looked at: others
    /// share the prefix.
    package mutating func take(environment: [String: String]) {
        for key in ConfigurationKey.allCases {
            if let text = environment[key.variable], !text.isEmpty { set(key, text, from: key.variable) }
        }
    }

    /// The configuration that all values together make.
    package func configuration() throws(ConfigurationFault) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        for key in ConfigurationKey.allCases {
            guard let (text, origin) = texts[key] else { continue }
            guard let allowed = Self.apply(key, text, to: &configuration) else { continue }
            throw ConfigurationFault("serveBadValue", ["key": origin, "text": text, "allowed": allowed])
        }
        switch (texts[.tlsCertificate]?.text, texts[.tlsKey]?.text) {
        case (let certificate?, let key?): configuration.tls = .init(certificate: certificate, key: key)
        case (nil, nil): break
        case (_?, nil), (nil, _?): throw ConfigurationFault("serveHalfCertificate")
        }
        try configuration.check()
        return configuration
    }

    /// Sets one value; answers what would have been allowed if it is none.
    private static func apply(
        _ key: ConfigurationKey, _ text: String, to configuration: inout ServerConfiguration
    ) -> String? {
        func number(_ range: ClosedRange<Int>, _ path: WritableKeyPath<ServerConfiguration, Int>) -> String? {
            guard let value = Int(text), range.contains(value) else {
                return "\(range.lowerBound)–\(range.upperBound)"
            }
            configuration[keyPath: path] = value
            return nil
        }
        func flag(_ path: WritableKeyPath<ServerConfiguration, Bool>) -> String? {
            guard let value = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][text]
            else { return "true, false" }
            configuration[keyPath: path] = value
            return nil
        }
        switch key {
        case .listen:
            guard let address = ListenAddress(text) else { return "HOST:PORT" }
            configuration.listen = address
        case .ledgers: configuration.ledgers = text.split(separator: ":").map(String.init)
        case .tlsCertificate, .tlsKey: break
        case .behindProxy: return flag(\.isBehindProxy)
        case .metricsPublic: return flag(\.isMetricsPublic)
        case .entriesPublic: return flag(\.areEntriesPublic)
        case .logFormat:
            guard let format = ServerConfiguration.LogFormat(rawValue: text) else { return "json, text" }
            configuration.logFormat = format
        case .logLevel:
            let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
            guard levels.contains(text) else { return levels.joined(separator: ", ") }
            configuration.logLevel = text
        case .language:
            guard let language = Language(named: text) else { return "zh, en" }
            configuration.language = language
        case .shutdownSeconds: return number(1...600, \.shutdownSeconds)
        case .freeMebibytes: return number(0...1_048_576, \.freeMebibytes)
        case .requestLineBytes: return number(256...65_536, \.limits.requestLineBytes)
        case .headerBytes: return number(1_024...65_536, \.limits.headerBytes)
        case .headerFields: return number(8...1_000, \.limits.headerFields)
        case .headerSeconds: return number(1...600, \.limits.headerSeconds)
        case .bodyBytes: return number(1_024...67_108_864, \.limits.bodyBytes)
        case .fileBytes: return number(1_024...1_073_741_824, \.limits.fileBytes)
        case .bodySeconds: return number(1...3_600, \.limits.bodySeconds)
        case .idleSeconds: return number(1...3_600, \.limits.idleSeconds)
        case .writeSeconds: return number(1...3_600, \.limits.writeSeconds)
        case .connections: return number(1...1_000_000, \.limits.connections)
        case .failedSignIns: return number(1...100_000, \.rates.failedSignIns)
        case .requestsPerToken: return number(0...10_000_000, \.rates.requestsPerToken)
        }
        return nil
    }
}
