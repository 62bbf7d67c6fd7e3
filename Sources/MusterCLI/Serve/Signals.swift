import Dispatch
import Foundation
import MusterServer

/// What the process does on a signal: SIGTERM and SIGINT end the server in order, SIGHUP reads
/// its certificate again.
final class Signals {
    private var sources: [any DispatchSourceSignal] = []
    private static let queue = DispatchQueue(label: "muster.signals")

    init(_ server: DistrictServer) {
        for number in [SIGTERM, SIGINT] {
            watch(number) { Task { await server.stop() } }
        }
        watch(SIGHUP) { server.reloadCertificate() }
    }

    private func watch(_ number: Int32, _ action: @escaping @Sendable () -> Void) {
        // The source sees the signal although the process ignores it; otherwise it would be killed first.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
        source.setEventHandler(handler: action)
        source.resume()
        sources.append(source)
    }

    /// Signals have their usual effect again.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT, SIGHUP] { signal(number, SIG_DFL) }
    }
}

/// Standard error for log lines, each written as a whole.
enum StandardError {
    static func write(_ line: String) {
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                // A log that nobody takes any more does not stop the service.
                return
            }
            rest = rest.dropFirst(written)
        }
    }
}
