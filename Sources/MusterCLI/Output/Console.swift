import Foundation
import MusterText

/// The terminal that the program runs in: data goes to stdout, everything else to stderr.
struct Console: Sendable {
    var language: Language
    var isJSON: Bool
    /// For stdout.
    var palette: Palette
    /// For stderr, which may be a terminal while stdout is a file, or the other way round.
    var messagePalette: Palette
    /// Columns of the terminal; nil when stdout is no terminal.
    var width: Int?
    /// Whether stderr is a terminal on which progress may be drawn over itself.
    var drawsProgress: Bool

    init(language: Language, isJSON: Bool, noColor: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let isTTY = isatty(STDOUT_FILENO) == 1
        self.language = language
        self.isJSON = isJSON
        let colour: Bool? = noColor ? false : nil
        palette = Palette.suitable(isTTY: isTTY, environment: environment, flag: colour)
        messagePalette = Palette.suitable(
            isTTY: isatty(STDERR_FILENO) == 1, environment: environment, flag: colour)
        width = isTTY ? Self.terminalWidth() : nil
        drawsProgress = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    }

    private static func terminalWidth() -> Int? {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// A sentence of the catalogue in the console's language.
    func say(_ key: String, _ values: [String: String] = [:]) -> String {
        Catalogue.muster.say(key, language, values)
    }

    /// Whether the catalogue has a sentence.
    func knows(_ key: String) -> Bool { Catalogue.muster.knows(key) }

    /// Data: a line on stdout.
    func out(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// Data: a JSON object as one line on stdout.
    func out(json value: some Encodable) { out(jsonLine(value)) }

    /// A message: a line on stderr.
    func note(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Progress: drawn over itself on a terminal, left out elsewhere.
    func progress(_ line: String) {
        guard drawsProgress else { return }
        write("\r\u{1B}[K" + line, to: STDERR_FILENO)
    }

    /// Wipes the progress line.
    func endProgress() {
        guard drawsProgress else { return }
        write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    private func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                // A reader that has gone away, as `| head` does, ends the program without a word.
                exit(errno == EPIPE ? 0 : 1)
            }
            rest = rest.dropFirst(written)
        }
    }
}
