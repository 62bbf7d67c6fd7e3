import MusterAPI
import MusterDomain
import MusterEngine
import Testing

@testable import MusterImport

@Suite struct RejectTests {
    /// A row, and why nothing of it is taken.
    struct Case: CustomTestStringConvertible, Sendable {
        var code: RejectCode
        var line: String
        var id = "B-1"
        var values: [String: String] = [:]

        init(
            _ code: RejectCode,
            values: [String: String] = [:],
            id: String = "B-1",
            _ change: (inout Sample) -> Void
        ) {
            self.init(code, values: values, id: id, line: Sample("B-1", change).line)
        }

        init(_ code: RejectCode, values: [String: String] = [:], id: String, line: String) {
            self.code = code
            self.values = values
            self.id = id
            self.line = line
        }

        var testDescription: String { "\(code.rawValue): \(line.prefix(60))" }
    }

    static let cases: [Case] = [
        Case(.noID, id: "") { $0.id = "  " },
        Case(.badID, values: ["text": "案1"], id: "案1") { $0.id = "案1" },
        Case(.badID, values: ["text": "B 1"], id: "B 1") { $0.id = "B 1" },
        Case(.badID, values: ["text": long + "..."], id: long + "...") { $0.id = long + long },
        Case(.duplicateID, values: ["number": "2"], id: "A-1") { $0.id = "A-1" },
        Case(.noOpenedAt) { $0.opened = "" },
        Case(.badOpenedAt, values: ["text": "yesterday"]) { $0.opened = "yesterday" },
        Case(.badOpenedAt, values: ["text": "2025-03-01T09:00:00"]) { $0.opened = "2025-03-01T09:00:00" },
        Case(.badOpenedAt, values: ["text": "0000-01-01T00:00:00Z"]) { $0.opened = "0000-01-01T00:00:00Z" },
        Case(.badDueAt, values: ["text": "2025-02-30T09:00:00Z"]) { $0.due = "2025-02-30T09:00:00Z" },
        Case(.badClosedAt, values: ["text": "03/02/2025"]) { $0.closed = "03/02/2025" },
        Case(
            .closedBeforeOpened,
            values: [
                "opened": "2025-03-01T01:00:00.000Z",
                "closed": "2025-03-01T00:59:59.000Z",
            ]
        ) { $0.closed = "2025-03-01T08:59:59+08:00" },
        Case(.closedWithoutTime) { $0.status = "Closed" },
        Case(.closedWithoutTime) { $0.status = "已办结" },
        Case(
            .openWithClosingTime,
            values: ["closed": "2025-03-02T01:00:00.000Z"]
        ) { ($0.status, $0.closed) = ("Open", "2025-03-02T09:00:00+08:00") },
        Case(.strayQuote, id: "", line: "B-1,a\"b,,,,,,,,,,,,,,,,,,"),
        Case(.wrongFieldCount, values: ["expected": "20", "found": "2"], id: "", line: "B-1,x"),
        Case(
            .fieldTooLong,
            values: ["number": "1", "limit": "\(CSVReader.maximumFieldBytes)"],
            id: "",
            line: String(repeating: "x", count: CSVReader.maximumFieldBytes + 1) + ",,,,,,,,,,,,,,,,,,,"
        ),
    ]

    private static let long = String(repeating: "x", count: 80)

    @Test(arguments: cases) func `nothing of a row is taken that says`(_ bad: Case) async throws {
        let trial = try await Trial()
        let lines = [Sample.header, Sample("A-1").line, bad.line, Sample("A-2").line]
        let run = try await trial.run(Array(lines.joined(separator: "\n").utf8))
        #expect(run.summary.cases == 2)
        #expect(run.summary.rows == 3)
        #expect(run.rejected == [RejectedRow(line: 3, id: bad.id, bad.code, bad.values)])
        // The district, the street and the department of the good rows, and the two cases.
        #expect(trial.ledger.view.board.whistles.count == 2)
        #expect(trial.ledger.view.directory.units.count == 3)
    }

    @Test func `bytes that are no text and a quote that never ends are rejected by their lines`() async throws {
        let trial = try await Trial()
        let broken = Array("\nB-1,\u{0}".utf8).dropLast() + [0xFF] + Array(",,,,,,,,,,,,,,,,,,\n\"B-2,\n".utf8)
        let run = try await trial.run(Array("\(Sample.header)\n\(Sample("A-1").line)".utf8) + broken)
        #expect(run.summary.cases == 1)
        let expected = [
            RejectedRow(line: 3, id: "", .invalidUTF8, ["number": "2"]),
            RejectedRow(line: 4, id: "", .unterminatedQuote),
        ]
        #expect(run.rejected == expected)
    }

    @Test func `a row whose id another row took is free when that row was rejected`() async throws {
        let trial = try await Trial()
        let run = try await trial.run([Sample("A-1") { $0.opened = "" }, Sample("A-1")])
        #expect(run.summary.cases == 1)
        #expect(run.rejected.map(\.code) == [.noOpenedAt])
    }

    @Test func `rejected rows are told in the order of their lines and come again in every run`() async throws {
        let trial = try await Trial(groupSize: 3)
        var rows = Sample.many(20)
        for index in [2, 5, 6, 11, 19] { rows[index].opened = "" }
        let first = try await trial.run(rows)
        let second = try await trial.run(rows)
        #expect(first.rejected.map(\.id) == ["N-3", "N-6", "N-7", "N-12", "N-20"])
        #expect(second.rejected == first.rejected)
        #expect(second.summary.alreadyThere == 15)
    }

    @Test func `the rejects file is CSV that its own reader takes`() throws {
        let rows = [
            RejectedRow(line: 3, id: "a,\"b\"", .badDueAt, ["text": "two\nlines"]),
            RejectedRow(
                line: 4,
                id: "c",
                .closedBeforeOpened,
                ["opened": "1970-01-01T00:00:00.000Z", "closed": "1969-12-31T23:59:59.999Z"]
            ),
        ]
        let bytes = RejectsFile.bytes(of: rows)
        #expect(String(decoding: RejectsFile.header, as: UTF8.self) == "line,id,reason,detail\r\n")
        #expect(
            String(decoding: RejectsFile.line(of: RejectedRow(line: 9, id: "x", .noOpenedAt)), as: UTF8.self)
                == "9,x,noOpenedAt,\r\n"
        )
        var reader = CSVReader()
        let records = try (reader.feed(bytes) + reader.finish()).map { try $0.get().fields }
        #expect(
            records == [
                ["3", "a,\"b\"", "badDueAt", "text=two\nlines"],
                ["4", "c", "closedBeforeOpened", "closed=1969-12-31T23:59:59.999Z; opened=1970-01-01T00:00:00.000Z"],
            ]
        )
    }

    // MARK: Whole files

    @Test func `a file that is not in the form is refused before its first row`() async throws {
        let trial = try await Trial()
        func error(_ text: String) async -> String {
            do {
                _ = try await trial.run(Array(text.utf8))
                return "none"
            } catch { return "\(error)" }
        }
        #expect(await error("") == "noHeader")
        #expect(await error("\u{FEFF}") == "noHeader")
        #expect(await error("id,opened_at\n1,2\n").hasPrefix("missingColumns([\"due_at\""))
        #expect(await error(Sample.header + ",id\n") == "repeatedColumn(\"id\")")
        #expect(await error("a\"b,c\n").hasPrefix("badHeader"))
        #expect(await error(Sample.header + "\n") == "none")
        #expect(trial.ledger.view.board.size == 3)
    }

    @Test func `only the centre imports, and a source's name fits into a reference`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1")])
        _ = try await trial.ledger.submit(
            Order(
                id: "post",
                command: .assignPost(
                    code: nil, unit: UnitID(rawValue: 2), title: "经办", person: "s-1", chief: false), actor: .system))
        func code(_ source: String = "311", by actor: String? = nil) async -> String? {
            do {
                _ = try await trial.run(Sample.file([Sample("A-2")]), source: source, by: actor)
                return nil
            } catch {
                guard case .district(let failure) = error else { return "\(error)" }
                return failure.code
            }
        }
        #expect(await code(by: "东街/经办") == "notTheCentre")
        for source in ["", "a b", "a:b", "热线", String(repeating: "x", count: 33)] {
            #expect(await code(source) == "badSource")
        }
        #expect(await code(by: "指挥中心/值班") == nil)
        #expect(trial.ledger.view.board.whistles.count == 2)
    }
}
