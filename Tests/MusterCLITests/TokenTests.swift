import Foundation
import Testing

/// `muster token`: a secret is shown once, and kept nowhere but where it was asked for.
@Suite struct TokenTests {
    private func token(in text: String) throws -> (text: String, id: String, secret: String) {
        let found = try #require(text.firstMatch(of: /mst_([a-z0-9]{16})_([0-9a-f]{64})_[0-9a-f]{8}/))
        return (String(found.0), String(found.1), String(found.2))
    }

    /// The ledger's files as bytes, whatever has been checkpointed.
    private func stored(_ district: District) throws -> Data {
        try ["", "-wal"].map { district.ledger + $0 }.filter(FileManager.default.fileExists)
            .reduce(Data()) { $0 + (try Data(contentsOf: URL(filePath: $1))) }
    }

    @Test(arguments: ["zh", "en"])
    func `A token is printed once, with the warning, and the ledger never has its secret`(language: String) throws {
        let district = try District.copy()
        let answer = try district.done(
            ["token", "issue", "区住建局/经办", "--label", "窗口电脑", "--lang", language], as: District.centre)
        let token = try token(in: answer.out)
        #expect(answer.out.ranges(of: token.secret).count == 1 && !answer.error.contains(token.secret))
        #expect(answer.error.contains("muster token revoke \(token.id)"))
        #expect(try stored(district).range(of: Data(token.secret.utf8)) == nil)

        let list = try district.done("token", "list", "--json")
        #expect(list.json["token"] as? String == token.id && list.json["label"] as? String == "窗口电脑")
        #expect(list.json["good"] as? Bool == true && list.json["readOnly"] as? Bool == false)
        let shown = try district.done("token", "list").out + list.out
        #expect(shown.contains(token.id) && shown.firstMatch(of: /[0-9a-f]{64}/) == nil)
    }

    @Test func `A program gets the token as a member of the answer`() throws {
        let district = try District.copy()
        let object = try district.done("令牌", "签发", "资规局", "--read-only", "--json", as: District.centre).json
        #expect(object["events"] as? [String] == ["muster.token.issued.v1"])
        _ = try token(in: try #require(object["token"] as? String))
        #expect(try district.done("token", "list", "--json").json["readOnly"] as? Bool == true)
    }

    @Test func `A file for the token is new and its owner's alone, and nothing is printed`() throws {
        let district = try District.copy()
        let path = district.scratch.path("token.txt")
        let issue = ["token", "issue", "资规局", "--out", path]
        let dry = try district.done(issue + ["--dry-run"], as: District.centre)
        #expect(!dry.out.contains("mst_") && !FileManager.default.fileExists(atPath: path))

        #expect(try district.muster(issue, as: District.housing).status == 4)
        #expect(!FileManager.default.fileExists(atPath: path))

        let answer = try district.done(issue, as: District.centre)
        let token = try token(in: try String(contentsOfFile: path, encoding: .utf8))
        #expect(!answer.out.contains(token.secret) && !answer.error.contains(token.secret))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let again = try district.muster(issue, as: District.centre)
        #expect(again.status == 5 && again.error.contains("[fileThere]"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains(token.secret))
        #expect(try district.done("token", "list", "--json").lines.count == 1)
    }

    @Test func `A revoked token is listed only when all are asked for`() throws {
        let district = try District.copy()
        let id = try token(in: try district.done("token", "issue", "资规局", as: District.centre).out).id
        try district.done("令牌", "吊销", id, "--reason", "电脑遗失", as: District.centre)
        #expect(try district.done("token", "list").out.isEmpty)
        #expect(try district.done("token", "list", "--all", "--json").json["revoked"] as? Bool == true)
        #expect(try district.muster("token", "revoke", id, as: District.centre).error.contains("[tokenRevoked]"))
        let unknown = try district.muster("token", "revoke", "nobody00", as: District.centre)
        #expect(unknown.status == 3 && unknown.error.contains("[unknownToken]"))
    }

    @Test func `A security administrator takes the tokens over, and a new holder keeps the post's role`() throws {
        let district = try District.copy()
        let assign = ["post", "assign", District.centre, "安全管理员"]
        try district.done(assign + ["n-1", "--role", "安全管理员"], as: District.centre)
        let issue = ["token", "issue", "资规局"]
        let centre = "\(District.centre)/值班长"
        #expect(try district.muster(issue, as: centre).error.contains("[roleMayNot]"))
        try district.done(issue, as: "\(District.centre)/安全管理员")
        try district.done(assign + ["n-2"], as: centre)
        #expect(try district.muster(issue, as: centre).error.contains("[roleMayNot]"))
        try district.done(issue, as: "\(District.centre)/安全管理员")
        let both = try district.muster("post", "assign", "资规局", "经办", "n-2", as: centre)
        #expect(both.status == 4 && both.error.contains("[administratorsApart]"))
    }
}
