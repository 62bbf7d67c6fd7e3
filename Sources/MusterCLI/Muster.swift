import ArgumentParser
import Foundation
import MusterAPI
import MusterText

/// The program: streets act by it, the centre and auditors read by it.
@main
struct Muster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract: about("muster"),
        discussion: examples("muster"),
        version: VersionCommand.line(in: helpLanguage),
        groupedSubcommands: [
            CommandGroup(
                name: about("group.start"), subcommands: [Demo.self, Init.self, Import.self, GenerateCommand.self]),
            CommandGroup(
                name: about("group.read"),
                subcommands: [
                    TodayCommand.self, InboxCommand.self, ListWhistles.self, ShowCommand.self, WatchCommand.self,
                    LogCommand.self, ReplayCommand.self, DiffCommand.self,
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
                    TokenCommands.self, Erase.self,
                ]),
            CommandGroup(name: about("group.audit"), subcommands: [AuditCommands.self]),
            CommandGroup(
                name: about("group.program"),
                subcommands: [
                    ServeCommand.self, BackupCommand.self, RestoreCommand.self, RotateKeyCommand.self,
                    DoctorCommand.self, WhoAmI.self,
                    ConfigCommands.self, VersionCommand.self,
                ]),
        ]
    )
}

extension Muster {
    /// Parses and runs. Whatever the parser says, the program says in its own language and form.
    static func main() async {
        let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try await asyncParseAsRoot(words.arguments)
            if var asyncCommand = command as? any AsyncParsableCommand {
                try await asyncCommand.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error, words)
        }
    }

    /// A page that was asked for goes to stdout; what went wrong goes to stderr, unless the command said so itself.
    private static func end(with error: any Error, _ words: CommandWords) -> Never {
        let code = exitCode(for: error).rawValue
        let console = Console(language: helpLanguage, isJSON: words.wantsJSON, noColor: true)
        let text = fullMessage(for: error)
        let isChinese = helpLanguage == .zh && !words.wantsScript
        if text.isEmpty {
            // The command has said what went wrong.
        } else if code == 0 {
            console.out(isChinese ? ParserWords.inChinese(text) : text)
        } else if code == ExitStatus.usage.rawValue, let unknown = words.unknownCommand {
            console.report(unknown)
        } else if code == ExitStatus.usage.rawValue, words.wantsJSON {
            console.report(Failure(usage: message(for: error)))
        } else {
            console.note(isChinese ? ParserWords.inChinese(text) : text)
        }
        Glibc.exit(code)
    }
}
