internal import CLZ4

/// The form in which every part of a sealed segment is stored: one complete LZ4 frame with the size of its content
/// in front and a checksum (xxHash-32) behind every compressed block of at most 256 KiB.
///
/// The form is the public one of the LZ4 project, so `lz4 -d` reads and checks it without us.
public enum Frame {
    /// How many bytes a part is cut into; the blocks of a frame are no larger.
    public static let blockBytes = 1 << 18

    /// Magic number, then the descriptor's flags: version 1, independent blocks, block checksums, content size, no
    /// checksum over all, no dictionary.
    fileprivate static let beginning: [UInt8] = [0x04, 0x22, 0x4D, 0x18, 0x78]
    /// The beginning, the largest size of a block (1 byte), the size of the content (8), the descriptor's checksum (1).
    fileprivate static let headerBytes = 15
    fileprivate static let sizeOffset = 6

    /// How the descriptor says how large a block may be: LZ4 takes the smaller of its sizes for a small content.
    fileprivate static func blockSizeByte(for size: Int) -> UInt8 { size <= 1 << 16 ? 0x40 : 0x50 }

    /// Compresses a part, which may not be empty: a frame can't say that it holds nothing. Cost: one pass of LZ4's fast level, about 1 ns a byte.
    public static func compress(_ content: [UInt8]) -> [UInt8] {
        precondition(!content.isEmpty)
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockSizeID = LZ4F_max256KB
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled
        preferences.frameInfo.contentSize = UInt64(content.count)
        let bound = unsafe LZ4F_compressFrameBound(content.count, &preferences)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = unsafe content.withUnsafeBytes { bytes in
                unsafe LZ4F_compressFrame(
                    buffer.baseAddress, bound, bytes.baseAddress, bytes.count, &preferences)
            }
            // With a destination as large as the bound says there is nothing that can go wrong.
            precondition(LZ4F_isError(count) == 0, "LZ4 does not compress")
        }
    }
}

/// Reads frames, one after the other, into a buffer that is used again.
///
/// The content comes with ``slack`` more readable bytes behind it, so that a reader may load eight bytes anywhere.
@safe public final class Inflater {
    /// How many bytes may be read behind the content; what is in them means nothing.
    public static let slack = 8

    private let context: OpaquePointer
    private var buffer: [UInt8] = []

    /// A reader with an empty buffer.
    public init() {
        var context: OpaquePointer?
        let status = unsafe LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
        guard LZ4F_isError(status) == 0, let context = unsafe context else { fatalError("no memory for LZ4") }
        unsafe self.context = unsafe context
    }

    deinit { _ = unsafe LZ4F_freeDecompressionContext(context) }

    /// Calls `body` with what a frame holds and ``slack`` bytes more.
    ///
    /// - Parameters:
    ///   - frame: A whole frame and nothing behind it.
    ///   - limit: How large the content may be; a damaged frame may claim any size.
    ///   - body: Is given the buffer and how many of its first bytes are the content.
    /// - Throws: ``BlockError`` if a byte of the frame is not as ``Frame/compress(_:)`` wrote it, and what `body` throws.
    public func read<Value>(
        _ frame: UnsafeRawBufferPointer,
        limit: Int,
        _ body: (_ buffer: UnsafeRawBufferPointer, _ count: Int) throws -> Value
    ) throws -> Value {
        let size = try unsafe contentSize(of: frame, limit: limit)
        if buffer.count < size + Self.slack {
            // Never smaller than a block: then LZ4 writes into it directly.
            buffer = [UInt8](repeating: 0, count: max(size, Frame.blockBytes) + Self.slack)
        }
        try unsafe buffer.withUnsafeMutableBytes { try unsafe inflate(frame, into: $0, size: size) }
        return try unsafe buffer.withUnsafeBytes { try unsafe body($0, size) }
    }

    /// The content as an array of its own.
    public func content(of frame: [UInt8], limit: Int) throws -> [UInt8] {
        try unsafe frame.withUnsafeBytes { bytes in
            try unsafe read(bytes, limit: limit) { unsafe Array($0[..<$1]) }
        }
    }

    /// The size that the header claims; LZ4 checks the header's checksum and that the content has that size.
    private func contentSize(of frame: UnsafeRawBufferPointer, limit: Int) throws(BlockError) -> Int {
        guard frame.count > Frame.headerBytes, unsafe frame.starts(with: Frame.beginning) else {
            throw BlockError("it is not a frame of ours")
        }
        let size = UInt64(
            littleEndian: unsafe frame.loadUnaligned(fromByteOffset: Frame.sizeOffset, as: UInt64.self))
        guard let size = Int(exactly: size), size <= limit else { throw BlockError("it claims to hold too much") }
        guard unsafe frame[Frame.beginning.count] == Frame.blockSizeByte(for: size) else {
            throw BlockError("it is not a frame of ours")
        }
        return size
    }

    private func inflate(
        _ frame: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer, size: Int
    ) throws(BlockError) {
        unsafe LZ4F_resetDecompressionContext(context)
        var (read, written) = (0, 0)
        while read < frame.count {
            var taken = frame.count - read
            // All of the buffer and not only the content's part: LZ4 goes by way of a buffer of its own otherwise.
            var given = buffer.count - written
            let hint = unsafe LZ4F_decompress(
                context, buffer.baseAddress?.advanced(by: written), &given,
                frame.baseAddress?.advanced(by: read), &taken, nil)
            guard LZ4F_isError(hint) == 0 else {
                throw BlockError("LZ4: \(unsafe String(cString: LZ4F_getErrorName(hint)))")
            }
            read += taken
            written += given
            if hint == 0 { break }
            guard taken + given > 0 else { break }
            if read == frame.count { throw BlockError("it is cut") }
        }
        guard read == frame.count else { throw BlockError("something stands behind it") }
        guard written == size else { throw BlockError("it holds another number of bytes than it claims") }
    }
}
