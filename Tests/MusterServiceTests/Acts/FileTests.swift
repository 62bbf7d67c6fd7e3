import Foundation
import MusterAPI
import MusterService
import Testing

/// What was attached comes back as it was, or not at all.
@Suite struct FileTests {
    private static let bytes: [UInt8] = [0xFF, 0xD8, 0xFF] + Array("照片".utf8)
    private static let file = LedgerFiles.content(bytes)

    private static func attach(_ sha256: String) -> ActRequest {
        ActRequest(
            .attach,
            [
                "whistle": "W2026-000001", "sha256": .string(sha256), "size": .integer(9), "media": "image/jpeg",
                "caption": "现场",
            ])
    }

    @Test func `A file comes back to whoever sees its whistle, byte for byte`() async throws {
        let stage = try await ActStage()
        defer { try? FileManager.default.removeItem(atPath: stage.files.attachments) }
        let whistle = try await stage.raised()
        let housing = try stage.bearing("k7m2p9q4", of: ActStage.housing)
        try await housing.keep(Self.file)
        let unnamed = await failure { _ = try await housing.file(Self.file.sha256, of: whistle) }
        #expect(unnamed?.code == "unknownFile" && unnamed?.status == .notFound, "kept, and attached to nothing")
        try await stage.done(Self.attach(Self.file.sha256), by: ActStage.planning)
        #expect(try await housing.file(Self.file.sha256, of: whistle) == Self.file)
        #expect(try await housing.file(Self.file.sha256.uppercased(), of: whistle) == Self.file)
        let community = try stage.bearing("k7m2p9q5", of: "区指挥中心/审计")
        #expect(try await community.file(Self.file.sha256, of: whistle) == Self.file)
        #expect(await failure { _ = try await housing.file("../x", of: whistle) }?.code == "unknownFile")
    }

    @Test func `A file that is not there, or is spoilt, is not handed out`() async throws {
        let stage = try await ActStage()
        defer { try? FileManager.default.removeItem(atPath: stage.files.attachments) }
        let whistle = try await stage.raised()
        try await stage.done(Self.attach(Self.file.sha256), by: ActStage.housing)
        let reader = stage.local(ActStage.street)
        let missing = await failure { _ = try await reader.file(Self.file.sha256, of: whistle) }
        #expect(missing?.code == "fileNotKept" && missing?.httpStatus == 404)
        try await reader.keep(Self.file)
        let kept = URL(filePath: stage.files.attachments).appending(path: Self.file.sha256)
        try Data("x".utf8).write(to: kept)
        let spoilt = await failure { _ = try await reader.file(Self.file.sha256, of: whistle) }
        #expect(spoilt?.code == "fileDamaged" && spoilt?.httpStatus == 500)
    }

    @Test(arguments: [
        ("a.jpg", "image/jpeg"), ("A.JPEG", "image/jpeg"), ("a.b.png", "image/png"), ("签报.docx", "application/msword"),
        ("a.md", "text/plain"), ("a.exe", "application/octet-stream"), ("jpg", "application/octet-stream"),
        ("", "application/octet-stream"),
    ])
    func `A media type follows from the name`(name: String, media: String) {
        #expect(LedgerFiles.media(of: name) == media)
    }

    @Test func `A kind of file is known by how its bytes begin`() throws {
        let beginnings: [String: [UInt8]] = [
            "jpg": [0xFF, 0xD8, 0xFF, 0xE0], "png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            "pdf": Array("%PDF-1.7".utf8), "docx": [0x50, 0x4B, 0x03, 0x04],
            "xls": [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "mp4": [0, 0, 0, 24] + Array("ftypisom".utf8), "txt": Array("任何".utf8),
        ]
        for kind in FileKind.all {
            #expect(FileKind(media: kind.media) == kind)
            let own = try #require(kind.endings.lazy.compactMap { beginnings[$0] }.first, "\(kind.endings)")
            #expect(kind.fits(own) && kind.fits(own + [0]))
            if kind.media != "text/plain" {
                #expect(!kind.fits(Array("<!doctype html>".utf8)) && !kind.fits([UInt8]()))
            }
        }
    }
}
