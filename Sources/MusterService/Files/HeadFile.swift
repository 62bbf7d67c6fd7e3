import Foundation
package import MusterEngine
package import TransparencyLog

/// The last signed head of a ledger, in a file beside it.
package struct HeadFile: HeadKeeper {
    private let path: String

    /// - Parameter path: Where it lies; one that is relative, from where the process is now.
    package init(path: String) { self.path = URL(fileURLWithPath: path).path }

    package func read() throws(HeadError) -> SignedCheckpoint? { try Self.read(path) }

    package func readFormer() throws(HeadError) -> SignedCheckpoint? { try Self.read(former) }

    /// Where the last head of the epoch before is kept.
    private var former: String { path + ".former" }

    /// Makes the head that is kept that of the epoch before; nothing is kept then. Nothing happens if nothing is.
    package func retire() throws(HeadError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do { try WholeFile.move(path, to: former) } catch { throw .unreadable("\(error.path): \(error.detail)") }
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
