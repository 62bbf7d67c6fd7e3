import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// Tokens are shown once, and files are kept before an act names them.
@Suite struct IssueTests {
    private static let issue = ActRequest(.tokenIssue, ["post": "区住建局", "label": "值班室电脑"])

    @Test func `A token is shown to the first who asks, and to no retry`() async throws {
        let stage = try await ActStage()
        let receipt = try await stage.done(Self.issue, by: ActStage.centre, id: "issue-1")
        let token = try #require(receipt.token.flatMap { AccessToken($0) })
        let known = try #require(stage.ledger.view.directory.token(named: token.id))
        #expect(stage.ledger.view.directory.token(known).map { token.matches(hash: $0.secretHash) } == true)
        #expect(
            !receipt.message.contains(receipt.token ?? "") && !receipt.entries.contains { $0.sentence.contains("mst_") }
        )

        let again = try await stage.done(Self.issue, by: ActStage.centre, id: "issue-1")
        #expect(again.repeated && again.token == nil && again.first == receipt.first)
        #expect(again.message.contains("issue-1") && stage.ledger.view.directory.tokens.count == 1)
        var other = Self.issue
        other.values["readOnly"] = true
        let failure = await #expect(throws: Failure.self) {
            try await stage.done(other, by: ActStage.centre, id: "issue-1")
        }
        #expect(failure?.code == "commandReused")

        try await stage.done(
            ActRequest(.tokenRevoke, ["token": .string(token.id), "reason": "人员离岗"]), by: ActStage.centre)
        #expect(
            await stage.failure(ActRequest(.tokenRevoke, ["token": "00000000"]), by: ActStage.centre)?.code
                == "unknownToken")
    }

    @Test func `A dry run shows no token`() async throws {
        let stage = try await ActStage()
        let receipt = try await stage.local("区指挥中心/值班长").submit(
            Self.issue, ActOptions(commandID: "issue-1", isDryRun: true))
        #expect(receipt.token == nil && receipt.events == ["muster.token.issued.v1"])
    }

    private func file(_ text: String) throws -> FileContent {
        let path = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try LedgerFiles.content(of: path)
    }

    @Test func `A file is kept once under its hash, however many bring it`() async throws {
        let stage = try await ActStage()
        defer { try? FileManager.default.removeItem(atPath: stage.files.attachments) }
        let file = try file("规划核实意见")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 { group.addTask { try await stage.local(nil).keep(file) } }
            try await group.waitForAll()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.files.attachments) == [file.sha256])
        let kept = URL(filePath: stage.files.attachments).appending(path: file.sha256)
        #expect(try Data(contentsOf: kept) == Data(file.bytes))
    }

    @Test func `A file that is not what its hash says is not kept`() async throws {
        let stage = try await ActStage()
        let good = try file("规划核实意见")
        let wrong = [
            FileContent(sha256: good.sha256, bytes: good.bytes + [0]),
            FileContent(sha256: "../x", bytes: good.bytes),
            FileContent(sha256: good.sha256.uppercased(), bytes: good.bytes),
        ]
        for file in wrong {
            let failure = await #expect(throws: Failure.self) { try await stage.local(nil).keep(file) }
            #expect(failure?.code == "wrongHash" && failure?.status == .usage)
        }
        #expect(!FileManager.default.fileExists(atPath: stage.files.attachments))
    }

    @Test func `Whoever changes nothing keeps no file`() async throws {
        let stage = try await ActStage()
        let file = try file("x")
        let reader = try stage.bearing("k7m2p9q4", of: ActStage.street, readOnly: true)
        let refused = await #expect(throws: Failure.self) { try await reader.keep(file) }
        #expect(refused?.code == "readOnlyToken")
        let auditor = try stage.bearing("k7m2p9q4", of: "区指挥中心/审计")
        let failure = await #expect(throws: Failure.self) { try await auditor.keep(file) }
        #expect(failure?.code == "roleMayNot" && failure?.status == .notAllowed)
        #expect(!FileManager.default.fileExists(atPath: stage.files.attachments))
    }
}
