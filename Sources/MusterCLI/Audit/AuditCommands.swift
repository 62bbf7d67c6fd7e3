import ArgumentParser
import Foundation
import MusterAPI
import MusterText

/// `muster audit …`: what an auditor does with a ledger.
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: about("audit"), discussion: examples("audit"),
        subcommands: [
            AuditVerify.self, AuditCheckpoint.self, AuditKeys.self, AuditProve.self, AuditCheck.self,
            AuditConsistency.self, AuditExport.self,
        ],
        aliases: ["审计"])
}

/// A command whose exit status answers a question: 0 yes, 1 no, 2 it could not be found out.
protocol AnsweringCommand: MusterCommand {}

extension AnsweringCommand {
    func run() async throws {
        var console = Console(language: helpLanguage, isJSON: options.json, noColor: options.noColor)
        do {
            let session = try Session(options)
            console = session.console
            do { try await run(in: session) } catch {
                console = session.console
                await session.close()
                throw error
            }
            await session.close()
        } catch let failure as Failure {
            console.endProgress()
            console.report(failure)
            throw ExitCode(failure.status == .usage ? failure.status.rawValue : 2)
        }
    }
}
