/// A wording cut at its placeholders.
///
/// A placeholder is an ASCII letter and then letters and digits between braces; any other brace stands for itself, so
/// that a sentence can show a piece of JSON.
struct Template {
    enum Piece: Equatable {
        case text(Substring)
        case placeholder(Substring)
    }

    let pieces: [Piece]

    init(_ wording: String) {
        var pieces: [Piece] = []
        var rest = wording[...]
        while let open = rest.firstIndex(of: "{") {
            let name = rest[rest.index(after: open)...].prefix { $0 != "{" && $0 != "}" }
            let closes = name.endIndex < rest.endIndex && rest[name.endIndex] == "}"
            if closes, Template.isName(name) {
                if open > rest.startIndex { pieces.append(.text(rest[..<open])) }
                pieces.append(.placeholder(name))
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                pieces.append(.text(rest[..<name.startIndex]))
                rest = rest[name.startIndex...]
            }
        }
        if !rest.isEmpty { pieces.append(.text(rest)) }
        self.pieces = pieces
    }

    var placeholders: Set<String> {
        var names: Set<String> = []
        for case .placeholder(let name) in pieces { names.insert(String(name)) }
        return names
    }

    func filled(with values: [String: String]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .placeholder(let name): result += values[String(name)] ?? "{\(name)}"
            }
        }
        return result
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
