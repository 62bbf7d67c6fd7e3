import Foundation
import MusterDomain
import Testing

@testable import MusterText

/// What the command line asks the catalogue for has to be there, and what a sentence tells people to type has to exist.
@Suite struct CommandWordTests {
    /// The command line's code in one text.
    private static let code: String = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = package.appendingPathComponent("Sources/MusterCLI")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }()

    private static func words(_ pattern: Regex<(Substring, Substring)>) -> Set<String> {
        Set(code.matches(of: pattern).map { String($0.1) })
    }

    private static func kebab(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    @Test func `Every key that the command line asks for has its sentence`() {
        // A failure may name the key of its sentence, at the latest some lines below.
        let failures = Self.code.matches(of: /Failure\(\s*"([A-Za-z0-9]+)"/)
            .filter { !Self.code[$0.range.upperBound...].prefix(160).contains("key:") }.map { "error.\($0.1)" }
        let keys =
            Self.words(/\bhelp\("([A-Za-z0-9.]+)"\)/).map { "help.option.\($0)" }
            + Self.words(/\babout\("([A-Za-z0-9.-]+)"\)/).map { "help.\($0)" }
            + Self.words(/static let verb = ActName\.([A-Za-z0-9]+)/).flatMap { ["done.\($0)", "next.\($0)"] }
            + Self.words(/\bsay\("([A-Za-z0-9.]+)"/).filter { $0.contains(".") }
            + failures
        #expect(keys.count > 150)
        #expect(keys.filter { !Catalogue.muster.knows($0) }.sorted() == [])
    }

    @Test(arguments: Language.allCases)
    func `Every command and option in a sentence is one that can be typed`(language: Language) {
        let names = Self.words(/commandName: "([a-z0-9-]+)"/)
        let groups: Set<String> = ["group", "meeting", "task", "evaluate", "unit", "post", "token", "config", "import"]
        let flags = Self.words(/@(?:Option|Flag)\(name: \.long[^\n]*\)\s+var ([A-Za-z0-9]+)/).map(Self.kebab)
        let options = Self.words(/customLong\("([a-z0-9-]+)"\)/).union(flags).union(["help"])
        for sentence in Sentences.all.joined() {
            let wording = sentence.wording(language)
            for match in wording.matches(of: /muster ([a-z][a-z-]*)(?: ([a-z0-9][a-z0-9-]*))?/) {
                let (verb, second) = (String(match.1), match.2.map(String.init))
                #expect(names.contains(verb) || verb == "ack", "\(sentence.key): muster \(verb)")
                if groups.contains(verb), let second {
                    #expect(names.contains(second), "\(sentence.key): muster \(verb) \(second)")
                }
            }
            for match in wording.matches(of: /--([a-z][a-z0-9-]*)/) {
                #expect(options.contains(String(match.1)), "\(sentence.key): --\(match.1)")
            }
        }
    }

    /// Acts that a flag or one of several commands chooses, so that no command has their name alone.
    private static let shared: Set<WhistleAct> = [
        .leadGroup, .changeMembers, .holdMeeting, .workOnTask, .ruleOnEntry, .accept, .sendBack, .closeVerified,
        .closeOtherwise,
    ]

    @Test(arguments: WhistleAct.allCases.filter { $0 != .closeImported && $0 != .deliver })
    func `What is shown as a next step is a verb, and its Chinese name is one too`(act: WhistleAct) throws {
        let line = try #require(Self.code.firstRange(of: "case .\(act.name): \""))
        let verb = Self.code[line.upperBound...].prefix { $0 != "\"" }
        let name = try #require(verb.split(separator: " ").last)
        var aliases = ""
        for start in Self.code.ranges(of: "commandName: \"\(name)\"") {
            let rest = Self.code[start.upperBound...].prefix(400)
            guard let list = rest.firstRange(of: "aliases: [") else { continue }
            aliases += rest[list.upperBound...].prefix { $0 != "]" } + ","
        }
        #expect(!aliases.isEmpty)
        let term = Catalogue.muster.say("WhistleAct.\(act.name)", .zh)
        #expect(Self.shared.contains(act) || aliases.contains("\"\(term)\""), "\(term): muster \(verb)")
    }

    private static func names<Member: Code>(_ type: Member.Type) -> [String] { type.allCases.map(\.name) }

    private static let choices: [(option: String, names: [String])] = [
        ("kind", names(WhistleKind.self)), ("ground", names(ObjectionGround.self)),
        ("cause", names(CancelCause.self)), ("unitKind", names(UnitKind.self)), ("mode", names(ArrivalMode.self)),
        ("meetingKind", names(MeetingKind.self)), ("result", names(ClaimedResult.self)),
        ("outcome", names(ContactOutcome.self)), ("solved", names(Solved.self).filter { $0 != "unsaid" }),
        ("class", names(ClosingClass.self)), ("via", names(BackEntry.Channel.self)), ("postRole", names(PostRole.self)),
    ]

    @Test(arguments: choices) func `An option's help names all that may be chosen`(option: String, names: [String]) {
        for language in Language.allCases {
            let help = Catalogue.muster.say("help.option.\(option)", language)
            #expect(names.filter { !help.contains($0) } == [])
        }
    }
}
