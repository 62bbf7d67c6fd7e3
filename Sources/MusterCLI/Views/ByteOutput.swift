import Foundation
import MusterAPI

/// Bytes on their way to stdout, written in large pieces and never looked at.
struct ByteOutput {
    private var waiting: [UInt8] = []
    private static let piece = 1 << 16

    /// Adds a line.
    mutating func put(line: [UInt8]) {
        waiting.append(contentsOf: line)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count >= Self.piece { flush() }
    }

    /// Adds a JSON value as a line.
    mutating func put(_ value: JSONValue) {
        value.write(to: &waiting)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count >= Self.piece { flush() }
    }

    /// Writes what waits.
    ///
    /// A reader that has gone away, as `| head` does, ends the program without a word.
    mutating func flush() {
        var rest = waiting[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? 0 : 1)
            }
            rest = rest.dropFirst(written)
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
