import Foundation
import MusterDomain

extension Environment {
    /// The machine's clock and the kernel's random generator.
    public static let live = Environment(
        now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) },
        randomBytes: randomBytes
    )

    /// The most that the kernel gives in a call.
    private static let bytesACall = 256

    /// As many in each call as it gives: the generators of the standard library and of swift-crypto call it for every
    /// eight bytes.
    @Sendable private static func randomBytes(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let end = min(count, filled + bytesACall)
                let piece = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled..<end])
                guard unsafe getentropy(piece.baseAddress, piece.count) == 0 else {
                    fatalError("the system gives no random bytes: error \(errno)")
                }
                filled += piece.count
            }
        }
    }
}
