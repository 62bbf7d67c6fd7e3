public import MusterText

extension ActMember.Form {
    /// What a member may hold, in words: `RFC 3339 moment`, `whole number from 1 to 5`.
    public func words(_ language: Language) -> String {
        func say(_ name: String, _ values: [String: String] = [:]) -> String {
            Catalogue.muster.say("form.\(name)", language, values)
        }
        return switch self {
        case .words: say("words")
        case .string: say("string")
        case .unit: say("unit")
        case .post: say("post")
        case .whistle: say("whistle")
        case .moment: say("moment")
        case .integer(let range): say("integer", ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
        case .flag: say("flag")
        case .code(let names): say("code", ["allowed": names.joined(separator: ", ")])
        case .objects(let members): say("objects", ["members": members.map(\.name).joined(separator: ", ")])
        case .units: say("units")
        }
    }
}
