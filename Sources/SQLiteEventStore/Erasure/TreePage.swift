/// What a page of a B-tree holds: which of its bytes are in use, and where it leads.
struct TreePage {
    /// The rest of a value that is too long for its page.
    struct Chain {
        var first: UInt32
        /// How many bytes of it lie in the chain.
        var bytes: Int
    }

    /// Its bytes that belong to nothing.
    private(set) var dead: [Range<Int>] = []
    private(set) var children: [UInt32] = []
    private(set) var chains: [Chain] = []

    private enum Kind: UInt8 {
        case interiorIndex = 2
        case interiorTable = 5
        case leafIndex = 10
        case leafTable = 13

        var isInterior: Bool { self == .interiorIndex || self == .interiorTable }
    }

    private let bytes: [UInt8]
    private let usable: Int
    private let kind: Kind

    /// Nil for bytes that are no such page.
    init?(_ bytes: [UInt8], number: UInt32, usable: Int) {
        let start = number == 1 ? 100 : 0
        guard let kind = Kind(rawValue: bytes[start]) else { return nil }
        self.bytes = bytes
        self.usable = usable
        self.kind = kind
        let pointers = start + (kind.isInterior ? 12 : 8)
        let count = Int(bytes.bigEndian16(at: start + 3))
        guard pointers + 2 * count <= usable else { return nil }
        var used = [0..<pointers + 2 * count]
        if kind.isInterior { children.append(bytes.bigEndian32(at: start + 8)) }
        for index in 0..<count {
            guard let cell = takeCell(at: Int(bytes.bigEndian16(at: pointers + 2 * index))) else { return nil }
            used.append(cell)
        }
        // Free blocks are linked by their first four bytes.
        var block = Int(bytes.bigEndian16(at: start + 1))
        while block != 0 {
            guard block + 4 <= usable else { return nil }
            used.append(block..<block + 4)
            let next = Int(bytes.bigEndian16(at: block))
            guard next == 0 || next > block else { return nil }
            block = next
        }
        guard noteDead(between: used) else { return nil }
    }

    /// What lies between the parts in use, which must not overlap.
    private mutating func noteDead(between used: [Range<Int>]) -> Bool {
        var end = 0
        for range in used.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard range.lowerBound >= end, range.upperBound <= usable else { return false }
            if range.lowerBound > end { dead.append(end..<range.lowerBound) }
            end = range.upperBound
        }
        if end < bytes.count { dead.append(end..<bytes.count) }
        return true
    }

    /// Reads a cell; nil if it does not lie on the page.
    private mutating func takeCell(at start: Int) -> Range<Int>? {
        var place = start
        if kind.isInterior {
            guard place + 4 <= usable else { return nil }
            children.append(bytes.bigEndian32(at: place))
            place += 4
        }
        if kind == .interiorTable {
            guard integer(&place) != nil else { return nil }
            return start..<place
        }
        guard let payload = integer(&place), let length = Int(exactly: payload), length < 1 << 31 else { return nil }
        if kind == .leafTable, integer(&place) == nil { return nil }
        let local = localBytes(of: length)
        place += local
        if local < length {
            guard place + 4 <= usable else { return nil }
            chains.append(Chain(first: bytes.bigEndian32(at: place), bytes: length - local))
            place += 4
        }
        // No cell has fewer bytes than the head of the free block that it may become.
        return start..<max(place, start + 4)
    }

    /// How many bytes of a value lie on the page itself.
    private func localBytes(of length: Int) -> Int {
        let most = kind == .leafTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
        guard length > most else { return length }
        let least = (usable - 12) * 32 / 255 - 23
        let some = least + (length - least) % (usable - 4)
        return some <= most ? some : least
    }

    /// An integer of one to nine bytes.
    private func integer(_ place: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard place < usable else { return nil }
            let byte = bytes[place]
            place += 1
            if index == 8 { return value << 8 | UInt64(byte) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return value }
        }
        return value
    }
}
