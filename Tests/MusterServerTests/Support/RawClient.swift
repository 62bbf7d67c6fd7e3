import Dispatch
import Foundation

/// A bare TCP connection, so that a test can send what no client would. Blocking calls run on a queue of their own.
final class RawClient: Sendable {
    private let socket: Int32
    private let queue = DispatchQueue(label: "muster.test.client")

    /// Connects to a server of this machine.
    init(port: Int) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
                unsafe connect(socket, rebound, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            Glibc.close(socket)
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        self.socket = socket
    }

    deinit { Glibc.close(socket) }

    /// Sends bytes; false if the other side does not take them any more.
    @discardableResult
    func send(_ bytes: some Sequence<UInt8>) async -> Bool {
        let bytes = Array(bytes)
        return await withCheckedContinuation { continuation in
            queue.async { [socket] in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let sent = unsafe rest.withUnsafeBytes {
                        unsafe Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    guard sent > 0 else { return continuation.resume(returning: false) }
                    rest = rest.dropFirst(sent)
                }
                continuation.resume(returning: true)
            }
        }
    }

    @discardableResult
    func send(_ text: String) async -> Bool { await send(text.utf8) }

    /// Everything that comes until a text is there, the other side closes, or nothing comes for some time.
    func read(until mark: String? = nil, seconds: Double = 5) async -> (text: String, isClosed: Bool) {
        await withCheckedContinuation { continuation in
            queue.async { [socket] in
                var limit = timeval(
                    tv_sec: Int(seconds), tv_usec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e6))
                _ = unsafe setsockopt(
                    socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
                var all: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = unsafe buffer.withUnsafeMutableBytes {
                        unsafe recv(socket, $0.baseAddress, $0.count, 0)
                    }
                    // A reset closes too; only the time limit does not.
                    if count <= 0 {
                        let isClosed = count == 0 || errno != EAGAIN
                        return continuation.resume(returning: (String(decoding: all, as: UTF8.self), isClosed))
                    }
                    all += buffer[..<count]
                    if let mark, String(decoding: all, as: UTF8.self).contains(mark) {
                        return continuation.resume(returning: (String(decoding: all, as: UTF8.self), false))
                    }
                }
            }
        }
    }

    /// Ends this side's sending.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }
}
