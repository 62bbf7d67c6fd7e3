import EventLog
import FoldRow
import MusterDomain
import MusterEngine

/// What every row of a package's tables is read from.
struct PackageNames: Sendable {
    /// The state at the package's size.
    let board: Board
    /// What units are called.
    let directory: Directory
    /// The references of persons, the one with number n at place n − 1.
    let persons: [String]
    /// The categories in the same way.
    let categories: [String]

    func code(_ unit: UnitID) -> String? { directory.unit(unit)?.code }
    func name(_ unit: UnitID) -> String? { directory.unit(unit)?.shortName }
    func person(_ id: PersonID) -> String? { Self.name(id.rawValue, persons) }
    func category(_ number: UInt32) -> String? { Self.name(number, categories) }

    private static func name(_ number: UInt32, _ names: [String]) -> String? {
        number >= 1 && number <= names.count ? names[Int(number) - 1] : nil
    }
}

/// A whistle, or another system's case, with what its entries add.
struct WhistleRecord: Sendable {
    let names: PackageNames
    let id: WhistleID
    let trace: WhistleTrace

    var row: WhistleRow { names.board.whistles[id] }
    var board: Board { names.board }
    /// When it is judged what is late: at the newest entry, so that every making of the package says the same.
    var now: Instant { names.board.recorded }
}

/// A call of a whistle.
struct CallRecord: Sendable {
    let whistle: WhistleRecord
    let call: CallRow

    var positions: [Position] { whistle.trace.steps(on: .call, call.item).map(\.position) }
}

/// A task of a whistle.
struct TaskRecord: Sendable {
    let whistle: WhistleRecord
    let task: TaskRow

    private var steps: [WhistleTrace.Step] { whistle.trace.steps(on: .task, task.item) }
    var positions: [Position] { steps.map(\.position) }
    /// What is to be done, as the entry that gave the task says.
    var duty: String? {
        steps.first { $0.kind == .taskAssigned }.flatMap { whistle.trace.text(.duty, of: $0.row.revision) }
    }
}

/// An evaluation of a unit by another.
struct EvaluationRecord: Sendable {
    let whistle: WhistleRecord
    let step: WhistleTrace.Step

    /// The entries that are evaluations.
    static let kinds: [EventKind] = [.departmentEvaluated, .streetEvaluated]
}
