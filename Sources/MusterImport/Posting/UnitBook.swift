import MusterDomain
import MusterEngine

/// The units that a file names, as the ledger numbers them; those that it doesn't have yet are registered.
struct UnitBook: Sendable {
    /// Why a unit can't be used.
    enum Fault: Error, Equatable {
        /// Registered by an earlier run, retired since.
        case retired(String)
        /// A rule refuses it.
        case refused(Refusal)
    }

    let ledger: Ledger
    let actor: Actor
    let source: String
    private var known: [UnitName: Result<UnitID, Fault>] = [:]

    init(ledger: Ledger, actor: Actor, source: String) {
        self.ledger = ledger
        self.actor = actor
        self.source = source
    }

    /// The number of a unit.
    ///
    /// Each is asked for once; later answers cost nothing.
    mutating func unit(
        _ name: UnitName,
        _ summary: inout ImportSummary
    ) async throws(ImportError) -> Result<UnitID, Fault> {
        if let answer = known[name] { return answer }
        let answer: Result<UnitID, Fault>
        if let unit = find(name.name, for: name.part) {
            answer = .success(unit)
        } else {
            answer = try await register(name, &summary)
        }
        known[name] = answer
        return answer
    }

    /// A unit that is called so and may stand there.
    ///
    /// Any unit can be the one that handles a case, a street too; but
    /// a case counts for a street, and nothing else will do.
    private func find(_ name: String, for part: UnitName.Part) -> UnitID? {
        let view = ledger.view
        return view.directory.units(called: name).first { unit in
            part == .department || view.directory.unit(unit)?.kind == .street
        }
    }

    private mutating func register(
        _ name: UnitName,
        _ summary: inout ImportSummary
    ) async throws(ImportError) -> Result<UnitID, Fault> {
        var registered = name.name
        if !ledger.view.directory.units(called: registered).isEmpty {
            // A department has the name of this street; a name belongs to one unit.
            registered += "(街道)"
            if let unit = find(registered, for: name.part) { return .success(unit) }
        }
        let key = CommandKey(source: source, id: name.name, act: name.part.rawValue)
        let command = Command.registerUnit(
            code: nil,
            kind: name.part == .street ? .street : .department,
            fullName: registered,
            shortName: registered,
            parent: nil
        )
        do throws(LedgerError) {
            let outcome = try await ledger.submit(Order(id: key.commandID, command: command, actor: actor))
            if outcome.wasThere { return try await renamed(registered, for: name.part) }
            summary.unitsRegistered += 1
            summary.events += outcome.entries.count
        } catch {
            switch error {
            case .commandReused:
                do { return try await renamed(registered, for: name.part) } catch { throw .ledger(error) }
            case .refused(let refusal): return .failure(.refused(refusal))
            default: throw .ledger(error)
            }
        }
        guard let unit = find(registered, for: name.part) else { return .failure(.retired(name.name)) }
        return .success(unit)
    }

    /// The unit that an earlier run registered under that name and that is called otherwise now.
    private func renamed(
        _ name: String,
        for part: UnitName.Part
    ) async throws(LedgerError) -> Result<UnitID, Fault> {
        for event in try await ledger.view.districtHistory() where event.kind == .unitRegistered {
            guard event.string(.fullName) == name, let code = event.string(.unit) else { continue }
            if let unit = find(code, for: part) { return .success(unit) }
        }
        return .failure(.retired(name))
    }
}

extension RejectedRow {
    init(_ draft: CaseDraft, _ fault: UnitBook.Fault) {
        switch fault {
        case .retired(let name): self.init(line: draft.line, id: draft.id, .unitRetired, ["text": .text(name)])
        case .refused(let refusal): self.init(line: draft.line, id: draft.id, refused: refusal)
        }
    }
}
