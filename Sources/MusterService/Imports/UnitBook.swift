import MusterDomain
import MusterEngine

/// A street or a department as a source names it.
struct UnitName: Sendable, Hashable {
    enum Part: String, Sendable {
        case street, department
    }

    var part: Part
    var name: String
}

/// The units that a batch names, as the ledger numbers them; those that it doesn't have yet are registered.
struct UnitBook {
    /// Why a unit can't be used.
    enum Fault: Error, Equatable {
        /// Registered by an earlier batch, retired since.
        case retired(String)
        /// A rule refuses it.
        case refused(Refusal)
    }

    let importer: Importer
    let memory: UnitMemory
    /// How many units were registered.
    private(set) var registered = 0
    /// How many entries that has left.
    private(set) var events = 0
    private var known: [UnitName: Result<UnitID, Fault>] = [:]

    init(importer: Importer, memory: UnitMemory) {
        self.importer = importer
        self.memory = memory
    }

    /// The number of a unit. Cost: O(1); of a name that was not asked for since the directory changed, O(units).
    mutating func unit(_ name: UnitName) async throws(LedgerError) -> Result<UnitID, Fault> {
        if let answer = known[name] { return answer }
        let answer = try await found(name)
        known[name] = answer
        return answer
    }

    private mutating func found(_ name: UnitName) async throws(LedgerError) -> Result<UnitID, Fault> {
        let place = UnitMemory.Name(source: importer.source, unit: name)
        let view = importer.ledger.view
        if let answer = memory.answer(to: place, at: view.board.districtRevision) { return answer }
        if let unit = find(name.name, for: name.part, in: view) {
            memory.keep(.success(unit), to: place, at: view.board.districtRevision)
            return .success(unit)
        }
        let answer = try await register(name)
        // What a rule refuses, it may refuse to this importer only.
        if case .failure(.refused) = answer { return answer }
        if importer.ledger.view.board.districtRevision == view.board.districtRevision {
            memory.keep(answer, to: place, at: view.board.districtRevision)
        }
        return answer
    }

    /// A unit that is called so and may stand there.
    ///
    /// Any unit can be the one that handles a case, a street too; but
    /// a case counts for a street, and nothing else will do.
    private func find(_ name: String, for part: UnitName.Part, in view: LedgerView) -> UnitID? {
        view.directory.units(called: name).first { unit in
            part == .department || view.directory.unit(unit)?.kind == .street
        }
    }

    private mutating func register(_ name: UnitName) async throws(LedgerError) -> Result<UnitID, Fault> {
        var fullName = name.name
        let view = importer.ledger.view
        if !view.directory.units(called: fullName).isEmpty {
            // A department has the name of this street; a name belongs to one unit.
            fullName += "(街道)"
            if let unit = find(fullName, for: name.part, in: view) { return .success(unit) }
        }
        let command = Command.registerUnit(
            code: nil, kind: name.part == .street ? .street : .department, fullName: fullName, shortName: fullName,
            parent: nil)
        let key = CommandKey(source: importer.source, id: name.name, act: name.part.rawValue)
        do {
            let outcome = try await importer.ledger.submit(importer.order(key, command))
            if outcome.wasThere { return try await renamed(fullName, for: name.part) }
            registered += 1
            events += outcome.entries.count
        } catch {
            switch error {
            case .commandReused: return try await renamed(fullName, for: name.part)
            case .refused(let refusal):
                // Somebody else may have registered it in between.
                let unit = find(fullName, for: name.part, in: importer.ledger.view)
                return unit.map { .success($0) } ?? .failure(.refused(refusal))
            default: throw error
            }
        }
        let unit = find(fullName, for: name.part, in: importer.ledger.view)
        return unit.map { .success($0) } ?? .failure(.retired(name.name))
    }

    /// The unit that an earlier batch registered under that name and that is called otherwise now.
    private func renamed(_ name: String, for part: UnitName.Part) async throws(LedgerError) -> Result<UnitID, Fault> {
        let view = importer.ledger.view
        for event in try await view.districtHistory() where event.kind == .unitRegistered {
            guard event.string(.fullName) == name, let code = event.string(.unit) else { continue }
            if let unit = find(code, for: part, in: view) { return .success(unit) }
        }
        return .failure(.retired(name))
    }
}
