import Foundation
import Testing

/// Words that may stand in the sources only at certain places, or nowhere.
struct WordRule: CustomTestStringConvertible {
    let name: String
    /// Regular expressions; the group is what a finding shows.
    let patterns: [String]
    /// Where to look for them.
    var view: @Sendable (SourceText) -> String = { $0.code }
    /// A line that matches this is none of the rule's business.
    var unless: String?
    /// Files and, ending in a slash, folders that may hold them.
    var places: [String] = []
    let reason: String

    var testDescription: String { name }

    func findings(in source: SourceText) -> [Finding] {
        if places.contains(where: { $0.hasSuffix("/") ? source.path.hasPrefix($0) : source.path == $0 }) { return [] }
        let text = view(source)
        let excused = unless.map { occurrences(of: $0, in: text).map(\.line) } ?? []
        return patterns.flatMap { occurrences(of: $0, in: text) }
            .filter { !excused.contains($0.line) }
            .map { Finding(path: source.path, line: $0.line, words: "\($0.found): \(reason)") }
    }
}

extension WordRule {
    static let all = [sql, clock, randomness, printing, surroundings, forcedTry, silentTrap, unexplainedUnchecked]

    static let sql = WordRule(
        name: "SQL stays in the store",
        patterns: [
            #"\b(SELECT|INSERT\s+(?:OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|CREATE\s+(?:TABLE|INDEX|VIEW))\s"#,
            #"\b(PRAGMA|BEGIN\s+IMMEDIATE|ATTACH\s+DATABASE|VACUUM)\b"#,
        ],
        view: { $0.literals },
        places: ["Sources/SQLiteEventStore/"],
        reason: "only SQLiteEventStore speaks SQL"
    )

    static let clock = WordRule(
        name: "Clocks are read at the edges",
        patterns: [
            #"\b(Date\(\s*\)|Date\(timeIntervalSinceNow)"#,
            #"\b((?:Continuous|Suspending|UTC)Clock)\b"#,
            #"\b((?:Date|DispatchTime|DispatchWallTime|Clock)\s*\.now)\b"#,
            // An implicit member is a clock's; `environment.now` is a moment that was handed in.
            #"(?<![\w)\]?!>.`])(\.now)\b"#,
            #"\b(clock_gettime|gettimeofday|systemUptime|CFAbsoluteTimeGetCurrent|mach_absolute_time)\b"#,
            #"(?<![\w.])(time\(\s*nil\s*\))"#,
        ],
        places: [
            "Sources/MusterCLI/", "Sources/MusterEngine/LiveEnvironment.swift",
            "Sources/MusterEngine/Ledger/Ledger+Waiting.swift", "Sources/MusterService/Waiting.swift",
            "Sources/SQLiteEventStore/WriterLock.swift",
        ],
        reason: "the time is handed in, so that a run can be repeated"
    )

    static let randomness = WordRule(
        name: "Randomness comes from the edges",
        patterns: [
            #"(\.random)\b"#,
            #"(\.randomElement|\.shuffled?)\s*\("#,
            #"\b(SystemRandomNumberGenerator|arc4random\w*|getrandom|getentropy|UUID\(\s*\))"#,
            #"\b(SymmetricKey\(size:|PrivateKey\(\s*\))"#,
        ],
        // A generator that is handed in is the caller's own.
        unless: #"\busing:"#,
        places: ["Sources/MusterCLI/", "Sources/MusterEngine/LiveEnvironment.swift"],
        reason: "random bytes are handed in, so that a run can be repeated"
    )

    static let printing = WordRule(
        name: "Only the command line prints",
        patterns: [
            #"(?<![\w.])((?:Swift\.)?(?:print|debugPrint)\(|Swift\.dump\()"#,
            #"\b(FileHandle\.standard\w*|NSLog\(|fputs\(|fprintf\(|puts\(|putchar\(|perror\()"#,
        ],
        unless: #"\bfunc\s+(?:print|debugPrint)\("#,
        places: ["Sources/MusterCLI/"],
        reason: "only MusterCLI prints"
    )

    static let surroundings = WordRule(
        name: "Only the command line knows the process around it",
        patterns: [
            #"\b(CommandLine\.|getenv\(|setenv\(|processInfo\.environment)"#, #"(?<![\w.])((?:Glibc\.)?exit\()"#,
        ],
        unless: #"\bfunc\s+exit\("#,
        places: ["Sources/MusterCLI/"],
        reason: "only MusterCLI reads arguments and environment, and ends the process"
    )

    static let forcedTry = WordRule(
        name: "No error is waved through",
        patterns: [#"\b(try!)"#],
        reason: "handle the error, or trap with a message that says why it cannot happen"
    )

    static let silentTrap = WordRule(
        name: "Every trap says why",
        patterns: [#"\b((?:fatalError|preconditionFailure|assertionFailure)\(\s*(?:""\s*)?\))"#],
        view: { $0.uncommented },
        reason: "a trap has a message"
    )

    static let unexplainedUnchecked = WordRule(
        name: "Every promise that the compiler cannot check is explained",
        patterns: [#"(@unchecked\s+Sendable|nonisolated\(unsafe\))"#],
        view: { unexplainedLines(of: $0) },
        reason: "say on the line before which lock or queue makes it true"
    )

    /// The code without the lines that follow a comment; attributes on lines of their own may stand between.
    private static func unexplainedLines(of source: SourceText) -> String {
        var explained = false
        let whole = source.whole.split(separator: "\n", omittingEmptySubsequences: false)
        let code = source.code.split(separator: "\n", omittingEmptySubsequences: false)
        return zip(whole, code).map { whole, code in
            defer {
                let start = whole.trimmingCharacters(in: .whitespaces)
                if !start.hasPrefix("@") { explained = start.hasPrefix("//") }
            }
            return explained ? "" : String(code)
        }.joined(separator: "\n")
    }
}
