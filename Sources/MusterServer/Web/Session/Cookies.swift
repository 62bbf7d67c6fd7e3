/// The cookies that a request carries, and how one is set.
enum Cookies {
    /// The value of a cookie of that name in the `Cookie` fields (RFC 6265, 5.4); nil if it is not there or there
    /// twice, for then somebody has planted one.
    static func value(_ name: String, in fields: [String]) -> String? {
        var found: String?
        for pair in fields.joined(separator: ";").split(separator: ";") {
            guard let cut = pair.firstIndex(of: "="), pair[..<cut].trimmed == name else { continue }
            guard found == nil else { return nil }
            found = pair[pair.index(after: cut)...].trimmed
        }
        return found
    }

    /// A `Set-Cookie` for this host alone. It ends with the browser's session if no age is given.
    static func set(_ name: String, _ value: String, maxAge: Int64? = nil, isHidden: Bool = true) -> String {
        "\(name)=\(value); Path=/; Secure; SameSite=Lax" + (isHidden ? "; HttpOnly" : "")
            + (maxAge.map { "; Max-Age=\($0)" } ?? "")
    }

    /// A `Set-Cookie` that takes a cookie away.
    static func clear(_ name: String) -> String { set(name, "", maxAge: 0) }
}
