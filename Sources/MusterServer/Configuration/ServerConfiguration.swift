package import MusterText

/// How a server is set up; every value has a default.
package struct ServerConfiguration: Sendable, Equatable {
    /// The files of a certificate and its private key, both PEM.
    package struct TLSFiles: Sendable, Equatable {
        /// The certificate, and after it those that lead to a root.
        package var certificate: String
        /// The private key.
        package var key: String

        /// The two files.
        package init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// How log lines look.
    package enum LogFormat: String, Sendable, CaseIterable {
        /// One JSON object a line.
        case json
        /// For people.
        case text
    }

    /// Where to listen.
    package var listen = ListenAddress.standard
    /// The ledgers that are served.
    package var ledgers: [String] = []
    /// Speak TLS with these.
    package var tls: TLSFiles?
    /// Whether a proxy of one's own stands in front, so that its word on the client's address and scheme counts.
    package var isBehindProxy = false
    /// Whether others than the machine itself may read metrics and health.
    package var isMetricsPublic = false
    /// Whether everybody may read the logs' entries; heads and hashes everybody may in any case.
    package var areEntriesPublic = true
    /// What a client may take.
    package var limits = ServerLimits()
    /// How often a client may do something.
    package var rates = ServerRates()
    /// How long open answers may take when the server ends.
    package var shutdownSeconds = 10
    /// With less free space beside a ledger, in mebibytes, the server is not ready.
    package var freeMebibytes = 256
    /// The language of answers to whoever asks for none.
    package var language = Language.zh
    /// How log lines look.
    package var logFormat = LogFormat.text
    /// The least level that is logged, as swift-log spells it.
    package var logLevel = "info"

    /// The defaults.
    package init() {}

    /// Refuses what would send tokens over a network in the clear, or half a certificate.
    package func check() throws(ConfigurationFault) {
        guard !ledgers.isEmpty else { throw ConfigurationFault("serveNoLedger") }
        guard listen.isLoopback || tls != nil || isBehindProxy else {
            throw ConfigurationFault("serveOpenAddress", ["address": listen.authority])
        }
    }
}
