import Foundation
import Testing

/// `muster erase`: a text goes, a certificate stays.
@Suite struct EraseTests {
    /// The position of the newest entry of a type.
    private func position(of type: String, in district: District) throws -> String {
        let entries = try district.entries()
        let place = try #require(entries.lastIndex { $0["type"] as? String == "muster.\(type).v1" })
        return "\(place)"
    }

    @Test func `A text is erased, shown as erased, and found in no file`() throws {
        let district = try District.copy()
        let secret = "住户罹患重病一事不得外传"
        let raised = try district.done(District.matter(secret) + ["--lead", "区住建局", "--json"], as: District.street).json
        let whistle = try #require(raised["whistle"] as? String)
        #expect(try district.done("show", whistle).out.contains(secret))
        let at = try position(of: "whistle.raised", in: district)
        let answer = try district.done("erase", at, "title", "--basis", "个人撤回同意", as: District.centre)
        #expect(answer.out.contains("个人撤回同意"))
        let shown = try district.done("show", whistle).out
        #expect(!shown.contains(secret) && shown.contains("〔已依法删除〕"))
        #expect(shown.contains("《个人信息保护法》第四十七条第一款"))
        let folder = URL(filePath: district.ledger).deletingLastPathComponent()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasPrefix(URL(filePath: district.ledger).lastPathComponent) {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            #expect(bytes.range(of: Data(secret.utf8.prefix(18))) == nil, "\(file.lastPathComponent)")
        }
        // Once more is no error and no event.
        let size = try district.entries().count
        try district.done("erase", at, "subject", "--basis", "unlawful", as: District.centre)
        #expect(try district.entries().count == size)
    }

    @Test func `What can't be erased is said with what can`() throws {
        let district = try District.copy()
        let at = try position(of: "whistle.raised", in: district)
        let other = try district.muster("erase", at, "minutes", "--basis", "unlawful", as: District.centre)
        #expect(other.error.contains("[noSuchText]") && other.error.contains("subject"))
        let street = try district.muster("erase", at, "subject", "--basis", "unlawful", as: District.street)
        #expect(street.error.contains("[roleMayNot]"))
        let basis = try district.muster("erase", at, "subject", "--basis", "because", as: District.centre)
        #expect(basis.error.contains("consentWithdrawn"))
        for arguments in [[], [at], [at, "subject", "--whistle", district.raised]] {
            let both = try district.muster(["erase", "--basis", "unlawful"] + arguments, as: District.centre)
            #expect(both.error.contains("[eraseOneThing]"), "\(arguments)")
        }
    }
}
