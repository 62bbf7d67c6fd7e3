import Crypto
import EventLog
import Foundation
public import MusterDomain

extension Board {
    /// SHA-256 over the board's dump, every number as 8 bytes little-endian, in hex. Equal boards have equal digests
    /// on any machine; `docs/file-format.md` defines the dump.
    public var digest: String {
        var hash = SHA256()
        var buffer: [UInt8] = []
        buffer.reserveCapacity(1 << 16)
        dump { number in
            var number = UInt64(bitPattern: number)
            for _ in 0..<8 {
                buffer.append(UInt8(truncatingIfNeeded: number))
                number >>= 8
            }
            if buffer.count >= 1 << 16 {
                hash.update(data: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        hash.update(data: buffer)
        return hash.finalize().hex
    }
}
