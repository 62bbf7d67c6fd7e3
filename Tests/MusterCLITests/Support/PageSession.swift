/// A page of the documentation cut into what stays and what its `console` blocks show: a command, and the lines that it
/// prints.
struct PageSession {
    struct Command {
        /// The lines as they stand on the page, with their prompts.
        var lines: [String]
        var output: [String] = []

        /// What the shell is given.
        var script: String {
            lines.map { String($0.drop { $0 == "$" || $0 == ">" }.drop { $0 == " " }) }.joined(separator: "\n")
        }
    }

    enum Part {
        case text(String)
        case command(Command)
    }

    var parts: [Part] = []
    var commands: [Command] {
        parts.compactMap { part in
            if case .command(let command) = part { command } else { nil }
        }
    }

    init(_ page: String) {
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
                parts.append(.text(line))
            } else if isInside {
                add(line)
            } else {
                parts.append(.text(line))
            }
        }
    }

    private mutating func add(_ line: String) {
        if !line.hasPrefix("$ "), case .command(var command)? = parts.last {
            let isContinued = command.output.isEmpty && command.lines.last?.hasSuffix("\\") == true
            if isContinued || command.output.isEmpty && line.hasPrefix("> ") {
                command.lines.append(line)
            } else {
                command.output.append(line)
            }
            parts[parts.count - 1] = .command(command)
        } else {
            parts.append(.command(Command(lines: [line])))
        }
    }

    /// The page again.
    var page: String {
        parts.map { part in
            switch part {
            case .text(let line): line
            case .command(let command): (command.lines + command.output).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}
