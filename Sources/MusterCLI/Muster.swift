import ArgumentParser

/// The program: streets act by it, the centre and auditors read by it.
@main
struct Muster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract: about("muster"),
        discussion: examples("muster"),
        groupedSubcommands: [
            CommandGroup(
                name: about("group.start"), subcommands: [Demo.self, Init.self, Import.self]),
            CommandGroup(
                name: about("group.read"),
                subcommands: [
                    TodayCommand.self, InboxCommand.self, ListWhistles.self, ShowCommand.self, LogCommand.self,
                    ReplayCommand.self,
                ]),
            CommandGroup(
                name: about("group.street"),
                subcommands: [
                    RaiseWhistle.self, Approve.self, Dispatch.self, Link.self, Recall.self, CancelCall.self,
                    Withdraw.self, Inspect.self,
                ]),
            CommandGroup(
                name: about("group.department"),
                subcommands: [Acknowledge.self, ReportIn.self, Object.self, ClaimDone.self]),
            CommandGroup(
                name: about("group.together"),
                subcommands: [
                    Group.self, Meeting.self, TaskCommands.self, Attach.self, Correct.self, Confirm.self,
                    Dispute.self, Evaluate.self,
                ]),
            CommandGroup(
                name: about("group.centre"),
                subcommands: [
                    Arbitrate.self, FollowUp.self, Close.self, Reopen.self, UnitCommands.self, PostCommands.self,
                ]),
            CommandGroup(
                name: about("group.program"),
                subcommands: [WhoAmI.self, ConfigCommands.self, VersionCommand.self]),
        ]
    )
}

extension Muster {
    /// Runs what was asked for. With `--json` a command line that can't be read is answered in JSON, like any failure.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let isUsage = !(error is ExitCode) && exitCode(for: error) == .validationFailure
            if isUsage, CommandLine.arguments.contains("--json") {
                let console = Console(language: helpLanguage, isJSON: true, noColor: true)
                console.report(Failure("usage", status: .usage, ["detail": message(for: error)]))
                exit(withError: ExitCode.validationFailure)
            }
            exit(withError: error)
        }
    }
}
