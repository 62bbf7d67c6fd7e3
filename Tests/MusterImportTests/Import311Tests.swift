import EventStoreTesting
import MusterAPI
import MusterDomain
import MusterEngine
import Testing

@testable import MusterImport

@Suite struct Import311Tests {
    @Test func `a row becomes a case with the source's own times and texts`() async throws {
        let trial = try await Trial()
        let run = try await trial.run([
            Sample("A-1") {
                $0.due = "2025-03-04T18:00:00+08:00"
                $0.detail = "夜里十一点以后"
                $0.category = "环境"
                $0.channel = "热线"
                $0.queue = "一科"
            },
            Sample("A-2") {
                $0.closed = "2025-03-02T09:00:00+08:00"
                $0.status = "Closed"
                $0.resolution = "已修复"
            },
        ])
        #expect(run.summary.cases == 2)
        #expect(run.summary.events == 5)
        #expect(run.summary.unitsRegistered == 2)
        #expect(run.summary.json == #"{"cases":2,"events":5,"rejected":0,"alreadyThere":0}"#)

        let view = trial.ledger.view
        let first = view.board.whistles[WhistleID(rawValue: 1)]
        #expect(first.state == .imported)
        #expect(first.raisedAt == Instant(milliseconds: 1_740_790_800_000))
        #expect(first.due == Instant(milliseconds: 1_741_082_400_000))
        #expect(view.directory.unit(first.raiser)?.shortName == "东街")
        #expect(view.directory.unit(first.raiser)?.kind == .street)
        #expect(view.directory.unit(first.department)?.kind == .department)
        let told = try await view.history(of: WhistleID(rawValue: 1))[0]
        #expect(told.string(.reference) == "311:A-1")
        #expect(told.string(.category) == "噪音")
        #expect(told.words[.subject] == "施工噪音")
        #expect(told.words[.place] == "一路1号, 东街, 710000")
        #expect(told.words[.detail] == "夜里十一点以后\n大类: 环境\n渠道: 热线\n队列: 一科")

        let second = view.board.whistles[WhistleID(rawValue: 2)]
        #expect(second.state == .importClosed)
        #expect(second.closedAt == Instant(milliseconds: 1_740_877_200_000))
        #expect(try await view.history(of: WhistleID(rawValue: 2))[1].words[.resolution] == "已修复")
    }

    @Test func `what a row leaves empty gets a name that says so`() async throws {
        let trial = try await Trial()
        let row = Sample("A-1") {
            ($0.district, $0.agency, $0.type, $0.title, $0.address, $0.postcode) = ("", " ", "", "", "", "")
        }
        _ = try await trial.run([row, Sample("A-2") { $0.title = "" }])
        let view = trial.ledger.view
        let whistle = view.board.whistles[WhistleID(rawValue: 1)]
        #expect(view.directory.unit(whistle.raiser)?.shortName == "未分配")
        #expect(view.directory.unit(whistle.department)?.shortName == "未分配部门")
        let told = try await view.history(of: WhistleID(rawValue: 1))[0]
        #expect(told.string(.category) == "未分类")
        #expect(told.words == [.subject: "未分类"])
        #expect(try await view.history(of: WhistleID(rawValue: 2))[0].words[.subject] == "噪音")
    }

    @Test func `the same file adds nothing the second time`() async throws {
        let trial = try await Trial()
        let rows = Sample.many(25)
        let first = try await trial.run(rows)
        let size = trial.ledger.view.board.size
        let second = try await trial.run(rows)
        #expect(first.summary.cases == 25)
        #expect(second.summary.json == #"{"cases":0,"events":0,"rejected":0,"alreadyThere":25}"#)
        #expect(second.summary.changed == 0)
        #expect(second.summary.masked == MaskedNumbers())
        #expect(trial.ledger.view.board.size == size)
    }

    @Test func `a newer extract adds only what is new`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1"), Sample("A-2"), Sample("A-3"), Sample("A-4")])
        let closed: (inout Sample) -> Void = { $0.closed = "2025-04-01T09:00:00+08:00" }
        let run = try await trial.run([
            Sample("A-1"), Sample("A-2", closed), Sample("A-3") { $0.due = "2025-05-01T00:00:00Z" },
            Sample("A-4") {
                $0.district = "西街"
                closed(&$0)
            },
            Sample("A-5", closed),
        ])
        #expect(run.summary.cases == 1)
        #expect(run.summary.closed == 2)
        #expect(run.summary.alreadyThere == 2)
        #expect(run.summary.changed == 2)
        // The street of A-4 is registered although the case stays where it is: three closings, a case and a unit.
        #expect(run.summary.events == 5)
        let board = trial.ledger.view.board
        let states = (1...5).map { board.whistles[WhistleID(rawValue: $0)].state }
        #expect(states == [.imported, .importClosed, .imported, .importClosed, .importClosed])
        #expect(board.whistles[WhistleID(rawValue: 4)].raiser == board.whistles[WhistleID(rawValue: 1)].raiser)
    }

    @Test func `a case that the source has opened again or closed at another time counts as changed`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([
            Sample("A-1") { $0.closed = "2025-04-01T09:00:00+08:00" },
            Sample("A-2") { $0.closed = "2025-04-01T09:00:00+08:00" },
        ])
        let run = try await trial.run([Sample("A-1"), Sample("A-2") { $0.closed = "2025-04-02T09:00:00+08:00" }])
        #expect(run.summary.json == #"{"cases":0,"events":0,"rejected":0,"alreadyThere":2}"#)
        #expect(run.summary.changed == 2)
    }

    @Test func `the log is the same however the bytes are cut and the rows are grouped`() async throws {
        let rows = Sample.many(40)
        let whole = try await Trial(groupSize: 7)
        _ = try await whole.run(rows)
        for chunk in [1, 2, 3, 64, 1_000] {
            let trial = try await Trial(groupSize: 7)
            let run = try await trial.run(rows, chunk: chunk)
            #expect(run.summary.cases == 40)
            #expect(trial.ledger.view.board.digest == whole.ledger.view.board.digest)
        }
    }

    @Test func `a run that was broken off is continued by the next`() async throws {
        let trial = try await Trial(groupSize: 5)
        let bytes = Sample.file(Sample.many(20))
        var pieces = [Array(bytes[..<(bytes.count / 2)])]
        await #expect(throws: ImportError.self) {
            _ = try await Import311(groupSize: 5).run(
                into: trial.district(),
                chunks: {
                    guard let piece = pieces.popLast() else { throw LostFile() }
                    return piece
                }
            )
        }
        let before = trial.ledger.view.board.whistles.count
        #expect(before > 0 && before < 20)
        let run = try await trial.run(Sample.many(20))
        #expect(run.summary.cases == 20 - before)
        #expect(run.summary.alreadyThere == before)
    }

    @Test func `a ledger that can't take more ends the import`() async throws {
        let trial = try await Trial(groupSize: 5)
        _ = try await trial.run(Sample.many(3))
        await trial.store.close()
        do {
            _ = try await trial.run(Sample.many(9))
            Issue.record("the store is closed")
        } catch {
            guard case .district(let failure) = error, failure.code == "closed" else {
                Issue.record(error)
                return
            }
        }
    }

    @Test func `another source's cases of the same numbers are other cases`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1")])
        let run = try await trial.run([Sample("A-1")], source: "12345")
        #expect(run.summary.cases == 1)
        #expect(run.summary.unitsRegistered == 0)
    }

    @Test func `lines in quotes stay lines and progress tells of each group`() async throws {
        let trial = try await Trial(groupSize: 2)
        let rows = (1...5).map { number in
            Sample("A-\(number)") {
                $0.detail = "第一行\r\n他说\"好\",\n\t第三行"
                $0.title = "两\n行"
            }
        }
        let run = try await trial.run(rows)
        #expect(run.progress.map(\.summary.cases) == [2, 4, 5])
        #expect(run.progress.last?.bytes == Sample.file(rows).count)
        let told = try await trial.ledger.view.history(of: WhistleID(rawValue: 5))[0]
        #expect(told.words[.detail] == "第一行\n他说\"好\",\n\t第三行")
        #expect(told.words[.subject] == "两 行")
    }

    @Test func `residents' numbers are masked and counted`() async throws {
        let trial = try await Trial()
        let row = Sample("A-1") {
            $0.title = "请回电13800138000"
            $0.detail = "身份证11010519491231002X, 或 138 0013 8001"
            $0.closed = "2025-04-01T09:00:00+08:00"
            $0.resolution = "已电告13800138002"
        }
        let run = try await trial.run([row])
        #expect(run.summary.masked == MaskedNumbers(mobiles: 3, ids: 1))
        let told = try await trial.ledger.view.history(of: WhistleID(rawValue: 1))
        #expect(told[0].words[.subject] == "请回电138****8000")
        #expect(told[0].words[.detail] == "身份证110105********002X, 或 138****8001")
        #expect(told[1].words[.resolution] == "已电告138****8002")
    }

    @Test func `an open case keeps what was done about it in its detail`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1") { $0.resolution = "已派单" }])
        let told = try await trial.ledger.view.history(of: WhistleID(rawValue: 1))[0]
        #expect(told.words[.detail] == "办理情况: 已派单")
    }
}

private struct LostFile: Error {}
