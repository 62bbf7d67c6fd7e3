package import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

extension LocalDistrict {
    package func importCases(_ batch: ImportBatch) async throws(Failure) -> ImportReceipt {
        guard ImportBatch.isSourceName(batch.source) else {
            throw Failure("badSource", status: .usage, ["text": CleanText.excerpt(batch.source)], member: "source")
        }
        try ImportBatch.check(count: batch.cases.count)
        let ledger = try await source.ledger()
        let importer = Importer(
            ledger: ledger, actor: try importer(in: ledger.view), authentication: authentication,
            source: batch.source)
        var poster = CasePoster(importer: importer, memory: memory.importedUnits)
        do { try await poster.post(batch.cases) } catch { throw Failure(error, names: Rendering(ledger.view)) }
        let names = Rendering(ledger.view)
        let results = zip(batch.cases, poster.answers).map { told, answer in
            guard let answer else { preconditionFailure("every case of a posted batch has its answer") }
            return result(told.id, answer, names)
        }
        return ImportReceipt(
            results: results, events: poster.events, unitsRegistered: poster.unitsRegistered, masked: poster.masked)
    }

    /// Who answers for the import: an officer of the command centre, or the system where whoever holds the ledger's
    /// file names nobody. What the rules would refuse for every case is refused before the first.
    private func importer(in view: LedgerView) throws(Failure) -> Actor {
        if view.board.size == 0 { throw Failure(LedgerError.notEstablished, names: .empty) }
        if case .local(nil) = caller { return .system }
        let actor = try actor(at: desk(view))
        guard view.board.units[actor.unit].kind == .centre else {
            throw Failure("notTheCentre", status: .notAllowed, ["unit": Rendering(view).unit(actor.unit)])
        }
        try view.board.checkMayAct(actor.post)
        return actor
    }

    private func result(_ id: String, _ answer: CasePoster.Answer, _ names: Rendering) -> ImportResult {
        switch answer {
        case .taken(let outcome, let changed, let events, let whistle):
            return ImportResult(
                id: id, outcome, changed: changed, events: events, whistle: names.whistle(whistle))
        case .rejected(let fault):
            let message =
                fault.refusal.map { Failure(LedgerError.refused($0), names: names).sentence(language) }
                ?? Catalogue.muster.say("reject.\(fault.code.rawValue)", language)
            return ImportResult(
                id: CleanText.excerpt(id), rejected: fault.code, rule: fault.refusal?.code.rawValue,
                values: fault.values.mapValues { names.plainText(of: $0) }, message: message)
        }
    }
}

extension Rendering {
    /// A value as a programme reads it, the same in every language.
    fileprivate func plainText(of value: Refusal.Value) -> String {
        switch value {
        case .unit(let unit): code(of: unit) ?? ""
        case .whistle(let id): whistle(id)
        case .moment(let moment): moment.text
        case .number(let number): String(number)
        case .term(let term): term
        case .text(let text): text
        }
    }
}
