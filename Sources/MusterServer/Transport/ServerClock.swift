import NIOCore

/// The clock by which the server measures durations. It is handed in, so that a test can let time pass.
package struct ServerClock: Sendable {
    /// Nanoseconds since some moment; never goes back.
    package var nanoseconds: @Sendable () -> UInt64

    /// A clock of one's own.
    package init(nanoseconds: @escaping @Sendable () -> UInt64) { self.nanoseconds = nanoseconds }

    /// The machine's.
    package static let live = ServerClock { NIODeadline.now().uptimeNanoseconds }
}

extension UInt64 {
    /// So many seconds in nanoseconds.
    static func seconds(_ count: Int) -> UInt64 { UInt64(count) * 1_000_000_000 }
}
