internal import EventLog
internal import Foundation

/// The erasures that are noted beside a ledger, in the file `<ledger>.erasures`.
///
/// A copy of the ledger from before an erasure still has the text and does not know that it was to go. The notes stay
/// when such a copy is put back: one JSON object a line, which names the entry by its position and by the SHA-256 of
/// its bytes, so that a note can never be taken for one of another log.
struct ErasureNotes {
    /// One text that was to be erased.
    struct Note: Hashable, Codable {
        /// SHA-256 of the entry's bytes in lower-case hex.
        var entry: String
        var field: String
        var position: Position

        var place: TextPlace { TextPlace(position: position, field: field) }
    }

    let path: String

    init(of file: LedgerFile) { path = file.path + ".erasures" }

    private init(path: String) { self.path = path }

    /// All notes. A line without an end was being written when the process ended: nothing was erased for it yet.
    func read() throws(EventStoreError) -> [Note] {
        let content = try bytes()
        var notes: [Note] = []
        for line in content[..<Self.end(of: content)].split(separator: UInt8(ascii: "\n")) {
            guard let note = try? JSONDecoder().decode(Note.self, from: Data(line)) else {
                throw .damaged(position: nil, what: "line \(notes.count + 1) of \(path) is no erasure")
            }
            notes.append(note)
        }
        return notes
    }

    /// Adds what is not there yet, durably.
    func add(_ notes: [Note], of file: LedgerFile) throws(EventStoreError) {
        let known = Set(try read())
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var lines: [UInt8] = []
        for note in notes where !known.contains(note) {
            guard let line = try? encoder.encode(note) else { throw .io("an erasure can't be written as JSON") }
            lines += line + [UInt8(ascii: "\n")]
        }
        guard !lines.isEmpty else { return }
        let whole = Self.end(of: try bytes())
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .system("cannot open \(path)") }
        defer { Glibc.close(descriptor) }
        guard ftruncate(descriptor, off_t(whole)) == 0 else { throw .system("cannot write \(path)") }
        try Self.write(lines, to: descriptor, at: whole, path)
        guard fsync(descriptor) == 0 else { throw .system("cannot synchronise \(path)") }
        try file.syncDirectory()
    }

    /// Leaves some notes only and keeps the file as it was beside them, under the first free of the names
    /// `<ledger>.erasures.1`, `.2` and so on. At every moment those that are left are there.
    func setAside(allBut kept: [Note], of file: LedgerFile) throws(EventStoreError) {
        var number = 1
        while unsafe link(path, "\(path).\(number)") != 0 {
            guard errno == EEXIST else { throw .system("cannot keep \(path)") }
            number += 1
        }
        if kept.isEmpty {
            guard unsafe unlink(path) == 0 else { throw .system("cannot set \(path) aside") }
        } else {
            let draft = ErasureNotes(path: path + ".new")
            guard unsafe unlink(draft.path) == 0 || errno == ENOENT else {
                throw .system("cannot write \(draft.path)")
            }
            try draft.add(kept, of: file)
            guard unsafe rename(draft.path, path) == 0 else { throw .system("cannot set \(path) aside") }
        }
        try file.syncDirectory()
    }

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, at start: Int, _ path: String
    ) throws(EventStoreError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes[done...].withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system("cannot write \(path)") }
            done += count
        }
    }

    private func bytes() throws(EventStoreError) -> [UInt8] {
        switch try LedgerFile.kind(path) {
        case .none: return []
        case .regular: break
        case .symbolicLink, .other: throw .io("\(path) is not a plain file")
        }
        do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw .io("\(path) can't be read: \(error.localizedDescription)")
        }
    }

    /// Where the last line ends.
    private static func end(of content: [UInt8]) -> Int {
        content.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }
}

/// The file `<ledger>.erasing`, which is there while texts may be left in the ledger's dead bytes: from before they are
/// deleted until those are overwritten.
struct ErasureMark {
    private let path: String

    init(of file: LedgerFile) { path = file.path + ".erasing" }

    var isSet: Bool {
        get throws(EventStoreError) { try LedgerFile.kind(path) != .none }
    }

    func set(_ file: LedgerFile) throws(EventStoreError) {
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .system("cannot make \(path)") }
        Glibc.close(descriptor)
        try file.syncDirectory()
    }

    func remove() throws(EventStoreError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .system("cannot remove \(path)") }
    }
}
