import EventLog
import FoldRow

/// Changes frames at random and decodes them all the way: every change has to be an error, and none a trap, a hang or
/// a silent pass.
struct BlockMutations {
    private var generator: SeededGenerator
    private let frames: [[UInt8]]
    private let seed: UInt64

    struct Survivor: Error, CustomStringConvertible {
        var description: String
    }

    init(seed: UInt64) {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        var rows: [FoldRow] = []
        for index in 0..<600 {
            var row = FoldRow(
                kind: UInt16(generator.next() % 40), stream: UInt32(index % 50), revision: UInt32(index / 50 + 1),
                time: 1_700_000_000_000 + Int64(index) * 997, recorded: 1_700_000_000_000 + Int64(index) * 997)
            row.unit = UInt32(generator.next() % 20)
            row.a = generator.next() % 3 == 0 ? row.time + 86_400_000 : 0
            rows.append(row)
        }
        frames = FoldColumns.blocks(of: rows[...], from: 0).map { Frame.compress($0.content) }
    }

    /// Makes so many changed frames and decodes them.
    mutating func run(_ count: Int) throws {
        let inflater = Inflater()
        for round in 0..<count {
            let original = frames[Int(generator.next() % UInt64(frames.count))]
            let changed = mutated(original)
            guard changed != original else { continue }
            if Self.isRead(changed, inflater) {
                throw Survivor(description: "seed \(seed), round \(round): a changed frame was read")
            }
        }
    }

    private static func isRead(_ frame: [UInt8], _ inflater: Inflater) -> Bool {
        let answer = try? unsafe frame.withUnsafeBytes { bytes in
            try unsafe inflater.read(bytes, limit: FoldColumns.maximumBytes) { buffer, count in
                let block = try unsafe FoldBlock(buffer, count: count, first: 0)
                return unsafe block.read(from: 0, to: block.count, in: buffer) { _ in true }
            }
        }
        return answer != nil
    }

    private mutating func mutated(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        let place = Int(generator.next() % UInt64(frame.count))
        switch generator.next() % 8 {
        case 0: frame[place] ^= 1 << UInt8(generator.next() % 8)
        case 1: frame[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: frame.removeLast(frame.count - place)
        case 3: frame.remove(at: place)
        case 4: frame.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
        case 5: frame.append(UInt8(truncatingIfNeeded: generator.next()))
        case 6:
            // The header more often than its share of the bytes.
            frame[Int(generator.next() % 20)] = UInt8(truncatingIfNeeded: generator.next())
        default:
            for _ in 0..<4 {
                frame[Int(generator.next() % UInt64(frame.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
        }
        return frame
    }
}
