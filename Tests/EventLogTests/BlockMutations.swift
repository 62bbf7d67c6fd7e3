import EventLog
import FoldRow

/// Changes the stored parts of segments at random and reads them all the way.
///
/// Of a changed frame every reading has to be an error: a checksum lies over every byte. What a frame holds has none of
/// its own, so a change below it may be read as something else, but may be no trap, no hang and no access outside it.
struct BlockMutations {
    private var generator: SeededGenerator
    private let parts: [BlockPart]
    private let frames: [[UInt8]]
    private let seed: UInt64

    struct Survivor: Error, CustomStringConvertible {
        var description: String
    }

    init(seed: UInt64) {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        parts = BlockPart.examples(&generator)
        frames = parts.map(\.frame)
    }

    /// Changes so many frames and reads them; none may pass.
    mutating func changeFrames(_ count: Int) throws {
        let inflater = Inflater()
        for round in 0..<count {
            let index = round % parts.count
            let changed = mutated(frames[index], header: 20)
            guard changed != frames[index] else { continue }
            let part = parts[index]
            // The frame alone has to tell; nothing below it may be needed.
            let content = try? unsafe changed.withUnsafeBytes { bytes in
                try unsafe inflater.read(bytes, limit: part.limit) { _, count in count }
            }
            if content != nil {
                throw Survivor(description: "seed \(seed), round \(round): a changed frame of \(part.kind) was read")
            }
        }
    }

    /// Changes what so many frames hold and reads it. Returns how many could be read, the others were errors, and a sum
    /// over what was read.
    mutating func changeContents(_ count: Int) -> (read: Int, sum: UInt64) {
        var (read, sum) = (0, UInt64(0))
        for round in 0..<count {
            var part = parts[round % parts.count]
            part.content = mutated(part.content, header: part.headerBytes)
            if generator.next() % 16 == 0 { part.move(to: .init(Int64.max)) }
            if let found = try? part.readAll() {
                read += 1
                sum &+= found
            }
        }
        return (read, sum)
    }

    private mutating func place(in bytes: [UInt8]) -> Int { Int(generator.next() % UInt64(max(1, bytes.count))) }
    private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: generator.next()) }

    private mutating func mutated(_ original: [UInt8], header: Int) -> [UInt8] {
        var bytes = original
        for _ in 0...(generator.next() % 4 == 0 ? generator.next() % 3 : 0) {
            guard !bytes.isEmpty else { return bytes }
            let place = place(in: bytes)
            switch generator.next() % 10 {
            case 0: bytes[place] ^= 1 << UInt8(generator.next() % 8)
            case 1: bytes[place] = byte()
            case 2: bytes.removeLast(bytes.count - place)
            case 3: bytes.remove(at: place)
            case 4: bytes.insert(byte(), at: place)
            case 5: bytes.append(byte())
            case 6:
                // A piece of the block once more, over another piece.
                let length = min(Int(generator.next() % 64), bytes.count - place)
                let source = Int(generator.next() % UInt64(bytes.count - length + 1))
                bytes.replaceSubrange(place..<place + length, with: bytes[source..<source + length])
            // The header more often than its share of the bytes, with values at which arithmetic breaks.
            case 7: bytes[min(place % header, bytes.count - 1)] = byte()
            case 8: putExtreme(at: place % header, in: &bytes)
            default: putExtreme(at: place, in: &bytes)
            }
        }
        return bytes
    }

    private mutating func putExtreme(at place: Int, in bytes: inout [UInt8]) {
        let extremes: [UInt64] = [
            0, 1, 2, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x1_0000_0000, .max / 2, .max / 2 + 1, .max - 1, .max,
        ]
        let value = extremes[Int(generator.next() % UInt64(extremes.count))]
        let width = [2, 4, 8][Int(generator.next() % 3)]
        let start = place / width * width
        for index in 0..<width where start + index < bytes.count {
            bytes[start + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
        }
    }
}
