import Foundation
import Testing

/// Another system's cases come in by a file, once.
@Suite struct ImportTests {
    private func counts(_ answer: Program.Answer) -> [Int] {
        ["cases", "events", "rejected", "alreadyThere"].map { answer.json[$0] as? Int ?? -1 }
    }

    @Test func `An import says what it came to, and run again adds nothing`() throws {
        let district = try District.copy()
        let cases = try Cases.write(Cases.three, in: district.scratch)
        let first = try district.done("import", "311", cases, "--json")
        // A street and a department, three cases, one closing.
        #expect(first.out == #"{"cases":3,"events":6,"rejected":0,"alreadyThere":0}"# + "\n")
        let state = try district.state()
        #expect(counts(try district.done("import", "311", cases, "--json")) == [0, 0, 0, 3])
        #expect(try district.state() == state)
        let forPeople = try district.done("import", "311", cases, "--lang", "en")
        #expect(forPeople.out.hasPrefix("0 new cases") && !isUnfinished(forPeople.out))
    }

    @Test func `A newer extract adds what is new`() throws {
        let district = try District.copy()
        try district.done("import", "311", try Cases.write(Cases.three, in: district.scratch))
        let closed = Cases.row("102", due: "2015-06-03T12:00:00+00:00", closed: "2015-06-09T12:00:00+00:00")
        let newer = [Cases.three[0], closed, Cases.three[2], Cases.row("104", due: "2015-06-03T12:00:00+00:00")]
        let answer = try district.done("import", "311", try Cases.write(newer, in: district.scratch), "--json")
        #expect(counts(answer) == [1, 2, 0, 2])
        let states = try district.done("list", "--json").objects.map { $0["state"] as? String }
        #expect(states.count { $0 == "importClosed" } == 2)
    }

    @Test func `Standard input is read where a dash stands`() throws {
        let district = try District.copy()
        let answer = try district.muster(["import", "311", "-", "--json"], input: Data(Cases.file(Cases.three).utf8))
        #expect(answer.status == 0)
        #expect(counts(answer) == [3, 6, 0, 0])
    }

    @Test func `Rows that cannot be taken are written out with their lines and reasons`() throws {
        let district = try District.copy()
        let rows = [
            Cases.three[0], Cases.three[0], Cases.row("201", opened: "soon", due: ""),
            Cases.row("202", due: "", closed: "2014-01-01T00:00:00+00:00"), "203,too,short",
        ]
        let cases = try Cases.write(rows, in: district.scratch)
        let answer = try district.done("import", "311", cases, "--json", "--lang", "en")
        #expect(counts(answer) == [1, 4, 4, 0])
        let rejects = try String(contentsOfFile: district.ledger + ".rejects.csv", encoding: .utf8)
        #expect(
            rejects.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
            } == [
                "line,id,reason", "3,101,duplicateID", "4,201,badOpenedAt", "5,202,closedBeforeOpened",
                "6,,wrongFieldCount",
            ])
        #expect(answer.error.contains("[duplicateID]") && answer.error.contains(district.ledger + ".rejects.csv"))
        #expect(!isUnfinished(answer.error))

        let elsewhere = district.scratch.path("elsewhere.csv")
        try district.done("import", "311", cases, "--rejects", elsewhere)
        #expect(FileManager.default.fileExists(atPath: elsewhere))
    }

    @Test func `What is late is listed with the case number of its source`() throws {
        let district = try District.copy()
        try district.done("import", "311", try Cases.write(Cases.three, in: district.scratch))
        let late = try district.done("list", "--late", "--json").objects
        #expect(late.map { $0["reference"] as? String } == ["102"])
        #expect(late.map { $0["state"] as? String } == ["imported"])
        #expect((late.first?["whistle"] as? String)?.contains(#/^W\d{4}-\d{6}$/#) == true)
        let all = try district.done("list", "--json").objects
        #expect(all.count == 5)
        for object in all { #expect(Set(object.keys).isSuperset(of: ["whistle", "reference", "state"])) }
    }

    @Test func `A file in another form is refused whole`() throws {
        let district = try District.copy()
        let state = try district.state()
        let files: [(String, String, Int32)] = [
            ("", "noHeader", 1), ("id,title\n1,x\n", "missingColumns", 1),
            ("id," + Cases.header + "\n", "repeatedColumn", 1),
            ("\"id\n", "badHeader", 1),
        ]
        for (text, code, status) in files {
            let path = try district.scratch.write(text, to: "other.csv")
            let answer = try district.muster("import", "311", path, "--json")
            #expect(answer.status == status)
            #expect(answer.outBytes.isEmpty)
            let complaint = try Complaint(answer)
            #expect(complaint.code == code)
            #expect(!isUnfinished(complaint.zh + complaint.en))
        }
        for path in ["no.csv", district.scratch.folder.path] {
            let answer = try district.muster("import", "311", path, "--json")
            #expect(answer.status == 3)
            #expect(try Complaint(answer).code == "fileUnreadable")
        }
        let cases = try Cases.write(Cases.three, in: district.scratch)
        let street = try district.muster("import", "311", cases, "--json", as: District.street)
        #expect(street.status == 4)
        #expect(try Complaint(street).code == "notTheCentre")
        #expect(try Complaint(district.muster("import", "311", cases, "--json", "--source", "a:b")).code == "badSource")
        #expect(try district.state() == state)
    }
}
