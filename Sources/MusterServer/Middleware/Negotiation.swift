import HTTPTypes

/// Whether the two sides can speak of the same media types.
enum Negotiation {
    /// Refuses a request that accepts nothing that its route answers with (RFC 9110 §12.5.1).
    static func check(accept header: String?, produces: [String]) throws(Problem) {
        guard let header, !header.isEmpty, header != "*/*", !produces.isEmpty else { return }
        // The most specific range that fits a type decides on it.
        let ranges = header.split(separator: ",").prefix(64).map(Range.init)
        let isAccepted = produces.contains { type in
            let fitting = ranges.compactMap { range in range.fit(type).map { ($0, range.quality) } }
            return (fitting.max { $0.0 < $1.0 }?.1 ?? 0) > 0
        }
        guard isAccepted else {
            throw Problem("notAcceptable", status: .notAcceptable, ["types": produces.joined(separator: ", ")])
        }
    }

    /// Refuses a body of another type than the route reads. A charset other than UTF-8 is another type.
    static func check(contentType header: String?, consumes: [String]) throws(Problem) {
        let parts = (header ?? "").split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        let isUTF8 = parts.dropFirst().allSatisfy { parameter in
            !parameter.hasPrefix("charset=") || ["charset=utf-8", "charset=\"utf-8\""].contains(parameter)
        }
        guard let type = parts.first, consumes.contains(type), isUTF8 else {
            let types = consumes.joined(separator: ", ")
            throw Problem(
                "unsupportedMediaType", status: .unsupportedMediaType, ["types": types],
                headers: [.accept: types])
        }
    }

    private struct Range {
        var type: Substring
        var quality: Double

        init(_ text: Substring) {
            let parts = text.split(separator: ";")
            type = parts.first.map { $0[...].trimmed } ?? ""
            quality = 1
            for parameter in parts.dropFirst() where parameter.trimmed.lowercased().hasPrefix("q=") {
                quality = Double(parameter.trimmed.dropFirst(2)) ?? 0
            }
        }

        /// How closely the range names a type; nil if it doesn't.
        func fit(_ media: String) -> Int? {
            let name = type.lowercased()
            // Parameters of the answer, such as a charset, are no part of the comparison.
            let media = media.prefix { $0 != ";" }
            if name == media { return 2 }
            if name == "*/*" || name == "*" { return 0 }
            guard name.hasSuffix("/*"), media.hasPrefix(name.dropLast()) else { return nil }
            return 1
        }
    }
}

extension Substring {
    /// Without spaces at its ends.
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
