import Testing

@testable import MusterImport

@Suite struct CSVReaderTests {
    private struct Table {
        var header: [String]?
        var results: [Result<CSVRecord, CSVFault>]
    }

    /// Reads a whole table in chunks of that many bytes.
    private func read(_ bytes: [UInt8], chunk: Int = .max) -> Table {
        var reader = CSVReader()
        var results: [Result<CSVRecord, CSVFault>] = []
        var start = 0
        while start < bytes.count {
            let end = chunk < bytes.count - start ? start + chunk : bytes.count
            results += reader.feed(Array(bytes[start..<end]))
            start = end
        }
        results += reader.finish()
        return Table(header: reader.header, results: results)
    }

    private func read(_ text: String) -> Table {
        read(Array(text.utf8))
    }

    private func record(_ line: Int, _ fields: String...) -> Result<CSVRecord, CSVFault> {
        .success(CSVRecord(line: line, fields: fields))
    }

    private func fault(_ line: Int, _ reason: CSVFault.Reason) -> Result<CSVRecord, CSVFault> {
        .failure(CSVFault(line: line, reason: reason))
    }

    @Test func `Records come with the line on which they start`() {
        let table = read("id,标题\n1,\"井盖\n破损\"\n2,\"他说\"\"好\"\"\"\n\n3,\n")
        #expect(table.header == ["id", "标题"])
        #expect(table.results == [record(2, "1", "井盖\n破损"), record(4, "2", "他说\"好\""), record(6, "3", "")])
    }

    @Test(arguments: [
        "a,b\r\n1,\"x\r\ny\"\r\n", "a,b\r\n1,\"x\r\ny\"",
        "\u{FEFF}a,b\n1,\"x\r\ny\"\n", "\u{FEFF}\"a\",b\n1,\"x\r\ny\"\r",
        "a,b\r\n\r\n1,\"x\r\ny\"\n\n\n",
    ])
    func `Line ends, a byte order mark and a missing last line end make no difference`(text: String) {
        for chunk in 1...4 {
            let table = read(Array(text.utf8), chunk: chunk)
            #expect(table.header == ["a", "b"])
            #expect(table.results.map { try? $0.get().fields } == [["1", "x\r\ny"]])
        }
    }

    @Test func `An empty line is a record only in a table of one column`() {
        #expect(read("a\n\nx\n\"\"\n").results == [record(2, ""), record(3, "x"), record(4, "")])
        #expect(read("a,b\n\n1,2\n").results == [record(3, "1", "2")])
        #expect(read("\n\na,b\n1,2").results == [record(4, "1", "2")])
    }

    @Test func `Nothing is read from nothing`() {
        for text in ["", "\u{FEFF}", "\n\n"] {
            #expect(read(text).header == nil)
            #expect(read(text).results == [])
        }
        #expect(read("a,").header == ["a", ""])
    }

    @Test func `A stray quote costs its line`() {
        let table = read("a,b\n1,x\"y\n2,\"x\"y\n3,\"x\" \n4,ok\n")
        let faults = (2...4).map { fault($0, .strayQuote) }
        #expect(table.results == faults + [record(5, "4", "ok")])
    }

    @Test func `A quote that is never closed costs its line and not the rest of the file`() {
        let table = read("a,b\n1,\"open\n2,good\n3,\"quoted\"\n4,\"open again\n5,good")
        #expect(
            table.results == [
                fault(2, .strayQuote), record(3, "2", "good"), record(4, "3", "quoted"), fault(5, .unterminatedQuote),
                record(6, "5", "good"),
            ]
        )
    }

    @Test func `Another number of fields than the header's is a fault`() {
        let table = read("a,b\n1\n2,3,4\n5,\"6\n7\",8\n9,10")
        #expect(
            table.results == [
                fault(2, .wrongFieldCount(expected: 2, found: 1)), fault(3, .wrongFieldCount(expected: 2, found: 3)),
                fault(4, .wrongFieldCount(expected: 2, found: 3)), record(6, "9", "10"),
            ]
        )
    }

    @Test func `A field that is no UTF-8 costs its record`() {
        // 井盖 in GB 18030, an overlong form and a surrogate.
        let bytes =
            Array("a,b\n1,".utf8) + [0xBE, 0xAE, 0xB8, 0xC7] + Array("\n\"\"\"".utf8) + [0xC0, 0x80]
            + Array("\",x\n2,".utf8) + [0xED, 0xA0, 0x80] + Array("\n3,ok".utf8)
        #expect(
            read(bytes).results == [
                fault(2, .invalidUTF8(field: 2)), fault(3, .invalidUTF8(field: 1)), fault(4, .invalidUTF8(field: 2)),
                record(5, "3", "ok"),
            ]
        )
    }

    @Test(arguments: ["a,\"b\n1,2\n", "a,b\"\n1,2\n", "\"a\"x,b\n1,2"])
    func `A malformed header is the only fault`(text: String) {
        let table = read(text)
        #expect(table.header == nil)
        #expect(table.results.count == 1)
    }

    @Test(arguments: [1 << 16, 1_000_003, .max])
    func `A field may have a mebibyte and not a byte more`(chunk: Int) {
        let longest = String(repeating: "x", count: CSVReader.maximumFieldBytes)
        let fitting = "a,b\n1,\(longest)\r\n2,\"\(longest)\"\r\n"
        let text = fitting + "3,\(longest)y\n4,\"\(longest)\ny\"\n5,ok\n6,\"open\(longest)"
        let table = read(Array(text.utf8), chunk: chunk)
        // Compared apart: a failed expectation would print the mebibytes.
        let isWhole = table.results.prefix(2) == [record(2, "1", longest), record(3, "2", longest)]
        #expect(isWhole)
        #expect(
            Array(table.results.dropFirst(2)) == [
                fault(4, .fieldTooLong(field: 2)), fault(5, .fieldTooLong(field: 2)), fault(6, .strayQuote),
                record(7, "5", "ok"), fault(8, .fieldTooLong(field: 2)),
            ]
        )
    }

    @Test(arguments: [1 << 16, .max])
    func `A record may not be longer than memory is kept for`(chunk: Int) {
        let fields = Array(repeating: String(repeating: "x", count: 1 << 19), count: 17).joined(separator: ",")
        let table = read(Array("a,b\n\(fields)\n1,2\n".utf8), chunk: chunk)
        #expect(table.results == [fault(2, .recordTooLong), record(3, "1", "2")])
    }
}
