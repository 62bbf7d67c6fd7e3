import MusterAPI
import MusterText

/// What stands around every page: who is signed in, the language, the clock, the request.
struct Frame: Sendable {
    /// How the page says things.
    var wording: Wording
    /// The id of the request.
    var requestID: String
    /// The page's own address, to come back to in the other language.
    var address: String
    /// The district; nil before one is signed in.
    var district: DistrictInfo?
    /// The history that the page was made from, for those that are printed: their foot says it on paper.
    var seal: LogSeal?
    /// Who is signed in.
    var identity: Identity?
    /// Until when.
    var signedInUntil: Moment?

    /// The address of the reader's list.
    var inboxAddress: String { district.map { Address.inbox($0.district) } ?? "/" }

    /// A page made of a template and its slots, with the frame around.
    func page(_ template: String, title: String, isFaulty: Bool = false, _ slots: Slots) -> String {
        var slots = slots
        let service = wording.say("web.service")
        let full = wording.say("web.titleOf", ["page": title, "service": service])
        slots["lang"] = wording.language.tag
        slots["windowTitle"] = isFaulty ? wording.say("web.errorTitle", ["title": full]) : full
        slots["style"] = Asset.stylesheet.path
        slots["mark"] = Asset.mark.path
        slots["home"] = inboxAddress
        slots["districtName"] = district?.name
        // The matters' own words are in the district's language, whatever the page's is.
        let words = district.flatMap { Language(rawValue: $0.language) }
        slots["wordsLang"] = words == wording.language ? nil : words?.tag
        slots["account"] = identity.map { account($0) }
        slots["other"] = other
        slots["footClock"] = wording.say("web.clock", ["time": wording.now.localText(wording.language)])
        slots["footSeal"] = seal?.words(wording.language)
        slots["footUntil"] = signedInUntil.map {
            wording.say("web.signedInUntil", ["time": $0.localText(wording.language)])
        }
        slots["footRequest"] = wording.say("web.requestID", ["id": requestID])
        return Templates.all.page(template, slots, wording.language)
    }

    private func account(_ identity: Identity) -> Slots {
        ["unit": identity.unitName, "post": identity.title, "isReadOnly": identity.readOnly]
    }

    private var other: Slots {
        let language = wording.language.other
        let back = PercentText.query(["back": address == "/" ? nil : address])
        return [
            "tag": language.tag, "name": Catalogue.muster.say("web.languageName", language),
            "address": "/language/\(language.rawValue)\(back)",
        ]
    }
}

/// Where the pages are.
enum Address {
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"

    /// A unit's list; the reader's own if none is named.
    static func inbox(_ district: String) -> String { "/d/\(PercentText.encoded(district))/inbox" }

    /// One whistle.
    static func whistle(_ name: String, in district: String) -> String {
        "/d/\(PercentText.encoded(district))/whistles/\(PercentText.encoded(name))"
    }

    /// A file that is attached to a whistle.
    static func file(_ sha256: String, of whistle: String, in district: String) -> String {
        Self.whistle(whistle, in: district) + "/files/\(PercentText.encoded(sha256))"
    }

    /// The form of an act.
    static func act(_ act: WebAct, task: Int?, on whistle: String, in district: String) -> String {
        Self.whistle(whistle, in: district) + "/\(act.rawValue)" + PercentText.query(["task": task.map { "\($0)" }])
    }
}
