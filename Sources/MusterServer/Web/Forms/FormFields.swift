/// The fields of a form or a query: `application/x-www-form-urlencoded`, read strictly.
///
/// A name stands once, the text is UTF-8, and every percent sign begins a code of two hex digits. Line ends of a text
/// area, which browsers send as CR LF, become LF.
struct FormFields: Sendable, Equatable {
    private(set) var values: [String: String]

    /// Why fields were not read.
    enum Fault: Error, Equatable {
        /// More bytes than are taken.
        case tooLarge
        /// More fields than are taken.
        case tooMany
        /// A percent sign without two hex digits.
        case badPercent
        /// Bytes that are not UTF-8, or the character NUL.
        case notText
        /// A name twice.
        case repeated(String)
    }

    /// At most so many bytes are taken.
    static let largest = 256 * 1024
    /// At most so many fields are taken.
    static let most = 64

    /// Fields by their names.
    init(_ values: [String: String] = [:]) { self.values = values }

    /// The fields of a body or of what follows `?`.
    init(decoding bytes: some Collection<UInt8>) throws(Fault) {
        guard bytes.count <= Self.largest else { throw .tooLarge }
        values = [:]
        guard !bytes.isEmpty else { return }
        for pair in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            let cut = pair.firstIndex(of: UInt8(ascii: "="))
            let name = try Self.text(pair[..<(cut ?? pair.endIndex)])
            let value = try cut.map { at throws(Fault) in try Self.text(pair[pair.index(after: at)...]) } ?? ""
            guard values[name] == nil else { throw .repeated(name) }
            guard values.count < Self.most else { throw .tooMany }
            values[name] = value
        }
    }

    /// What a field holds; nil if it is not there.
    subscript(name: String) -> String? { values[name] }

    /// The others.
    func without(_ names: Set<String>) -> FormFields { FormFields(values.filter { !names.contains($0.key) }) }

    /// What a field holds without white space around it; nil if that is nothing.
    func text(_ name: String) -> String? {
        guard let value = values[name] else { return nil }
        let text = value.trimmed
        return text.isEmpty ? nil : text
    }

    private static func text(_ bytes: some Collection<UInt8>) throws(Fault) -> String {
        guard let plain = FormText.unescaped(bytes, plusIsSpace: true) else { throw .badPercent }
        guard let text = FormText.text(of: plain) else { throw .notText }
        return text
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
