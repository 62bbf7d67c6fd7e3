import MusterDomain
import Testing

@testable import MusterText

/// What a sentence tells people to type has to exist.
@Suite struct CommandWordTests {
    private static let verbs: Set<String> = Set(
        Sentences.help.map { kebab(String($0.key.dropFirst("help.".count))) }
    )
    private static let options: Set<String> = Set(
        Sentences.all.joined().map(\.key).filter { $0.hasPrefix("help.option.") }
            .map { kebab(String($0.dropFirst("help.option.".count))) }
    )
    /// Subcommands; the others are single words or already have their hyphen.
    private static let groups: Set<String> = ["group", "meeting", "task", "evaluate", "unit", "post", "config"]

    private static func kebab(_ name: String) -> String {
        var words = ""
        for (place, character) in name.enumerated() {
            let isNew = character.isUppercase && place > 0 && !(words.last?.isUppercase ?? false)
            words += (isNew ? "-" : "") + String(character)
        }
        return words.lowercased()
    }

    @Test(arguments: Language.allCases)
    func `Every command and option in a sentence is one that has its help`(language: Language) {
        for sentence in Sentences.all.joined() {
            let wording = sentence.wording(language)
            for match in wording.matches(of: /muster (?:--ledger {path} )?([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/) {
                let first = String(match.1)
                var verb = first
                if Self.groups.contains(first), let second = match.2 { verb = "\(first)-\(second)" }
                #expect(Self.verbs.contains(verb), "\(sentence.key): muster \(verb)")
            }
            for match in wording.matches(of: /--([a-z][a-z0-9-]*)/) where match.1 != "help" {
                #expect(Self.options.contains(String(match.1)), "\(sentence.key): --\(match.1)")
            }
        }
    }

    private static let choices: [(option: String, names: [String])] = [
        ("kind", WhistleKind.allCases.map(\.name)), ("ground", ObjectionGround.allCases.map(\.name)), ("cause", CancelCause.allCases.map(\.name)),
        ("ruling", Ruling.allCases.map(\.name)), ("unitKind", UnitKind.allCases.map(\.name)), ("mode", ArrivalMode.allCases.map(\.name)),
        ("meetingKind", MeetingKind.allCases.map(\.name)), ("result", ClaimedResult.allCases.map(\.name)), ("verdict", Verdict.allCases.map(\.name)),
        ("outcome", ContactOutcome.allCases.map(\.name)), ("solved", Solved.allCases.map(\.name).filter { $0 != "unsaid" }),
        ("class", ClosingClass.allCases.map(\.name)), ("via", BackEntry.Channel.allCases.map(\.name)),
    ]

    @Test(arguments: choices) func `An option's help names all that may be chosen`(option: String, names: [String]) {
        for language in Language.allCases {
            let help = Catalogue.muster.say("help.option.\(option)", language)
            #expect(names.filter { !help.contains($0) } == [])
        }
    }
}
