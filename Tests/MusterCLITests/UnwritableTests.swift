import Foundation
import Testing

/// Files that can't be written: it is said, and what was begun is gone on with once they can.
@Suite struct UnwritableTests {
    /// Something in the way of a file that muster wants to write: a folder that is not empty.
    private func block(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/x", withIntermediateDirectories: true)
    }

    private func free(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }

    @Test func `An init that was interrupted goes on when it is tried again`() throws {
        let district = try District.copy()
        let ledger = district.scratch.path("new.muster")
        let initialise = ["init", "--ledger", ledger, "--district", "610113", "--name", "雁塔区", "--json"]
        // The ledger is there by then, and has no entry.
        try block(ledger + ".key.new")
        let refused = try district.muster(initialise)
        #expect(refused.status == 1)
        let complaint = try Complaint(refused)
        #expect(complaint.code == "fileUnwritable" && complaint.en.contains(ledger + ".key"))
        #expect(FileManager.default.fileExists(atPath: ledger))
        try free(ledger + ".key.new")
        #expect(try district.muster(initialise).status == 0)
        #expect(try district.muster(["audit", "verify", "--ledger", ledger, "--json"]).status == 0)
        // One that was founded is left alone, as ever.
        let again = try district.muster(initialise)
        #expect(again.status == 5)
        #expect(try Complaint(again).code == "alreadyThere")
    }

    @Test func `A backup that can't be completed leaves nothing in the way of the next`() throws {
        let district = try District.copy()
        let copy = district.scratch.path("copy.muster")
        let backup = ["backup", copy, "--ledger", district.ledger, "--json"]
        try block(copy + ".vkey")
        let refused = try district.muster(backup)
        #expect(try Complaint(refused).code == "fileUnwritable")
        #expect(!FileManager.default.fileExists(atPath: copy))
        try free(copy + ".vkey")
        #expect(try district.muster(backup).status == 0)
    }

    @Test func `A token's file that can't be made is not said to be there already`() throws {
        let district = try District.copy()
        let path = district.scratch.path("no-such-folder/clerk.token")
        let issue = ["token", "issue", "资规局", "--out", path, "--ledger", district.ledger, "--json"]
        #expect(try Complaint(try district.muster(issue + ["--as", District.centre])).code == "fileUnwritable")
    }
}
