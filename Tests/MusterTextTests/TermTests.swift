import MusterDomain
import Testing

@testable import MusterText

@Suite struct TermTests {
    private static func keys<Member: Code>(_ type: Member.Type) -> [String] {
        type.allCases.map { "\(type).\($0.name)" }
    }

    /// Every member of every enumeration that a person may read.
    static let terms: [String] = [
        keys(WhistleState.self), keys(CallState.self), keys(MeetingState.self), keys(TaskState.self),
        keys(BackEntryState.self), keys(WhistleAct.self), keys(CallAct.self), keys(MeetingAct.self),
        keys(TaskAct.self), keys(WhistleKind.self), keys(ClosingClass.self), keys(CallRole.self),
        keys(CancelCause.self), keys(ArrivalMode.self), keys(ObjectionGround.self), keys(Ruling.self),
        keys(MeetingKind.self), keys(ClaimedResult.self), keys(Verdict.self), keys(ContactOutcome.self),
        keys(Solved.self), keys(DeadlineKind.self), keys(UnitKind.self), keys(BackEntry.Channel.self),
        keys(PostRole.self), keys(ErasureBasis.self), Role.allCases.map { "Role.\($0.rawValue)" },
        Right.allCases.map { "Right.\($0.rawValue)" },
    ].flatMap { $0 }

    @Test(arguments: terms) func `Every member of an enumeration has its term`(key: String) {
        #expect(Catalogue.muster.knows(key))
    }

    @Test func `Every field has its label`() {
        #expect(Field.allCases.map { "Field.\($0.rawValue)" }.filter { !Catalogue.muster.knows($0) } == [])
    }

    @Test func `Every standing has its name`() {
        let names = Standing(rawValue: .max).names
        #expect(names.count == 6)
        #expect(names.filter { !Catalogue.muster.knows("Standing.\($0)") } == [])
    }

    @Test func `No term is left without its member`() {
        let known = Set(Self.terms)
        let parts = [Sentences.states, Sentences.acts, Sentences.codes]
        let others = parts.joined().map(\.key).filter { !known.contains($0) }
        #expect(others == ["Act.import", "label.yes", "label.no"])
        #expect(Sentences.fields.count == Field.allCases.count)
    }

    @Test func `Members of one enumeration differ in both languages`() {
        for language in Language.allCases {
            for (type, members) in Dictionary(grouping: Self.terms, by: { $0.prefix { $0 != "." } }) {
                let words = Set(members.map { Catalogue.muster.say($0, language) })
                #expect(words.count == members.count, "\(type) in \(language)")
            }
            #expect(Set(Sentences.fields.map { $0.wording(language) }).count == Field.allCases.count)
        }
    }

    @Test func `The glossary's words are used`() {
        #expect(Catalogue.muster.say("UnitKind.street", .zh) == "街道")
        #expect(Catalogue.muster.say("UnitKind.centre", .en) == "command centre")
        #expect(Catalogue.muster.say("WhistleKind.keyWork", .zh) == "重点工作哨")
        #expect(Catalogue.muster.say("Ruling.release", .zh) == "同意退单")
    }
}
