package import Logging
import Synchronization

/// Lines on their way to the log, written many at once: a system call for each costs more than answering a short
/// request.
///
/// They are written when ``capacity`` bytes have come together, at the latest after a moment, and at once with a line
/// that somebody may be waiting for. What is in the buffer when a process is killed is lost, so whoever ends in order
/// calls ``flush()`` last.
package final class LineBuffer: Sendable {
    /// So many bytes are written without waiting for more.
    package static let capacity = 16_384
    /// From this level on a line is written at once.
    package static let urgent = Logger.Level.notice

    private struct Pending {
        var bytes: [UInt8] = []
        /// Whether a flush is coming anyhow.
        var isAwaited = false
    }

    private let pending = Mutex(Pending())
    /// Held from taking the bytes until they are written, so that they are written in the order in which they came.
    private let writing = Mutex<Void>(())
    private let delay: Duration
    private let write: @Sendable ([UInt8]) -> Void

    /// An empty buffer.
    /// - Parameters:
    ///   - milliseconds: How long a line may wait.
    ///   - write: Takes whole lines; called from any thread, by one at a time. While it takes its time, lines are
    ///     kept, and once there is too much of them their callers wait.
    package init(milliseconds: Int = 200, write: @escaping @Sendable ([UInt8]) -> Void) {
        delay = .milliseconds(milliseconds)
        self.write = write
    }

    /// Takes a line, its end included.
    package func add(_ line: String, _ level: Logger.Level) {
        let (isDue, isFirst) = pending.withLock { pending in
            if pending.bytes.isEmpty { pending.bytes.reserveCapacity(Self.capacity + 1_024) }
            pending.bytes.append(contentsOf: line.utf8)
            if level >= Self.urgent || pending.bytes.count >= Self.capacity { return (true, false) }
            defer { pending.isAwaited = true }
            return (false, !pending.isAwaited)
        }
        if isDue { flush() }
        if isFirst {
            Task.detached { [self] in
                try? await Task.sleep(for: delay)
                pending.withLock { $0.isAwaited = false }
                flush()
            }
        }
    }

    /// Writes what is there; when it returns, every line that was added before is written.
    package func flush() {
        writing.withLock { _ in
            let bytes = pending.withLock { pending in
                defer { pending.bytes = [] }
                return pending.bytes
            }
            if !bytes.isEmpty { write(bytes) }
        }
    }
}
