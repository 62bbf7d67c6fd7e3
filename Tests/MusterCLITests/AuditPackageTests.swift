import Foundation
import Testing

/// What packing a ledger answers, and what it refuses.
@Suite struct AuditPackageTests {
    @Test func `A package is made, says what is in it, and is verified by what lies in it`() throws {
        let district = try District.copy()
        let folder = district.scratch.path("package")
        let answer = try district.muster("audit", "package", folder, "--json")
        #expect(answer.status == 0)
        let object = answer.json
        #expect(object["size"] as? Int == (try district.state().position))
        #expect((object["root"] as? String)?.count == 44)
        #expect((object["whistles"] as? Int ?? 0) > 0 && (object["texts"] as? Int ?? 0) > 0)
        let verified = try Program(scratch: district.scratch).shell(
            "python3 -I '\(folder)/verify.py' --lang zh && cd '\(folder)' && sha256sum --quiet -c sha256sums.txt")
        #expect(verified.status == 0, "\(verified.out)\(verified.error)")
        #expect(verified.out.contains("一致：没有发现问题。"))
        #expect(verified.out.contains(object["root"] as? String ?? "?"))
    }

    @Test func `A place that is taken is refused in words, and nothing is left beside it`() throws {
        let district = try District.copy()
        let folder = district.scratch.path("package")
        try district.done("audit", "package", folder, "--without-words", "--without-files")
        #expect(!FileManager.default.fileExists(atPath: folder + "/words.jsonl"))
        let again = try district.muster("audit", "package", folder)
        #expect(again.status == 5 && again.error.contains("[packageThere]"))
        let nowhere = try district.muster("audit", "package", district.scratch.path("no/such/place"))
        #expect(nowhere.status == 1 && nowhere.error.contains("[fileUnreadable]"))
        let beside = try FileManager.default.contentsOfDirectory(atPath: (folder as NSString).deletingLastPathComponent)
        #expect(!beside.contains { $0.contains(".new-") })
    }
}
