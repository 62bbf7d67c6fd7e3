import MusterDomain

/// Puts texts together from fragments, as long as such texts are.
enum Writer {
    /// Where, down to the compound.
    static func place(_ chance: inout Chance) -> Text {
        let number = chance.within(1...188)
        return text(
            chance.pick(Phrases.roads), "\(number)号", chance.pick(Phrases.compounds), chance.pick(Phrases.spots))
    }

    /// One line: what it is about.
    static func subject(_ matter: Matter, _ chance: inout Chance) -> Text {
        text(chance.pick(Phrases.compounds), chance.pick(matter.troubles))
    }

    static func whyNotAlone(_ chance: inout Chance) -> Text {
        paragraph(chance.within(1...2), &chance) { chance in
            [
                chance.pick(Phrases.openings), chance.pick(Phrases.burdens), "，", chance.pick(Phrases.limits), "，",
                chance.pick(Phrases.wishes), "。",
            ]
        }
    }

    static func reason(_ chance: inout Chance) -> Text {
        text(chance.pick(Phrases.openings), chance.pick(Phrases.reasons), "。")
    }

    static func basis(_ chance: inout Chance) -> Text {
        text(chance.pick(Phrases.bases), "，", chance.pick(Phrases.reasons), "。")
    }

    static func note(_ chance: inout Chance) -> Text {
        paragraph(chance.within(1...2), &chance) { chance in
            [chance.pick(Phrases.openings), chance.pick(Phrases.works), "。"]
        }
    }

    static func summary(_ chance: inout Chance) -> Text {
        paragraph(chance.within(1...3), &chance) { chance in
            [chance.pick(Phrases.works), "，", chance.pick(Phrases.results), "。"]
        }
    }

    static func duty(_ chance: inout Chance) -> Text { text(chance.pick(Phrases.duties)) }

    static func agenda(_ chance: inout Chance) -> Text {
        paragraph(chance.within(2...4), &chance) { chance in [chance.pick(Phrases.agendas), "；"] }
    }

    static func venue(_ chance: inout Chance) -> Text { text(chance.pick(Phrases.venues)) }

    static func caption(_ chance: inout Chance) -> Text { text(chance.pick(Phrases.captions)) }

    /// Some hundred characters.
    static func minutes(_ chance: inout Chance) -> Text {
        paragraph(chance.within(3...9), &chance) { chance in
            [
                chance.pick(Phrases.openings), chance.pick(Phrases.burdens), "。会议明确：", chance.pick(Phrases.duties), "，",
                chance.pick(Phrases.wishes), "。",
            ]
        }
    }

    static func answer(_ chance: inout Chance) -> Text { text(chance.pick(Phrases.answers), "。") }

    static func comment(_ chance: inout Chance) -> Text {
        text(chance.pick(Phrases.comments), "，", chance.pick(Phrases.results), "。")
    }

    static func correction(_ chance: inout Chance) -> Text { text(chance.pick(Phrases.corrections)) }

    /// What another system says besides.
    static func detail(_ chance: inout Chance) -> Text {
        paragraph(chance.within(2...4), &chance) { chance in
            [chance.pick(Phrases.openings), chance.pick(Phrases.burdens), "，", chance.pick(Phrases.wishes), "。"]
        }
    }

    private static func text(_ parts: String...) -> Text { Text(normalised: joined(parts)) }

    private static func joined(_ parts: [String]) -> String {
        var whole = ""
        whole.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count })
        for part in parts { whole += part }
        return whole
    }

    private static func paragraph(
        _ sentences: Int, _ chance: inout Chance, _ sentence: (inout Chance) -> [String]
    ) -> Text {
        var whole = ""
        whole.reserveCapacity(sentences * 150)
        for _ in 0..<sentences {
            for part in sentence(&chance) { whole += part }
        }
        return Text(normalised: whole)
    }
}
