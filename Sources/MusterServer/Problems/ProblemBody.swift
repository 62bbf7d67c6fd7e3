import HTTPTypes
import MusterText

/// A problem as `application/problem+json` (RFC 9457), written in one place.
enum ProblemBody {
    static let mediaType = "application/problem+json"

    /// The bytes of a body.
    static func bytes(of problem: Problem, _ language: Language, instance: String?) -> [UInt8] {
        let status = problem.status.code
        var text = #"{"type":"urn:muster:problem:\#(problem.code)","title":"#
        text += jsonString(Catalogue.muster.say(titleKey(status), language))
        text += #","status":\#(status),"detail":"# + jsonString(problem.sentence(language))
        if let instance { text += #","instance":"# + jsonString(instance) }
        text += #","code":"# + jsonString(problem.code)
        text += #","zh":"# + jsonString(problem.zh) + #","en":"# + jsonString(problem.en)
        if let member = problem.member {
            text += #","errors":[{"pointer":"# + jsonString("#/" + member) + #","code":"# + jsonString(problem.code)
            text += #","detail":"# + jsonString(problem.sentence(language)) + "}]"
        }
        for (name, json) in problem.members { text += "," + jsonString(name) + ":" + json }
        return Array((text + "}").utf8)
    }

    /// A status without a title of its own has that of its class.
    private static func titleKey(_ status: Int) -> String {
        let key = "problemTitle.\(status)"
        if Catalogue.muster.knows(key) { return key }
        return status >= 500 ? "problemTitle.500" : "problemTitle.400"
    }
}

extension Problem {
    /// The body of the answer.
    func body(_ language: Language, instance: String?) -> [UInt8] {
        ProblemBody.bytes(of: self, language, instance: instance)
    }
}

/// A text as a JSON string, quotes included.
func jsonString(_ text: String) -> String {
    // Most texts need no escape, and a log writes many of them.
    let isPlain = text.utf8.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
