import Dispatch
import Foundation

/// The terminal of the program's input while single keys are read from it: no echo, no lines. Signals still work.
struct RawTerminal: Sendable {
    private let before: termios

    /// Nil where keys can't be read.
    init?() {
        var mode = termios()
        guard isatty(STDIN_FILENO) == 1, unsafe tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
        before = mode
    }

    /// Gives keys one by one from now on.
    func enter() {
        var mode = before
        mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }

    /// The terminal as it was.
    func leave() {
        var mode = before
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }

    /// Rows of the terminal.
    static var height: Int? {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
        return Int(size.ws_row)
    }
}

/// Keys as they are pressed, and the time that passes between them. Whatever ends the program leaves the terminal as
/// it was.
final class KeySource {
    /// What is wanted, as it comes; ends with the input.
    let keys: AsyncStream<Key>
    private let terminal: RawTerminal
    private var sources: [any DispatchSourceProtocol] = []
    private static let queue = DispatchQueue(label: "muster.keys")

    /// Begins.
    /// - Parameter ticksPerSecond: How often time is said to have passed; nil for never.
    init(_ terminal: RawTerminal, ticksPerSecond: Int?) {
        self.terminal = terminal
        let (keys, continuation) = AsyncStream.makeStream(of: Key.self)
        self.keys = keys
        terminal.enter()
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
            watch(number) {
                terminal.leave()
                // What is watched is ended by an interrupt, which is no failure.
                _exit(0)
            }
        }
        watch(SIGCONT) {
            // A shell has put its own mode in place while the program stood still.
            terminal.enter()
            continuation.yield(.redraw)
        }
        readInput(continuation)
        if let ticksPerSecond {
            let timer = DispatchSource.makeTimerSource(queue: Self.queue)
            let pause = 1 / Double(ticksPerSecond)
            timer.schedule(deadline: .now() + pause, repeating: pause)
            timer.setEventHandler { continuation.yield(.tick) }
            sources.append(timer)
        }
        for source in sources { source.resume() }
    }

    /// Ends reading.
    func end() {
        for source in sources { source.cancel() }
        terminal.leave()
    }

    private func readInput(_ continuation: AsyncStream<Key>.Continuation) {
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: Self.queue)
        var decoder = KeyDecoder()
        input.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
            if count < 0, errno == EINTR || errno == EAGAIN { return }
            guard count > 0 else { return continuation.finish() }
            for key in decoder.keys(in: bytes.prefix(count)) { continuation.yield(key) }
        }
        sources.append(input)
    }

    private func watch(_ number: Int32, _ action: @escaping @Sendable () -> Void) {
        // The source sees the signal although the process ignores it; otherwise it would be killed first.
        if number != SIGCONT { signal(number, SIG_IGN) }
        let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
        source.setEventHandler(handler: action)
        sources.append(source)
    }
}
