/// What a disk has when the power fails: of everything that was not synchronised, any part in any order.
///
/// By page of 4 KiB the disk has any state that the page has had since the last synchronisation of its file, whatever
/// the others have; one in four is torn, each of its sectors of 512 bytes being of either of two states. A file has any
/// size that it has had, and a name leads to any file that it has led to since the folder was synchronised. Cutting a file
/// off happens whole or not at all, before what is written after it: file systems keep sizes in a journal, and SQLite
/// relies on it. After a synchronisation that failed it is as on Linux: what was to be written counts as written, and only
/// part of it is.
struct PowerModel {
    private static let page = 4_096
    private static let sector = 512

    /// What a page, or a file's size, has been for a while.
    private struct State<Value> {
        var value: Value
        /// How often the file had been cut off before.
        var cuts: Int
        /// Whether it comes from cutting the file off.
        var isCut = false
    }

    /// A file: what a process sees of it, and what the disk has.
    private struct File {
        var seen: [UInt8] = []
        var kept: [UInt8] = []
        /// Every state of a page since the last synchronisation, the newest last.
        var pages: [Int: [State<[UInt8]>]] = [:]
        var sizes: [State<Int>] = []
        var cuts = 0

        mutating func settle(as bytes: [UInt8]) {
            kept = bytes
            (pages, sizes, cuts) = ([:], [], 0)
        }
    }

    private var files: [File] = []
    /// Where names lead, by number; nil to nothing.
    private var seen: [String: Int] = [:]
    private var kept: [String: Int] = [:]
    private var changed: [String: [Int?]] = [:]
    /// Whether synchronisations are believed; without, the disk is told nothing of them.
    let synchronises: Bool

    /// - Parameter files: What is durable at the beginning.
    init(_ files: [String: [UInt8]], synchronises: Bool = true) {
        self.synchronises = synchronises
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            seen[name] = self.files.count
            self.files.append(File(seen: bytes, kept: bytes))
        }
        kept = seen
    }

    // MARK: What is done to it

    mutating func apply(_ operation: DiskOperation, _ random: inout TrialRandom) {
        switch operation {
        case .create(let name):
            changed[name, default: []].append(files.count)
            seen[name] = files.count
            files.append(File())
        case .write(let name, let offset, let bytes): write(name, offset, bytes)
        case .truncate(let name, let size): truncate(name, size)
        case .sync(let name, let settlesFolder, let failed):
            guard synchronises, let file = seen[name] else { return }
            // Pages that are believed to be written are not written again unless they are changed again.
            files[file].settle(as: failed ? cut(files[file], &random) : files[file].seen)
            if settlesFolder { settleFolder() }
        case .delete(let name, let settlesFolder):
            seen[name] = nil
            changed[name, default: []].append(nil)
            if settlesFolder, synchronises { settleFolder() }
        case .mark: break
        }
    }

    private mutating func write(_ name: String, _ offset: Int, _ bytes: [UInt8]) {
        guard let file = seen[name], !bytes.isEmpty else { return }
        let end = offset + bytes.count
        if end > files[file].seen.count {
            files[file].seen += [UInt8](repeating: 0, count: end - files[file].seen.count)
            files[file].sizes.append(State(value: end, cuts: files[file].cuts))
        }
        files[file].seen.replaceSubrange(offset..<end, with: bytes)
        note(file, offset / Self.page...(end - 1) / Self.page)
    }

    private mutating func truncate(_ name: String, _ size: Int) {
        guard let file = seen[name], size < files[file].seen.count else { return }
        let last = (files[file].seen.count - 1) / Self.page
        files[file].seen.removeLast(files[file].seen.count - size)
        files[file].cuts += 1
        files[file].sizes.append(State(value: size, cuts: files[file].cuts, isCut: true))
        note(file, size / Self.page...last, isCut: true)
    }

    private mutating func note(_ file: Int, _ pages: ClosedRange<Int>, isCut: Bool = false) {
        for number in pages {
            let page = Self.page(number, of: files[file].seen)
            files[file].pages[number, default: []].append(State(value: page, cuts: files[file].cuts, isCut: isCut))
        }
    }

    /// Every name leads to where it was led last.
    mutating func settleFolder() {
        kept = seen
        changed = [:]
    }

    private static func page(_ number: Int, of bytes: [UInt8]) -> [UInt8] {
        let start = number * page
        guard start < bytes.count else { return [] }
        return Array(bytes[start..<min(start + page, bytes.count)])
    }

    // MARK: The power fails

    /// What the disk has then.
    func cut(_ random: inout TrialRandom) -> [String: [UInt8]] {
        var names = kept
        for (name, states) in changed.sorted(by: { $0.key < $1.key }) {
            let state = random.number(below: states.count + 1)
            if state > 0 { names[name] = states[state - 1] }
        }
        var left: [String: [UInt8]] = [:]
        for (name, file) in names.sorted(by: { $0.key < $1.key }) { left[name] = cut(files[file], &random) }
        return left
    }

    /// What may be there of something when so many of the cuts of its file have come to the disk.
    private static func possible<Value>(_ states: [State<Value>], _ cuts: Int, _ kept: Value) -> [Value] {
        let states = states.filter { $0.cuts <= cuts }
        guard let last = states.lastIndex(where: \.isCut) else { return [kept] + states.map(\.value) }
        return states[last...].map(\.value)
    }

    private func cut(_ file: File, _ random: inout TrialRandom) -> [UInt8] {
        let cuts = random.number(below: file.cuts + 1)
        let sizes = Self.possible(file.sizes, cuts, file.kept.count)
        let size = sizes[random.number(below: sizes.count)]
        var bytes = file.kept
        let room = max(size, bytes.count, ((file.pages.keys.max() ?? 0) + 1) * Self.page)
        bytes += [UInt8](repeating: 0, count: room - bytes.count)
        for (number, states) in file.pages.sorted(by: { $0.key < $1.key }) {
            let states = Self.possible(states, cuts, Self.page(number, of: file.kept))
            let start = number * Self.page
            let one = states[random.number(below: states.count)], other = states[random.number(below: states.count)]
            let isTorn = random.number(below: 4) == 0
            for offset in stride(from: 0, to: Self.page, by: Self.sector) {
                let state = isTorn && random.number(below: 2) == 0 ? other : one
                let part = state.dropFirst(offset).prefix(Self.sector)
                bytes.replaceSubrange(start + offset..<start + offset + part.count, with: part)
                let rest = start + offset + part.count..<start + offset + Self.sector
                bytes.replaceSubrange(rest, with: [UInt8](repeating: 0, count: rest.count))
            }
        }
        return Array(bytes.prefix(size))
    }
}

/// SplitMix64, so that a seed leaves the same on every machine.
struct TrialRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }
}
