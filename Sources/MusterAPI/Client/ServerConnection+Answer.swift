import MusterText

/// A command that a request carries out, which must neither be lost nor be done twice.
struct CarriedCommand: Sendable {
    var id: String
    /// How to ask what became of it.
    var question: ServerCall
}

/// What came of sending a request once.
private enum Turn {
    case answered(ServerAnswer)
    /// - Parameters:
    ///   - mayBeThere: Whether the server may have carried it out nevertheless.
    ///   - isFinal: Whether it is no use to try again.
    case failed(Failure, mayBeThere: Bool, isFinal: Bool)
}

extension ServerConnection {
    /// Sends a request until it is answered or the time is over.
    ///
    /// It is sent again when nobody took it, when the connection broke, and after 429, 502, 503 and 504; `Retry-After`
    /// is honoured. When a command may have been carried out although there is no answer, the server is first asked
    /// what became of it; then the command is sent again under its id, which the log answers as the first time.
    /// - Throws: What the server said last; `unreachable`, `serverNotTrusted`, `notMuster`; and for a command that may
    ///   have been carried out `outcomeUnknown`, or `answerLost` if it is known to be in the log.
    func answer(to call: ServerCall, carrying command: CarriedCommand? = nil) async throws(Failure) -> ServerAnswer {
        let end = patience.now() + limit + .seconds(call.wait)
        var attempt = 0
        var isDoubtful = false
        var isThere: CommandStatus?
        while true {
            attempt += 1
            // A command leaves time to ask what became of it.
            let left = end - patience.now()
            let last: Failure
            switch await turn(of: call, within: command == nil ? left : left / 2) {
            case .answered(let answer): return answer
            case .failed(let failure, _, isFinal: true): throw failure
            case .failed(let failure, let mayBeThere, isFinal: false):
                isDoubtful = isDoubtful || mayBeThere
                last = failure
            }
            let rest = patience.rest(before: attempt, asked: last.retryAfter)
            guard patience.now() + rest < end, (try? await patience.rest(rest)) != nil else {
                guard isDoubtful, let command else { throw last }
                throw Self.unanswered(command.id, isThere)
            }
            guard isDoubtful, isThere == nil, let command else { continue }
            if case .answered(let answer) = await turn(of: command.question, within: (end - patience.now()) / 2) {
                isThere = try? ServerAnswer.decoded(CommandStatus.self, from: answer.body)
            }
        }
    }

    private func turn(of call: ServerCall, within time: Duration) async -> Turn {
        let answer: ServerAnswer
        do throws(Breakage) { answer = try await send(call, within: time) } catch {
            switch error.reach {
            case .none: return .failed(unreached(error), mayBeThere: false, isFinal: false)
            case .unknown: return .failed(unreached(error), mayBeThere: true, isFinal: false)
            case .distrust: return .failed(distrusted(error), mayBeThere: false, isFinal: true)
            }
        }
        if (200..<300).contains(answer.status) { return .answered(answer) }
        if call.mayBeAbsent, [403, 404, 410].contains(answer.status) { return .answered(answer) }
        let isTransient = [429, 502, 503, 504].contains(answer.status)
        guard let problem = try? ServerAnswer.decoded(Problem.self, from: answer.body) else {
            var failure = Failure(
                "notMuster", status: .unreachable, ["server": "\(address)", "status": "\(answer.status)"])
            failure.retryAfter = answer.retryAfter
            // A proxy can't know how far the request came.
            return .failed(failure, mayBeThere: isTransient && answer.status != 429, isFinal: !isTransient)
        }
        var failure = problem.failure
        failure.retryAfter = answer.retryAfter
        // A full disk does not get empty by asking again.
        let isLasting = ["noSpace", "io"].contains(failure.code)
        return .failed(
            failure, mayBeThere: failure.code == "outcomeUnknown", isFinal: !isTransient || isLasting)
    }

    // MARK: Failures

    private func unreached(_ breakage: Breakage) -> Failure {
        Failure("unreachable", status: .unreachable, key: "error.unreachable") { language in
            ["server": "\(address)", "detail": Self.words(breakage, language)]
        }
    }

    private func distrusted(_ breakage: Breakage) -> Failure {
        Failure("serverNotTrusted", status: .unreachable, key: "error.serverNotTrusted") { language in
            ["server": "\(address)", "detail": Self.words(breakage, language)]
        }
    }

    private static func words(_ breakage: Breakage, _ language: Language) -> String {
        Catalogue.muster.say("unreachable.\(breakage.reason.rawValue)", language, ["detail": breakage.detail])
    }

    /// There is no answer to a command that may have been carried out.
    private static func unanswered(_ id: String, _ status: CommandStatus?) -> Failure {
        guard let status else {
            return Failure("outcomeUnknown", status: .failure, ["id": id], key: "error.outcomeUnknownOf")
        }
        return Failure(
            "answerLost", status: .unreachable, ["id": id, "first": "\(status.first)", "last": "\(status.last)"])
    }
}
