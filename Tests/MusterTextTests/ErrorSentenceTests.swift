import Testing

@testable import MusterText

@Suite struct ErrorSentenceTests {
    /// The errors of the ledger, of its store and of the command line, with the values that each has to show.
    private static let errors: [(code: String, values: Set<String>)] = [
        ("staleRevision", ["expected", "actual"]), ("commandReused", ["id"]), ("badCommandID", ["id"]),
        ("entryTooLarge", ["bytes"]), ("outcomeUnknown", []), ("abandoned", []), ("notEstablished", []),
        ("damaged", ["position", "what"]),
        ("missing", ["path"]), ("alreadyThere", ["path"]), ("notALedger", ["path"]),
        ("newerFormat", ["found", "known"]), ("olderFormat", ["found", "known"]),
        ("headAhead", ["head", "log"]), ("headForked", ["size"]), ("headForeign", ["origin"]),
        ("headUnreadable", ["detail"]), ("keyUnreadable", ["detail"]),
        ("held", ["holder"]), ("readOnly", []), ("closed", []),
        ("wrongSize", ["expected", "actual"]), ("wrongRevision", ["expected", "actual"]),
        ("wrongName", ["what"]), ("commandRepeated", ["id"]), ("malformed", ["what"]), ("noSpace", []),
        ("io", ["detail"]),
        ("unknownUnit", ["text", "suggestions"]), ("unknownUnitAlone", ["text"]),
        ("ambiguousUnit", ["text", "candidates"]), ("unknownPost", ["text", "suggestions"]),
        ("unknownPostAlone", ["text"]), ("unknownWhistle", ["text"]),
        ("noLedger", []), ("noActor", []), ("badMoment", ["text"]), ("badValue", ["text", "option", "allowed"]),
        ("invalidUTF8", ["field"]), ("fileUnreadable", ["path", "detail"]),
        ("fileUnwritable", ["path", "detail"]),
        ("headUnsigned", ["detail"]), ("missingOption", ["option"]),
        ("usage", ["message"]), ("unknownCommand", ["text", "suggestions"]), ("unknownCommandAlone", ["text"]),
    ]

    @Test func `Every error has its line with its values`() {
        let lines = Sentences.ledgerErrors + Sentences.inputErrors
        #expect(lines.count == Self.errors.count)
        for (code, values) in Self.errors {
            let line = lines.first { $0.key == "error.\(code)" }
            #expect(line.map { Template($0.zh).placeholders } == values, "\(code)")
            #expect(line?.zh.contains("\n") == false && line?.en.contains("\n") == false, "\(code)")
        }
    }

    @Test func `What may have been written is tried again with the same command id`() {
        for language in Language.allCases {
            #expect(Catalogue.muster.say("error.outcomeUnknown", language).contains("--command-id"))
        }
    }

    @Test func `The moments given as examples can be typed`() {
        for language in Language.allCases {
            let line = Catalogue.muster.say("error.badMoment", language)
            let examples = line.drop { $0 != "2" }.replacing(" or ", with: "、").replacing(", ", with: "、")
                .split(separator: "、").map { $0.trimmingSuffix { $0 == "。" || $0 == "." } }
            #expect(examples.count >= 4)
            for example in examples {
                #expect(Moment(typed: String(example), now: Moment(milliseconds: 0)) != nil, "\(example)")
            }
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !isDropped($0) }.map { index(after: $0) } ?? startIndex)]
    }
}
