import Synchronization

/// Progress on stderr: drawn over itself on a terminal, a line every few seconds elsewhere.
final class ProgressMeter: Sendable {
    private let console: Console
    private let lastLine = Mutex(ContinuousClock.now)

    init(_ console: Console) { self.console = console }

    /// Shows a line if it is time for one.
    func show(_ line: () -> String) {
        let pause: Duration = console.drawsProgress ? .milliseconds(200) : .seconds(5)
        let isTime = lastLine.withLock { last in
            guard last.duration(to: .now) > pause else { return false }
            last = .now
            return true
        }
        guard isTime else { return }
        if console.drawsProgress { console.progress(line()) } else { console.note(line()) }
    }
}
