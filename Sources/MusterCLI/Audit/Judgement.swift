import ArgumentParser
import MusterAPI
import MusterAudit
import MusterText

/// What came of checking a claim. Its exit status is that of `diff`: 0 it holds, 1 it does not, 2 it could not be
/// judged.
enum Judgement: String {
    case holds
    case fails
    case trouble

    var exit: ExitCode {
        switch self {
        case .holds: .success
        case .fails: ExitCode(1)
        case .trouble: ExitCode(2)
        }
    }
}

/// What a check that went well has to say.
struct Findings {
    /// For people, one a line.
    var lines: [String]
    /// For programs, behind `result`.
    var members: [JSONValue.Member]
}

extension Session {
    /// Runs a check and says what came of it. What nobody can have meant is complained of like everywhere.
    func judge(_ check: () async throws -> Findings) async throws {
        let failure: Failure
        do {
            let findings = try await check()
            if console.isJSON {
                console.out(.object([.init("result", .string(Judgement.holds.rawValue))] + findings.members))
            } else {
                for line in findings.lines { console.out(line) }
            }
            return
        } catch let error as Failure {
            if error.status == .usage { throw error }
            failure = error
        }
        let judgement = failure.isRefutation ? Judgement.fails : .trouble
        if console.isJSON {
            console.out([
                "result": .string(judgement.rawValue), "code": .string(failure.code), "zh": .string(failure.zh),
                "en": .string(failure.en),
            ])
        } else if judgement == .fails {
            let sentence = console.say("audit.fails", ["reason": failure.sentence(console.language)])
            console.out(console.palette.paint(sentence, .red) + " [\(failure.code)]")
        } else {
            console.report(failure)
        }
        throw judgement.exit
    }
}
