import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix
import NIOSSL

extension Breakage {
    /// What an error of the network's code means for the request.
    init(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError: self.init(connecting: error)
        case let error as IOError: self.init(error)
        case let error as HTTPClientError: self.init(error)
        case let error as NIOSSLError: self.init(error)
        case is NIOSSLExtraError, is BoringSSLError:
            self.init(reach: .distrust, reason: .certificate, detail: "\(error)")
        case is ChannelError: self.init(reach: .unknown, reason: .closed)
        default: self.init(reach: .unknown, reason: .other, detail: "\(error)")
        }
    }

    /// The first of the addresses that were tried says it; where there is none the name has none.
    private init(connecting error: NIOConnectionError) {
        guard let first = error.connectionErrors.first?.error else {
            self.init(reach: .none, reason: .noHost)
            return
        }
        var breakage = Breakage(first)
        if breakage.reach == .unknown { breakage.reach = .none }
        self = breakage
    }

    private init(_ error: IOError) {
        switch error.errnoCode {
        case ECONNREFUSED: self.init(reach: .none, reason: .refused)
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: self.init(reach: .none, reason: .noRoute)
        case ETIMEDOUT: self.init(reach: .unknown, reason: .timeOut)
        case ECONNRESET, EPIPE: self.init(reach: .unknown, reason: .closed)
        default: self.init(reach: .unknown, reason: .other, detail: error.description)
        }
    }

    private init(_ error: HTTPClientError) {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            self.init(reach: .none, reason: .timeOut)
        case .deadlineExceeded, .readTimeout, .writeTimeout: self.init(reach: .unknown, reason: .timeOut)
        case .remoteConnectionClosed: self.init(reach: .unknown, reason: .closed)
        default: self.init(reach: .unknown, reason: .other, detail: error.shortDescription)
        }
    }

    private init(_ error: NIOSSLError) {
        switch error {
        case .handshakeFailed(let reason):
            // The reason's own name is all that a reader can look up.
            let words = "\(reason)".split { !$0.isUppercase && !$0.isNumber && $0 != "_" }
            let detail = words.last { $0.contains("_") && $0.contains(where: \.isUppercase) } ?? ""
            self.init(
                reach: .distrust, reason: detail == "CERTIFICATE_VERIFY_FAILED" ? .certificate : .handshake,
                detail: String(detail))
        case .noSuchFilesystemObject, .failedToLoadCertificate:
            self.init(reach: .distrust, reason: .roots)
        case .unableToValidateCertificate, .noCertificateToValidate:
            self.init(reach: .distrust, reason: .certificate)
        case .uncleanShutdown: self.init(reach: .unknown, reason: .closed)
        default: self.init(reach: .unknown, reason: .other, detail: "\(error)")
        }
    }
}
