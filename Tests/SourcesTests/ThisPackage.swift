import Foundation

/// The package that these tests belong to, as it lies on the disk.
enum ThisPackage {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Package.swift.
    static func manifest() throws -> SourceText {
        try SourceText(
            path: "Package.swift",
            text: String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        )
    }

    /// Every Swift file under `Sources/`, by path; read once, for all tests.
    static func sources() throws -> [SourceText] { try readSources.get() }

    private static let readSources = Result {
        let folder = root.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            SourceText(
                path: "Sources/\(path)",
                text: try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            )
        }
    }
}
