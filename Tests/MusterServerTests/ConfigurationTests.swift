import Foundation
import MusterText
import Testing

@testable import MusterServer

@Suite struct ConfigurationTests {
    private func configuration(
        file: [String: String] = [:], environment: [String: String] = [:], flags: [ConfigurationKey: String] = [:]
    ) throws(ConfigurationFault) -> ServerConfiguration {
        var values = ConfigurationValues()
        for (name, text) in file { try values.set(named: name, text, from: "serve.yaml") }
        values.take(environment: environment)
        for (key, text) in flags { values.set(key, text, from: "--\(key.rawValue)") }
        return try values.configuration()
    }

    @Test func `A flag beats the environment, and that the file`() throws {
        let file = ["ledgers": "a", "listen": "127.0.0.1:1", "body-seconds": "5", "log-format": "json"]
        let environment = ["MUSTER_LISTEN": "127.0.0.1:2", "MUSTER_BODY_SECONDS": "6", "MUSTER_LEDGERS": "b:c"]
        let made = try configuration(file: file, environment: environment, flags: [.listen: "127.0.0.1:3"])
        #expect(made.listen.port == 3 && made.limits.bodySeconds == 6 && made.logFormat == .json)
        #expect(made.ledgers == ["b", "c"])
    }

    @Test func `Every key can be set, and a value that it can't have is complained of with what it can`() throws {
        let values: [ConfigurationKey: (good: String, bad: String)] = [
            .listen: ("[::1]:0", "8080"), .behindProxy: ("true", "maybe"), .metricsPublic: ("yes", ""),
            .entriesPublic: ("false", "all"),
            .logFormat: ("json", "xml"), .logLevel: ("debug", "loud"), .language: ("en", "fr"),
            .shutdownSeconds: ("3", "0"), .freeMebibytes: ("0", "-1"), .requestLineBytes: ("4096", "1"),
            .headerBytes: ("8192", "x"), .headerFields: ("50", "1"), .headerSeconds: ("3", "0"),
            .bodyBytes: ("2048", "1"), .fileBytes: ("2048", "1"), .bodySeconds: ("3", "0"), .idleSeconds: ("3", "0"),
            .writeSeconds: ("3", "0"),
            .connections: ("10", "0"), .failedSignIns: ("3", "0"), .requestsPerToken: ("100", "-1"),
        ]
        let texts: Set<ConfigurationKey> = [.ledgers, .tlsCertificate, .tlsKey]
        for key in ConfigurationKey.allCases where !texts.contains(key) {
            let (good, bad) = try #require(values[key], "\(key)")
            let standard = try configuration(flags: [.ledgers: "a"])
            #expect(try configuration(flags: [.ledgers: "a", key: good]) != standard, "\(key)")
            let fault = #expect(throws: ConfigurationFault.self) {
                try configuration(flags: [.ledgers: "a", key: bad])
            }
            #expect(fault?.code == "serveBadValue" && fault?.values["key"] == "--\(key.rawValue)", "\(key)")
            #expect(fault?.values["allowed"]?.isEmpty == false)
        }
    }

    @Test func `Every key stands in the manual with its name in the environment`() throws {
        let manual = try Manual.text
        for key in ConfigurationKey.allCases {
            #expect(manual.contains("| `\(key.rawValue)` | `\(key.variable)`"), "\(key)")
        }
    }

    @Test func `An unknown key is an error that lists the known ones`() {
        let fault = #expect(throws: ConfigurationFault.self) { try configuration(file: ["lisen": "x"]) }
        #expect(fault?.code == "serveUnknownKey")
        for language in Language.allCases {
            let sentence = fault?.sentence(language) ?? ""
            for key in ConfigurationKey.allCases { #expect(sentence.contains(key.rawValue)) }
            #expect(sentence.contains("lisen") && sentence.contains("serve.yaml"))
        }
    }

    @Test(
        arguments: [
            ([.listen: "0.0.0.0:80"], "serveOpenAddress"), ([.listen: "muster.example:80"], "serveOpenAddress"),
            ([.tlsKey: "k"], "serveHalfCertificate"), ([.tlsCertificate: "c"], "serveHalfCertificate"),
            ([.ledgers: ""], "serveNoLedger"), ([.listen: "0.0.0.0:80", .behindProxy: "true"], nil),
            ([.listen: "0.0.0.0:80", .tlsCertificate: "c", .tlsKey: "k"], nil), ([:], nil),
        ] as [([ConfigurationKey: String], String?)])
    func `Tokens never cross a network in the clear`(flags: [ConfigurationKey: String], code: String?) {
        var fault: ConfigurationFault?
        do { _ = try configuration(flags: [.ledgers: "a"].merging(flags) { $1 }) } catch { fault = error }
        #expect(fault?.code == code)
        for language in Language.allCases where code != nil {
            #expect(
                fault?.sentence(language).contains("«") == false && fault?.sentence(language).contains("{") == false)
        }
    }
}
