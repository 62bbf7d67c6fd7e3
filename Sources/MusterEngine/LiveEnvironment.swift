import Crypto
import Foundation
import MusterDomain

extension Environment {
    /// The machine's clock and its random generator.
    public static let live = Environment(
        now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) },
        // A key is random bytes from the library's own generator, which asks the kernel only now and then; the
        // standard library's asks it for every eight bytes.
        randomBytes: { count in
            unsafe SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { unsafe Array($0) }
        }
    )
}
