import MusterDomain
import MusterEngine

/// Brings drafts of cases into a ledger, a group at a time: units, then cases, then their closings.
///
/// A case and its closing are two commands, and the second needs the number that the first is given. They are not
/// made durable together: if the first is there and the second is not, the next run finds an open case to close.
struct CasePoster: Sendable {
    /// What came of a group.
    struct Posted: Sendable {
        /// The poster with what it has learnt.
        var poster: CasePoster
        var summary = ImportSummary()
        var rejected: [RejectedRow] = []
    }

    private let ledger: Ledger
    private let actor: Actor
    private let source: String
    private var units: UnitBook
    private var earlier: EarlierCases

    init(ledger: Ledger, actor: Actor, source: String) {
        self.ledger = ledger
        self.actor = actor
        self.source = source
        units = UnitBook(ledger: ledger, actor: actor, source: source)
        earlier = EarlierCases(source: source)
    }

    /// Posts a group, without changing the value that others may hold.
    func posting(_ drafts: [CaseDraft]) async -> Result<Posted, ImportError> {
        var posted = Posted(poster: self)
        do throws(ImportError) {
            let cases = try await posted.poster.postCases(drafts, &posted.summary, &posted.rejected)
            try await posted.poster.postClosings(of: cases, &posted.summary)
            return .success(posted)
        } catch {
            return .failure(error)
        }
    }

    /// A case that is in the ledger now.
    fileprivate struct PostedCase {
        var draft: CaseDraft
        var whistle: WhistleID
        /// Whether an earlier run brought it.
        var wasThere: Bool
        /// Whether the row says something else than the ledger.
        var differs: Bool
    }

    // MARK: Cases

    private mutating func postCases(
        _ drafts: [CaseDraft],
        _ summary: inout ImportSummary,
        _ rejected: inout [RejectedRow]
    ) async throws(ImportError) -> [PostedCase] {
        var ordered: [CaseDraft] = []
        var orders: [Order] = []
        for draft in drafts {
            let street = try await units.unit(draft.street, &summary)
            let department = try await units.unit(draft.department, &summary)
            do throws(UnitBook.Fault) {
                orders.append(order(for: draft, street: try street.get(), department: try department.get()))
                ordered.append(draft)
            } catch {
                rejected.append(RejectedRow(draft, error))
            }
        }
        guard !orders.isEmpty else { return [] }
        var cases: [PostedCase] = []
        for (draft, result) in zip(ordered, await ledger.submit(orders)) {
            switch result {
            case .success(let outcome):
                guard let whistle = outcome.whistle else { preconditionFailure("an imported case has a whistle") }
                cases.append(
                    PostedCase(draft: draft, whistle: whistle, wasThere: outcome.wasThere, differs: false)
                )
                if !outcome.wasThere {
                    summary.cases += 1
                    summary.events += outcome.entries.count
                    summary.masked.add(draft.masked)
                }
            case .failure(.commandReused):
                if let whistle = try await earlier.whistle(of: draft.id, in: ledger) {
                    cases.append(PostedCase(draft: draft, whistle: whistle, wasThere: true, differs: true))
                } else {
                    summary.alreadyThere += 1
                    summary.changed += 1
                }
            case .failure(.refused(let refusal)):
                rejected.append(RejectedRow(line: draft.line, id: draft.id, refused: refusal))
            case .failure(let error): throw .ledger(error)
            }
        }
        return cases
    }

    private func order(for draft: CaseDraft, street: UnitID, department: UnitID) -> Order {
        let command = Command.importWhistle(
            ImportedCase(
                street: street,
                department: department,
                reference: "\(source):\(draft.id)",
                category: draft.category,
                due: draft.due,
                subject: draft.subject,
                place: draft.place,
                detail: draft.detail
            )
        )
        return Order(id: draft.key.commandID, command: command, actor: actor, occurred: draft.opened)
    }

    // MARK: Closings

    private func postClosings(
        of cases: [PostedCase],
        _ summary: inout ImportSummary
    ) async throws(ImportError) {
        let board = ledger.view.board
        var closing: [(posted: PostedCase, closing: CaseDraft.Closing)] = []
        for var posted in cases {
            let row = board.whistles[posted.whistle]
            if let end = posted.draft.closing, row.state == .imported, end.at >= row.raisedAt {
                closing.append((posted, end))
            } else {
                posted.differs = posted.differs || posted.draft.closing?.at != row.closedAt
                summary.count(posted)
            }
        }
        guard !closing.isEmpty else { return }
        let orders = closing.map { posted, end in
            let key = CommandKey(source: source, id: posted.draft.id, act: "close")
            return Order(
                id: key.commandID,
                command: .closeImported(posted.whistle, resolution: end.resolution),
                actor: actor,
                occurred: end.at
            )
        }
        for (item, result) in zip(closing, await ledger.submit(orders)) {
            var posted = item.posted
            switch result {
            case .success(let outcome) where !outcome.wasThere:
                summary.events += outcome.entries.count
                summary.masked.add(item.closing.masked)
                if posted.wasThere {
                    summary.closed += 1
                    summary.changed += posted.differs ? 1 : 0
                }
            case .success: summary.count(posted)
            // Somebody else has closed it in between.
            case .failure(.commandReused), .failure(.refused):
                posted.differs = true
                summary.count(posted)
            case .failure(let error): throw .ledger(error)
            }
        }
    }
}

extension ImportSummary {
    /// Counts a case to which nothing was added but perhaps itself.
    fileprivate mutating func count(_ posted: CasePoster.PostedCase) {
        if posted.wasThere { alreadyThere += 1 }
        if posted.differs { changed += 1 }
    }
}
