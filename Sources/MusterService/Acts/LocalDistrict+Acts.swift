import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine
import MusterText
import TransparencyLog

extension LocalDistrict {
    package func submit(_ request: ActRequest, _ options: ActOptions) async throws(Failure) -> ActReceipt {
        let request = try request.checked()
        let ledger = try await source.ledger()
        let view = ledger.view
        let token = request.act == .tokenIssue ? try await draft(of: options.commandID, view) : nil
        let order = try order(request, options, token, at: desk(view))
        let outcome = try await outcome(of: order, in: ledger, options, request)
        // What a dry run speaks of is not there, and stays so.
        let names = Rendering(options.isDryRun ? view : ledger.view)
        let leaves: [String]
        do {
            leaves = options.isDryRun ? [] : try await ledger.view.leaves(of: outcome).map(\.base64)
        } catch { throw Failure(error, names: names) }
        return try ActAnswer(
            order: order, outcome: outcome, act: request.act, names: names, language: language, leaves: leaves,
            token: options.isDryRun || outcome.wasThere ? nil : token?.text
        ).receipt(isDryRun: options.isDryRun)
    }

    private func draft(of commandID: String, _ view: LedgerView) async throws(Failure) -> TokenDraft {
        do { return try await TokenDraft(of: commandID, in: view, environment) } catch {
            throw Failure(error, names: Rendering(view))
        }
    }

    private func outcome(
        of order: Order, in ledger: Ledger, _ options: ActOptions, _ request: ActRequest
    ) async throws(Failure) -> Outcome {
        do {
            return options.isDryRun ? try await ledger.preview(order) : try await ledger.submit(order)
        } catch { throw Failure(error, names: Rendering(ledger.view)).about(the: error, in: request) }
    }

    package func command(_ id: String) async throws(Failure) -> CommandStatus? {
        let view = try await source.view()
        do {
            guard let receipt = try await view.receipt(of: id) else { return nil }
            return CommandStatus(commandId: id, first: receipt.first, last: receipt.last)
        } catch { throw Failure(error, names: Rendering(view)) }
    }

    /// The desk at which the caller's words are read.
    func desk(_ view: LedgerView) -> Desk {
        Desk(view: view, files: source.files, now: environment.now(), language: language)
    }

    private func order(
        _ request: ActRequest, _ options: ActOptions, _ token: TokenDraft?, at desk: Desk
    ) throws(Failure) -> Order {
        let actor = try actor(at: desk)
        let entered = try desk.entered(by: request)
        let command =
            if let token {
                try desk.issue(token, for: request)
            } else {
                try desk.command(for: request, by: entered.onBehalfOf ?? actor.unit)
            }
        return Order(
            id: options.commandID, command: command, actor: actor, authentication: authentication, entered: entered,
            confirmsNumbers: request.values["confirmNumbers"] == .bool(true),
            expectedRevision: options.expectedRevision)
    }

    /// How the caller is known.
    var authentication: Authentication {
        switch caller {
        case .local: .local
        case .token(let token): .token(token.token)
        }
    }

    /// Who acts: whom a local caller names, or the post that the token speaks for.
    func actor(at desk: Desk) throws(Failure) -> Actor {
        switch caller {
        case .local(let name):
            guard let name else { throw Failure("noActor", status: .usage) }
            return try desk.actor(name)
        case .token(let token):
            guard !token.isReadOnly else { throw Failure("readOnlyToken", status: .notAllowed) }
            return token.actor
        }
    }
}
