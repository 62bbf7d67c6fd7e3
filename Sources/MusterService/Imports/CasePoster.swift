import EventLog
import MusterAPI
import MusterDomain
import MusterEngine

/// Brings a batch of cases into a ledger: units, then cases, then their closings.
///
/// A case and its closing are two commands, and the second needs the number that the first is given. They are not
/// made durable together: if the first is there and the second is not, the next batch finds an open case to close.
struct CasePoster {
    /// What came of a case.
    enum Answer {
        case taken(ImportResult.Outcome, changed: Bool, events: Int, WhistleID)
        case rejected(CaseFault)
    }

    private let importer: Importer
    private var units: UnitBook
    private(set) var masked = MaskedNumbers()
    /// By the place in the batch; all there once the batch is posted.
    private(set) var answers: [Answer?] = []

    init(importer: Importer, memory: UnitMemory) {
        self.importer = importer
        units = UnitBook(importer: importer, memory: memory)
    }

    /// How many units were registered.
    var unitsRegistered: Int { units.registered }

    /// How many entries were appended.
    var events: Int {
        answers.reduce(units.events) { sum, answer in
            if case .taken(_, _, let events, _)? = answer { sum + events } else { sum }
        }
    }

    /// Posts a batch. What was appended before an error stays.
    mutating func post(_ cases: [SourceCase]) async throws(LedgerError) {
        answers = Array(repeating: nil, count: cases.count)
        let drafts = drafts(of: cases)
        let posted = try await postCases(drafts)
        try await postClosings(of: posted)
    }

    /// A second case of the same number is rejected whatever it says: there is no telling which of them is right.
    private mutating func drafts(of cases: [SourceCase]) -> [CaseDraft] {
        var places: [String: Int] = [:]
        var drafts: [CaseDraft] = []
        drafts.reserveCapacity(cases.count)
        for (place, told) in cases.enumerated() {
            if let first = places[told.id] {
                answers[place] = .rejected(CaseFault(.duplicateID, ["number": .number(first + 1)]))
                continue
            }
            do {
                drafts.append(try CaseDraft(told, at: place))
                places[told.id] = place
            } catch { answers[place] = .rejected(error) }
        }
        return drafts
    }

    /// A case that is in the ledger now.
    private struct PostedCase {
        var draft: CaseDraft
        var whistle: WhistleID
        /// Whether an earlier batch brought it.
        var wasThere: Bool
        /// Whether the source says something else than the ledger.
        var differs = false
        /// How many entries this batch appended to it.
        var events = 0

        /// What came of it if its closing is not what is added.
        var answer: Answer {
            .taken(wasThere ? .alreadyThere : .added, changed: differs, events: events, whistle)
        }
    }

    // MARK: Cases

    private mutating func postCases(_ drafts: [CaseDraft]) async throws(LedgerError) -> [PostedCase] {
        var ordered: [CaseDraft] = []
        var orders: [Order] = []
        for draft in drafts {
            let street = try await units.unit(draft.street)
            let department = try await units.unit(draft.department)
            do throws(UnitBook.Fault) {
                orders.append(order(for: draft, street: try street.get(), department: try department.get()))
                ordered.append(draft)
            } catch { answers[draft.place] = .rejected(CaseFault(error)) }
        }
        guard !orders.isEmpty else { return [] }
        var cases: [PostedCase] = []
        cases.reserveCapacity(orders.count)
        for ((draft, order), result) in zip(zip(ordered, orders), await importer.ledger.submit(orders)) {
            switch result {
            case .success(let outcome):
                guard let whistle = outcome.whistle else { preconditionFailure("an imported case has a whistle") }
                var posted = PostedCase(draft: draft, whistle: whistle, wasThere: outcome.wasThere)
                if !outcome.wasThere {
                    posted.events = outcome.entries.count
                    masked.add(draft.masked)
                }
                cases.append(posted)
            case .failure(.commandReused):
                if let whistle = try await importer.whistle(importedBy: order.id) {
                    cases.append(PostedCase(draft: draft, whistle: whistle, wasThere: true, differs: true))
                } else {
                    answers[draft.place] = .rejected(CaseFault(.commandReused, ["text": .text(order.id)]))
                }
            case .failure(.refused(let refusal)): answers[draft.place] = .rejected(CaseFault(refusal))
            case .failure(let error): throw error
            }
        }
        return cases
    }

    private func order(for draft: CaseDraft, street: UnitID, department: UnitID) -> Order {
        let command = Command.importWhistle(
            ImportedCase(
                street: street, department: department, reference: "\(importer.source):\(draft.id)",
                category: draft.category, due: draft.due, subject: draft.subject, place: draft.location,
                detail: draft.detail))
        let key = CommandKey(source: importer.source, id: draft.id, act: "import")
        return importer.order(key, command, occurred: draft.opened)
    }

    // MARK: Closings

    private mutating func postClosings(of cases: [PostedCase]) async throws(LedgerError) {
        let board = importer.ledger.view.board
        var closing: [(posted: PostedCase, closing: CaseDraft.Closing)] = []
        for var posted in cases {
            let row = board.whistles[posted.whistle]
            if let end = posted.draft.closing, row.state == .imported, end.at >= row.raisedAt {
                closing.append((posted, end))
            } else {
                posted.differs = posted.differs || posted.draft.closing?.at != row.closedAt
                answers[posted.draft.place] = posted.answer
            }
        }
        guard !closing.isEmpty else { return }
        let orders = closing.map { posted, end in
            importer.order(
                CommandKey(source: importer.source, id: posted.draft.id, act: "close"),
                .closeImported(posted.whistle, resolution: end.resolution), occurred: end.at)
        }
        for (item, result) in zip(closing, await importer.ledger.submit(orders)) {
            var posted = item.posted
            let place = posted.draft.place
            switch result {
            case .success(let outcome) where !outcome.wasThere:
                posted.events += outcome.entries.count
                masked.add(item.closing.masked)
                answers[place] = .taken(
                    posted.wasThere ? .closed : .added, changed: posted.wasThere && posted.differs,
                    events: posted.events, posted.whistle)
            case .success: answers[place] = posted.answer
            // Somebody else has closed it in between.
            case .failure(.commandReused), .failure(.refused):
                posted.differs = true
                answers[place] = posted.answer
            case .failure(let error): throw error
            }
        }
    }
}

extension Importer {
    /// The whistle of a case that an earlier batch imported, by the command that did; nil if that id was used for
    /// something else.
    fileprivate func whistle(importedBy command: String) async throws(LedgerError) -> WhistleID? {
        let view = ledger.view
        guard let receipt = try await view.receipt(of: command),
            let outline = try await view.outlines(from: receipt.first, limit: 1).first,
            outline.kind == .whistleImported
        else { return nil }
        return outline.whistle
    }
}
