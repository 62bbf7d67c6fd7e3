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

    /// Cuts a wording. It is read as bytes, which all that matters here is: sentences are cut anew each time they are
    /// said, and a search by characters would cost more than all the rest of saying one.
    init(_ wording: String) {
        var pieces: [Piece] = []
        let bytes = wording.utf8
        /// Where the text begins that stands in no piece yet.
        var start = bytes.startIndex
        var rest = bytes[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let name = bytes[bytes.index(after: open)...].prefix(while: Self.isOfName)
            rest = bytes[name.endIndex...]
            guard rest.first == UInt8(ascii: "}"), let first = name.first, !Self.isDigit(first) else { continue }
            if open > start { pieces.append(.text(wording[start..<open])) }
            pieces.append(.placeholder(wording[name.startIndex..<name.endIndex]))
            rest = rest.dropFirst()
            start = rest.startIndex
        }
        if start < bytes.endIndex { pieces.append(.text(wording[start...])) }
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

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isOfName(_ byte: UInt8) -> Bool {
        // The bit apart, small and capital letters are the same.
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
