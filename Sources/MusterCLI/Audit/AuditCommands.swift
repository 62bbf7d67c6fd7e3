import ArgumentParser

/// `muster audit`: what auditors prove and check.
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: about("audit"),
        discussion: examples("audit"),
        subcommands: [AuditCheck.self, AuditConsistency.self],
        aliases: ["审计"]
    )
}
