import Testing

@testable import MusterText

@Suite struct CatalogueTests {
    private let catalogue = Catalogue([
        [Sentence("late", zh: "{unit} 已超 {time}", en: "{time} late: {unit}")],
        [Sentence("json", zh: #"{"a": {n}}"#, en: #"{"a": {n}} {} {a b} {"#)],
    ])

    @Test func `A sentence is said in the language asked for with its values`() {
        let values = ["unit": "城管局", "time": "2 h"]
        #expect(catalogue.say("late", .zh, values) == "城管局 已超 2 h")
        #expect(catalogue.say("late", .en, values) == "2 h late: 城管局")
        #expect(catalogue.knows("late"))
    }

    @Test func `An unknown key and a missing value stay visible`() {
        #expect(catalogue.say("nothing.here", .zh) == "«nothing.here»")
        #expect(!catalogue.knows("nothing.here"))
        #expect(catalogue.say("late", .en, ["time": "2 h"]) == "2 h late: {unit}")
    }

    @Test func `A value is never filled again and other braces stand for themselves`() {
        #expect(catalogue.say("late", .zh, ["unit": "{time}", "time": "2 h"]) == "{time} 已超 2 h")
        #expect(catalogue.say("json", .zh, ["n": "1"]) == #"{"a": 1}"#)
        #expect(catalogue.say("json", .en, ["n": "1"]) == #"{"a": 1} {} {a b} {"#)
    }

    @Test func `Faults of a list are found`() {
        let parts: [[Sentence]] = [
            [Sentence("a", zh: "一", en: " "), Sentence("b", zh: "{x}", en: "{y}")],
            [Sentence("a", zh: "一", en: "one")],
        ]
        #expect(
            Catalogue.faults(in: parts) == [
                .emptyWording(key: "a", .en), .differentPlaceholders(key: "b"), .repeatedKey("a"),
            ]
        )
    }

    @Test func `Muster's own sentences have unique keys, both languages and the same placeholders in both`() {
        #expect(Catalogue.faults(in: Sentences.all) == [])
    }
}
