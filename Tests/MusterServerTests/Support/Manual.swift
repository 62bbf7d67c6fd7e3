import Foundation

/// docs/operations.md, which has to say what there is.
enum Manual {
    static var text: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try String(contentsOf: root.appending(path: "docs/operations.md"), encoding: .utf8)
        }
    }
}
