internal import EventLog

/// The bytes of a database file that belong to nothing: free pages, the space between the cells of pages in use, and
/// what lies behind the end of a long value on its last page. What was deleted may still be read there.
///
/// By the file format of SQLite (https://sqlite.org/fileformat2.html), on a file whose write-ahead log is empty. Every
/// page is accounted for once; if any is not, nothing is overwritten. Only dead bytes are ever written, so neither a
/// reader nor a crash can be hurt by it.
struct DeadBytes {
    let file: DatabaseFile
    let pageSize: Int
    /// What SQLite uses of a page.
    let usable: Int
    let pages: UInt32
    private let firstFreePage: UInt32
    private var seen: [Bool]
    /// Runs of dead bytes that are not all zero.
    private(set) var runs: [(offset: Int64, count: Int)] = []

    /// Reads the header of a file.
    init(in file: DatabaseFile) throws {
        self.file = file
        let header = try file.read(100, at: 0)
        let size = Int(header.bigEndian16(at: 16))
        pageSize = size == 1 ? 65_536 : size
        usable = pageSize - Int(header[20])
        pages = header.bigEndian32(at: 28)
        firstFreePage = header.bigEndian32(at: 32)
        guard pageSize >= 512, usable >= 480, pages > 0, header.bigEndian32(at: 52) == 0 else {
            throw EventStoreError.damaged(position: nil, what: "the header of the file is malformed")
        }
        seen = Array(repeating: false, count: Int(pages) + 1)
    }

    /// Finds all of them.
    /// - Parameter roots: The root pages of all tables and indexes but that of the schema.
    mutating func find(roots: [UInt32]) throws {
        for root in [1] + roots { try findInTree(root) }
        try findOnFreePages()
        // SQLite never uses the page of the file that has its locks.
        let locks = UInt32(truncatingIfNeeded: 0x4000_0000 / pageSize + 1)
        for page in 1...pages where !seen[Int(page)] && page != locks { throw damage(page, "belongs to nothing") }
    }

    /// Overwrites them, durably.
    func overwrite() throws {
        guard !runs.isEmpty else { return }
        let zeroes = [UInt8](repeating: 0, count: pageSize)
        for run in runs { try file.clear(run.count, at: run.offset, with: zeroes) }
        try file.synchronise()
    }

    // MARK: Pages

    func damage(_ page: UInt32, _ what: String) -> EventStoreError {
        .damaged(position: nil, what: "page \(page) of the file \(what)")
    }

    private func offset(of page: UInt32) -> Int64 { Int64(page - 1) * Int64(pageSize) }

    /// Notes that a page has been met, as each is once.
    private mutating func enter(_ page: UInt32) throws {
        guard page > 0, page <= pages, !seen[Int(page)] else { throw damage(page, "is used twice or does not exist") }
        seen[Int(page)] = true
    }

    private mutating func add(_ range: Range<Int>, of page: UInt32, _ bytes: [UInt8]) {
        guard let first = bytes[range].firstIndex(where: { $0 != 0 }),
            let last = bytes[range].lastIndex(where: { $0 != 0 })
        else { return }
        runs.append((offset(of: page) + Int64(first), last - first + 1))
    }

    private mutating func findOnFreePages() throws {
        var trunk = firstFreePage
        while trunk != 0 {
            try enter(trunk)
            let bytes = try file.read(pageSize, at: offset(of: trunk))
            let count = Int(bytes.bigEndian32(at: 4))
            guard count <= usable / 4 - 2 else { throw damage(trunk, "lists too many free pages") }
            add(8 + 4 * count..<pageSize, of: trunk, bytes)
            for index in 0..<count {
                let leaf = bytes.bigEndian32(at: 8 + 4 * index)
                try enter(leaf)
                add(0..<pageSize, of: leaf, try file.read(pageSize, at: offset(of: leaf)))
            }
            trunk = bytes.bigEndian32(at: 0)
        }
    }

    private mutating func findInTree(_ root: UInt32) throws {
        var stack = [root]
        while let number = stack.popLast() {
            try enter(number)
            let bytes = try file.read(pageSize, at: offset(of: number))
            guard let page = TreePage(bytes, number: number, usable: usable) else {
                throw damage(number, "is no page of a tree")
            }
            for range in page.dead { add(range, of: number, bytes) }
            for chain in page.chains { try findBehind(chain) }
            stack += page.children
        }
    }

    /// Goes along the pages of a long value to its last one.
    private mutating func findBehind(_ chain: TreePage.Chain) throws {
        let room = usable - 4
        var (number, left) = (chain.first, chain.bytes)
        while left > room {
            try enter(number)
            number = try file.read(4, at: offset(of: number)).bigEndian32(at: 0)
            left -= room
        }
        try enter(number)
        let bytes = try file.read(pageSize, at: offset(of: number))
        guard bytes.bigEndian32(at: 0) == 0 else { throw damage(number, "is followed by another") }
        add(4 + left..<pageSize, of: number, bytes)
    }
}

extension [UInt8] {
    func bigEndian16(at place: Int) -> UInt16 { UInt16(self[place]) << 8 | UInt16(self[place + 1]) }

    func bigEndian32(at place: Int) -> UInt32 {
        UInt32(bigEndian16(at: place)) << 16 | UInt32(bigEndian16(at: place + 2))
    }
}
