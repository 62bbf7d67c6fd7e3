import ArgumentParser
import MusterAPI
import MusterText

/// `muster doctor`: whether everything that a ledger needs is there, and what to do where it is not.
struct DoctorCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: about("doctor"), discussion: examples("doctor"), aliases: ["体检"])

    @OptionGroup var options: LedgerOptions

    func run(in session: Session) async throws {
        let console = session.console
        let checkup = try await Checkup(of: try session.files)
        if console.isJSON { console.out(json: checkup) } else { checkup.print(on: console) }
        if checkup.result == .bad { throw ExitCode(1) }
    }
}

extension Checkup {
    fileprivate func print(on console: Console) {
        for item in items {
            let (mark, ink): (String, Ink) =
                switch item.state {
                case .good: ("✓", .green)
                case .warning: ("!", .yellow)
                case .bad: ("✗", .red)
                }
            let sentence = console.say("doctor.\(item.check).\(item.finding)", item.values)
            console.out(console.palette.paint(mark + " ", ink) + sentence)
        }
    }
}
