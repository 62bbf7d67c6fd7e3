import Foundation

/// A file whose blocks exist before they are written, so that a synchronised write changes no metadata.
final class PreallocatedFile {
    private let descriptor: Int32
    private let bytes: Int
    private var offset = 0
    private let block = [UInt8](repeating: 0x5A, count: 1 << 20)

    init(_ path: String, bytes: Int) throws {
        self.bytes = bytes
        descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        for start in stride(from: 0, to: bytes, by: block.count) { pwrite(descriptor, block, block.count, start) }
        fsync(descriptor)
    }

    deinit { close(descriptor) }

    func write(_ count: Int) throws {
        if offset + count > bytes { offset = 0 }
        guard pwrite(descriptor, block, count, offset) == count, fdatasync(descriptor) == 0 else {
            throw POSIXError(.EIO)
        }
        offset += count
    }
}
