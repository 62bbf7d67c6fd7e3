import Foundation

/// A folder of a test's own, gone when nobody holds it any more.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        // The folder's name is resolved, so that paths compare equal to those that the program prints.
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "muster-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in it.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

    @discardableResult
    func write(_ bytes: Data, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try bytes.write(to: file)
        return file.path
    }
}
