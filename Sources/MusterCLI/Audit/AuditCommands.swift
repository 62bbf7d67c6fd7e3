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
            AuditConsistency.self, AuditExport.self, AuditPackageCommand.self,
        ],
        aliases: ["审计"])
}

/// A command whose exit status answers a question: 0 yes, 1 no, 2 it could not be found out.
protocol AnsweringCommand: MusterCommand {}

extension AnsweringCommand {
    func exitStatus(of failure: Failure) -> Int32 { failure.status == .usage ? failure.status.rawValue : 2 }
}
