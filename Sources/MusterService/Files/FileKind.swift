import Foundation

/// A kind of file that is commonly attached: how its name ends, its media type, and how its bytes begin.
///
/// The media type of the log follows from the name, so a name has to be true of the bytes where people see only names.
package struct FileKind: Sendable, Equatable {
    /// The endings of names, lower case and without the dot, the usual one first.
    package let endings: [String]
    /// The media type (IANA).
    package let media: String
    /// The key of its words in the catalogue.
    package let key: String
    /// What the bytes have at a place, one of these; empty where they may be anything.
    private let marks: [Mark]

    private struct Mark: Equatable {
        var offset: Int
        var bytes: [UInt8]
    }

    private init(_ endings: [String], _ media: String, _ key: String, _ marks: (offset: Int, bytes: [UInt8])...) {
        self.endings = endings
        self.media = media
        self.key = "FileKind.\(key)"
        self.marks = marks.map { Mark(offset: $0.offset, bytes: $0.bytes) }
    }

    /// The media type of a file of no known kind.
    package static let anyMedia = "application/octet-stream"

    /// A file of the old Office formats (MS-CFB) or of those that are a ZIP archive (ECMA-376).
    private static let compound: (offset: Int, bytes: [UInt8]) = (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    private static let archive: (offset: Int, bytes: [UInt8]) = (0, [0x50, 0x4B, 0x03, 0x04])

    /// All of them.
    package static let all = [
        FileKind(["jpg", "jpeg"], "image/jpeg", "photo", (0, [0xFF, 0xD8, 0xFF])),
        FileKind(["png"], "image/png", "picture", (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        FileKind(["pdf"], "application/pdf", "pdf", (0, Array("%PDF-".utf8))),
        FileKind(["docx", "doc"], "application/msword", "text", archive, compound),
        FileKind(["xlsx", "xls"], "application/vnd.ms-excel", "table", archive, compound),
        FileKind(["txt", "md"], "text/plain", "plain"),
        FileKind(["mp4"], "video/mp4", "video", (4, Array("ftyp".utf8))),
    ]

    /// The kind that a name's ending says; nil if it is none of these.
    package init?(ofName name: String) {
        let ending = URL(fileURLWithPath: name).pathExtension.lowercased()
        guard let kind = Self.all.first(where: { $0.endings.contains(ending) }) else { return nil }
        self = kind
    }

    /// The kind of a media type; nil if it is none of these.
    package init?(media: String) {
        guard let kind = Self.all.first(where: { $0.media == media }) else { return nil }
        self = kind
    }

    /// Whether bytes begin as files of this kind do.
    package func fits(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        marks.isEmpty || marks.contains { bytes.dropFirst($0.offset).starts(with: $0.bytes) }
    }
}
