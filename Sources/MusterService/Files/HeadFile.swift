import Foundation
package import MusterEngine
package import TransparencyLog

/// The last signed head of a ledger, in a file beside it.
package struct HeadFile: HeadKeeper {
    private let path: String

    /// - Parameter path: Where it lies; one that is relative, from where the process is now.
    package init(path: String) { self.path = URL(fileURLWithPath: path).path }

    package func read() throws(HeadError) -> SignedCheckpoint? { try Self.read(path) }

    package func readPending() throws(HeadError) -> SignedCheckpoint? { try Self.read(pending) }

    package func endPending() throws(HeadError) {
        do { try WholeFile.move(pending, to: path + ".former") } catch {
            throw .unreadable("\(error.path): \(error.detail)")
        }
    }

    /// Where the last head of the epoch before lies until the next one has begun, and stays after that.
    private var pending: String { path + ".pending" }

    /// Makes a head the last one of its epoch, so that the next one begins with the next opening.
    package func makePending(_ head: SignedCheckpoint) throws(HeadError) {
        do { try WholeFile.write(head.bytes, to: pending) } catch {
            throw .unreadable("\(error.path): \(error.detail)")
        }
    }

    /// Takes the head away that is kept.
    package func remove() throws(HeadError) {
        do { try WholeFile.remove(path) } catch { throw .unreadable("\(error.path): \(error.detail)") }
    }

    private static func read(_ path: String) throws(HeadError) -> SignedCheckpoint? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw .unreadable("\(path): \(error.fileReason)")
        }
        do { return try SignedCheckpoint(bytes) } catch { throw .unreadable("\(path): \(error.what)") }
    }

    /// At every moment there is one whole head.
    package func write(_ head: SignedCheckpoint) throws(HeadError) {
        do { try WholeFile.write(head.bytes, to: path) } catch { throw .unreadable("\(error.path): \(error.detail)") }
    }
}
