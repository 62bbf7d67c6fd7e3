import Foundation
import Logging
import MusterEngine
import MusterText
import Testing

@testable import MusterServer

@Suite struct TLSTests {
    /// A folder with certificates made by openssl.
    private final class Certificates: Sendable {
        let folder: URL
        var files: ServerConfiguration.TLSFiles {
            .init(certificate: folder.appending(path: "c.pem").path, key: folder.appending(path: "k.pem").path)
        }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "muster-tls-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        /// Makes a new pair under a name and puts it in the place of the old one.
        func make(_ name: String) throws {
            let arguments = [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                "/CN=\(name)", "-keyout", "k.new", "-out", "c.new",
            ]
            let (status, text) = try TLSTests.openssl(arguments, in: folder)
            try #require(status == 0, "\(text)")
            for file in ["k", "c"] {
                let target = folder.appending(path: "\(file).pem")
                try? FileManager.default.removeItem(at: target)
                try FileManager.default.moveItem(at: folder.appending(path: "\(file).new"), to: target)
            }
        }
    }

    private static func openssl(
        _ arguments: [String], in folder: URL? = nil, input: String = ""
    ) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let (sent, received) = (Pipe(), Pipe())
        process.standardInput = sent
        process.standardOutput = received
        process.standardError = received
        try process.run()
        try sent.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        if input.isEmpty { try sent.fileHandleForWriting.close() }
        let text = String(decoding: received.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    /// What a client sees: the certificate, and the answer to a request.
    private func connect(_ port: Int, _ more: [String] = []) async throws -> String {
        let request = "GET /greeting HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try Self.openssl(
                            ["s_client", "-connect", "127.0.0.1:\(port)", "-ign_eof"] + more, input: request
                        ).text
                    })
            }
        }
    }

    @Test func `Connections are encrypted, a changed certificate greets the next one, a broken one does not`()
        async throws
    {
        let certificates = try Certificates()
        try certificates.make("first.example")
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.tls = certificates.files
        } _: { server in
            let first = try await connect(server.port)
            #expect(first.contains("CN = first.example") || first.contains("CN=first.example"))
            #expect(first.contains("HTTP/1.1 200 OK") && first.contains(#"{"hello":"zh"}"#))
            #expect(first.contains("Strict-Transport-Security: max-age=31536000"))

            try certificates.make("second.example")
            #expect(try await becomesTrue { server.log.contains { $0.contains("certificate.reloaded") } })
            #expect(try await connect(server.port).contains("second.example"))

            try Data("no certificate".utf8).write(to: certificates.folder.appending(path: "c.pem"))
            server.server.reloadCertificate()
            #expect(server.log.contains { $0.contains("certificate.refused") })
            #expect(try await connect(server.port).contains("second.example"))
            #expect(!server.log.contains { $0.contains("PRIVATE KEY") })

            try certificates.make("third.example")
            server.server.reloadCertificate()
            #expect(try await connect(server.port).contains("third.example"))
        }
    }

    @Test func `Old protocols and plain text get no answer`() async throws {
        let certificates = try Certificates()
        try certificates.make("first.example")
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.tls = certificates.files
            $0.limits.headerSeconds = 1
        } _: { server in
            let old = try await connect(server.port, ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"])
            #expect(!old.contains("200 OK"))
            let plain = try RawClient(port: server.port)
            await plain.send("GET /greeting HTTP/1.1\r\nHost: a\r\n\r\n")
            let (text, isClosed) = await plain.read(seconds: 5)
            #expect(!text.contains("HTTP/1.1") && isClosed)
            // Who never finishes the handshake does not stay either.
            let silent = try RawClient(port: server.port)
            #expect(await silent.read(seconds: 5).isClosed)
        }
    }

    @Test func `A certificate that can't be used is refused at the start in words`() async throws {
        let certificates = try Certificates()
        var configuration = ServerConfiguration()
        configuration.ledgers = ["610113"]
        configuration.tls = certificates.files
        let directory = try await Ledgers.directory(of: ["610113"], LedgerMetrics())
        let fault = #expect(throws: ConfigurationFault.self) {
            try DistrictServer(
                configuration: configuration, directory: directory, routes: [], environment: .live,
                logger: .init(label: ""))
        }
        #expect(fault?.code == "serveBadCertificate")
        #expect(fault?.sentence(.en).contains("c.pem") == true)
    }
}
