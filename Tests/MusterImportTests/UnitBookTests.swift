import MusterAPI
import MusterDomain
import MusterEngine
import Testing

@testable import MusterImport

@Suite struct UnitBookTests {
    private func submit(_ command: Command, _ id: String, to trial: Trial) async throws {
        _ = try await trial.ledger.submit(Order(id: id, command: command, actor: .system))
    }

    private func unit(_ number: Int, in trial: Trial) -> Directory.UnitEntry? {
        trial.ledger.view.directory.unit(UnitID(rawValue: UInt32(number)))
    }

    @Test func `a unit that the ledger has is found by its name`() async throws {
        let trial = try await Trial()
        try await submit(
            .registerUnit(code: "DJ", kind: .street, fullName: "东街街道办事处", shortName: "东街", parent: nil),
            "u1",
            to: trial
        )
        let run = try await trial.run([Sample("A-1")])
        #expect(run.summary.unitsRegistered == 1)
        #expect(trial.ledger.view.board.whistles[WhistleID(rawValue: 1)].raiser == UnitID(rawValue: 2))
    }

    @Test func `a street with the name of a department is registered beside it`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1") { ($0.district, $0.agency) = ("东街", "环境") }])
        let run = try await trial.run([
            Sample("A-2") { ($0.district, $0.agency) = ("环境", "环境") },
            Sample("A-3") { ($0.district, $0.agency) = ("环境", "东街") },
        ])
        #expect(run.summary.unitsRegistered == 1)
        let board = trial.ledger.view.board
        let third = board.whistles[WhistleID(rawValue: 3)]
        #expect(trial.ledger.view.directory.unit(third.raiser)?.fullName == "环境(街道)")
        // A street may handle another's case.
        #expect(third.department == board.whistles[WhistleID(rawValue: 1)].raiser)
        #expect(try await trial.run([Sample("A-4") { $0.district = "环境" }]).summary.unitsRegistered == 1)
    }

    @Test func `a unit that was renamed since is the same unit`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1")])
        try await submit(
            .renameUnit(UnitID(rawValue: 2), fullName: "东街街道办事处", shortName: "东街街道"),
            "rename",
            to: trial
        )
        let run = try await trial.run([Sample("A-1"), Sample("A-2")])
        #expect(run.summary.unitsRegistered == 0)
        #expect(run.summary.changed == 0)
        #expect(trial.ledger.view.board.whistles[WhistleID(rawValue: 2)].raiser == UnitID(rawValue: 2))
    }

    @Test func `rows of a unit that was retired since are rejected`() async throws {
        let trial = try await Trial()
        _ = try await trial.run([Sample("A-1")])
        try await submit(.retireUnit(UnitID(rawValue: 2), reason: "撤并"), "retire", to: trial)
        let run = try await trial.run([Sample("A-1"), Sample("A-2"), Sample("A-3") { $0.district = "西街" }])
        #expect(run.rejected.map(\.code) == [.unitRetired, .unitRetired])
        #expect(run.rejected.map(\.values) == [["text": "东街"], ["text": "东街"]])
        #expect(run.summary.cases == 1)
    }

    @Test func `names are cleaned like all texts`() async throws {
        let trial = try await Trial()
        let name = "东\u{200B}街13800138000" + String(repeating: "长", count: 300)
        let run = try await trial.run([Sample("A-1") { ($0.district, $0.agency) = (name, "Ａ局\n") }])
        #expect(run.summary.cases == 1)
        #expect(unit(2, in: trial)?.fullName.hasPrefix("东街138****8000长") == true)
        #expect(unit(2, in: trial)?.fullName.unicodeScalars.count == 200)
        #expect(unit(3, in: trial)?.fullName == "A局")
    }
}
