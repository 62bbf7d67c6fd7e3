import MusterDomain
import Testing

@testable import MusterText

@Suite struct EventSentenceTests {
    private static func placeholders(_ key: String) -> Set<String>? {
        Sentences.all.joined().first { $0.key == key }.map { Template($0.zh).placeholders }
    }

    @Test(arguments: EventKind.allCases)
    func `An event's line uses required fields alone, and every text among them`(kind: EventKind) throws {
        let schema = kind.schema
        let used = try #require(Self.placeholders("event.\(schema.type)"))
        #expect(used.subtracting(schema.required.map(\.rawValue)) == [])
        let texts = schema.required.filter { $0.type == .words }.map(\.rawValue)
        #expect(Set(texts).subtracting(used) == [])
    }

    @Test func `Every optional field has a clause of its own`() {
        let optional = Set(EventKind.allCases.flatMap(\.schema.optional) + EventSchema.ofBackEntry)
        for field in optional {
            #expect(Self.placeholders("eventExtra.\(field.rawValue)") == [field.rawValue])
        }
        #expect(Sentences.eventExtras.count == optional.count)
    }

    @Test func `A clause can follow every line`() {
        let lines = Sentences.all.joined().filter { $0.key.hasPrefix("event.") && $0.key != "event.erased" }
        #expect(lines.count == EventKind.allCases.count)
        for line in lines {
            #expect(line.zh.last != "。" && line.en.last != ".", "\(line.key)")
            #expect(!line.zh.contains("\n") && !line.en.contains("\n"), "\(line.key)")
        }
    }

    @Test func `A line and its clauses read as one`() {
        let catalogue = Catalogue.muster
        let values = ["unit": "城管局", "ground": "非本单位职责", "basis": "三定方案", "reason": "属水务", "proposed": "水务局"]
        #expect(
            catalogue.say("event.call.objected", .zh, values) + catalogue.say("eventExtra.proposed", .zh, values)
                == "城管局申请退单（非本单位职责），裁决前时限照走；依据：三定方案；理由：属水务，建议改派水务局"
        )
    }
}
