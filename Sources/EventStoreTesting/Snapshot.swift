public import EventLog
internal import FoldRow

/// Everything that a store answers, for comparing a log with itself or with another.
public struct Snapshot: Equatable, Sendable {
    struct Text: Equatable, Sendable {
        var field: [UInt8]
        var salt: [UInt8]
        var text: [UInt8]
    }

    struct Stored: Equatable, Sendable {
        var position: Position
        var bytes: [UInt8]
        var words: [Text]

        init(_ entry: StoredEntry) {
            position = entry.position
            bytes = entry.bytes
            words = entry.words.map { Text(field: Array($0.field.utf8), salt: $0.salt, text: Array($0.text.utf8)) }
        }
    }

    var size: Position
    var rows: [FoldRow]
    var entries: [Stored]
    /// By stream number, up to the highest in the rows.
    var histories: [[Stored]]
    /// The names of the first few spaces, as UTF-8.
    var names: [[[UInt8]]]

    /// All that a store answers. Cost: O(entries), several times.
    public init(of store: any EventStore) async throws {
        size = try await store.size()
        rows = try await Self.pages(from: 0) { next, limit in try await store.rows(from: next, limit: limit) }
        entries = try await Self.pages(from: 0) { next, limit in try await store.entries(from: next, limit: limit) }
            .map(Stored.init)
        histories = []
        for stream in 0..<((rows.map(\.stream).max().map { $0 + 1 }) ?? 0) {
            histories.append(try await store.history(of: stream).map(Stored.init))
        }
        names = []
        for space in 0..<4 as Range<UInt8> {
            names.append(try await store.names(in: NameSpace(rawValue: space), from: 0).map { Array($0.utf8) })
        }
    }

    /// Reads page by page, since a store may answer fewer than it is asked for.
    static func pages<Element>(
        from start: Position,
        limit: Int = 1000,
        _ page: (Position, Int) async throws -> [Element]
    ) async throws -> [Element] {
        var all: [Element] = []
        while true {
            let next = try await page(start + Position(all.count), limit)
            try require(next.count <= limit, "\(next.count) answered where at most \(limit) were asked for")
            if next.isEmpty { return all }
            all += next
        }
    }
}
