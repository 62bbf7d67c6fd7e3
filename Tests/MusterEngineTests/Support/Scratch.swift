import Foundation
import SQLiteEventStore

/// A directory that ends with the test.
final class Scratch: Sendable {
    private let directory: String
    let path: String

    init() throws {
        directory = NSTemporaryDirectory() + "muster-engine-\(UUID().uuidString)"
        path = directory + "/ledger.muster"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// Where another file may lie.
    func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// A new ledger opened for writing.
    func newStore(options: SQLiteEventStore.Options = SQLiteEventStore.Options()) async throws -> SQLiteEventStore {
        try await SQLiteEventStore.create(at: path)
        return try await SQLiteEventStore.open(at: path, mode: .write, options: options)
    }
}
