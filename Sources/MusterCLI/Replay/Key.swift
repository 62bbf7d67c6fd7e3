/// What somebody wants who goes through something step by step.
enum Key: Sendable, Equatable {
    case next, back, quit, redraw
    /// Time has passed.
    case tick
}

/// Bytes of a terminal as keys; a key of several bytes may come in pieces.
struct KeyDecoder: Sendable {
    private var waiting: [UInt8] = []

    /// The keys that the bytes complete. What means nothing is passed over.
    mutating func keys(in bytes: some Sequence<UInt8>) -> [Key] {
        waiting += bytes
        var keys: [Key] = []
        while let first = waiting.first {
            guard first == 0x1B else {
                waiting.removeFirst()
                if let key = Self.key(of: first) { keys.append(key) }
                continue
            }
            // Arrows: ESC [ A or, in application mode, ESC O A (ECMA-48, DECCKM).
            guard waiting.count >= 2 else { break }
            guard [UInt8(ascii: "["), UInt8(ascii: "O")].contains(waiting[1]) else {
                waiting.removeFirst()
                continue
            }
            guard waiting.count >= 3 else { break }
            switch waiting[2] {
            case UInt8(ascii: "A"), UInt8(ascii: "D"): keys.append(.back)
            case UInt8(ascii: "B"), UInt8(ascii: "C"): keys.append(.next)
            default: break
            }
            waiting.removeFirst(3)
        }
        return keys
    }

    private static func key(of byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "n"): .next
        case UInt8(ascii: "b"), 0x7F, 0x08: .back
        case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04: .quit
        default: nil
        }
    }
}
