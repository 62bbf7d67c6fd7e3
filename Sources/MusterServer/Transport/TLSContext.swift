import Logging
import NIOSSL
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The certificate that new connections are greeted with. It is read again when its files change; a new one that can't
/// be used leaves the old one in place.
final class TLSContext: Sendable {
    /// When the two files changed last, by which a change is seen.
    private struct Stamp: Equatable {
        var certificate: [Int]
        var key: [Int]
    }

    private struct State {
        var context: NIOSSLContext
        var stamp: Stamp
    }

    private let files: ServerConfiguration.TLSFiles
    private let logger: Logger
    private let state: Mutex<State>

    /// Reads the files.
    init(_ files: ServerConfiguration.TLSFiles, logger: Logger) throws(ConfigurationFault) {
        self.files = files
        self.logger = logger
        let stamp = Self.stamp(files)
        do { state = Mutex(State(context: try Self.read(files), stamp: stamp)) } catch {
            throw ConfigurationFault(
                "serveBadCertificate",
                ["certificate": files.certificate, "key": files.key, "detail": "\(error)"])
        }
    }

    /// What the next connection uses.
    var current: NIOSSLContext { state.withLock(\.context) }

    /// Reads the files again if they have changed since the last time, or anyhow.
    func reload(anyhow: Bool = false) {
        let stamp = Self.stamp(files)
        guard anyhow || state.withLock({ $0.stamp != stamp }) else { return }
        do {
            let context = try Self.read(files)
            state.withLock { $0 = State(context: context, stamp: stamp) }
            logger.notice("certificate.reloaded", metadata: ["file": "\(files.certificate)"])
        } catch {
            // The stamp is kept, so that one broken file is complained of once.
            state.withLock { $0.stamp = stamp }
            logger.error("certificate.refused", metadata: ["file": "\(files.certificate)", "detail": "\(error)"])
        }
    }

    private static func read(_ files: ServerConfiguration.TLSFiles) throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return try NIOSSLContext(configuration: configuration)
    }

    private static func stamp(_ files: ServerConfiguration.TLSFiles) -> Stamp {
        Stamp(certificate: stamp(files.certificate), key: stamp(files.key))
    }

    private static func stamp(_ path: String) -> [Int] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return [] }
        return [
            Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
    }
}
