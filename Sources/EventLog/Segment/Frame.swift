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
        return unsafe content.withUnsafeBytes { unsafe compress($0, level: fastLevel) }
    }

    /// Compresses a part for being read far more often than written, if it is known where one kind of data ends and the
    /// next begins.
    ///
    /// Taking bytes apart costs by the number of LZ4's matches and not by the number of bytes. So what would hardly get
    /// smaller is left as it is, and the rest is compressed hard, which finds fewer and longer matches. Cost: about 6 ns
    /// a byte.
    /// - Parameter cuts: Where another kind begins, in ascending order and inside the content.
    static func compress(_ content: [UInt8], cutAt cuts: [Int]) -> [UInt8] {
        precondition(!content.isEmpty)
        var runs: [(bytes: Range<Int>, level: Int32)] = []
        unsafe content.withUnsafeBytes { bytes in
            for (start, end) in zip([0] + cuts, cuts + [content.count]) where start < end {
                let stretch = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                let level = unsafe compress(stretch, level: fastLevel).count > stretch.count / 4 * 3 ? asIs : hardLevel
                if let last = runs.last, last.level == level {
                    runs[runs.count - 1].bytes = last.bytes.lowerBound..<end
                } else {
                    runs.append((start..<end, level))
                }
            }
        }
        // The blocks of a frame are independent: those of several, one after the other, are a frame.
        return unsafe content.withUnsafeBytes { bytes in
            var frame = header(of: content.count)
            for run in runs {
                let stretch = unsafe UnsafeRawBufferPointer(rebasing: bytes[run.bytes])
                frame += unsafe compress(stretch, level: run.level).dropFirst(headerBytes).dropLast(endMark.count)
            }
            return frame + endMark
        }
    }

    private static let fastLevel: Int32 = 0
    private static let hardLevel: Int32 = 4
    /// So fast that it finds next to nothing; a block that gets no smaller is stored as it is.
    private static let asIs: Int32 = -65_536
    private static let endMark: [UInt8] = [0, 0, 0, 0]

    private static func preferences(for size: Int, level: Int32) -> LZ4F_preferences_t {
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockSizeID = LZ4F_blockSizeID_t(rawValue: UInt32(blockSizeByte(for: size) >> 4))
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled
        preferences.frameInfo.contentSize = UInt64(size)
        preferences.compressionLevel = level
        return preferences
    }

    private static func compress(_ content: UnsafeRawBufferPointer, level: Int32) -> [UInt8] {
        var preferences = preferences(for: content.count, level: level)
        let bound = unsafe LZ4F_compressFrameBound(content.count, &preferences)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = unsafe LZ4F_compressFrame(
                buffer.baseAddress, bound, content.baseAddress, content.count, &preferences)
            // With a destination as large as the bound says there is nothing that can go wrong.
            precondition(LZ4F_isError(count) == 0, "LZ4 does not compress")
        }
    }

    /// How a frame begins whose content has that size.
    private static func header(of size: Int) -> [UInt8] {
        var context: OpaquePointer?
        let status = unsafe LZ4F_createCompressionContext(&context, UInt32(LZ4F_VERSION))
        guard LZ4F_isError(status) == 0 else { fatalError("no memory for LZ4") }
        defer { _ = unsafe LZ4F_freeCompressionContext(context) }
        var preferences = preferences(for: size, level: fastLevel)
        return unsafe [UInt8](unsafeUninitializedCapacity: Int(LZ4F_HEADER_SIZE_MAX)) { buffer, count in
            count = unsafe LZ4F_compressBegin(context, buffer.baseAddress, buffer.count, &preferences)
            precondition(count == headerBytes, "LZ4 begins a frame in another way")
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
            // With room for a block behind the content: then LZ4 writes into it directly, the last block too.
            buffer = [UInt8](repeating: 0, count: size + Frame.blockBytes + Self.slack)
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
