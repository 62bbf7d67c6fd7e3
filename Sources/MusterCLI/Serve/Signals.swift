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

/// Standard error for log lines.
enum StandardError {
    /// Writes whole lines.
    static func write(_ lines: [UInt8]) {
        var rest = lines[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EAGAIN {
                    // Whoever shares the terminal or the pipe has made it one that does not wait.
                    var descriptor = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
                    if unsafe poll(&descriptor, 1, 1_000) >= 0 || errno == EINTR { continue }
                }
                // A log that nobody takes any more does not stop the service.
                return
            }
            rest = rest.dropFirst(written)
        }
    }
}
