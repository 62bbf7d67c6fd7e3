import HTTPTypes

/// Whether a form was sent from a page of this server, and not from another site in the reader's name.
///
/// Browsers say so themselves: `Sec-Fetch-Site` (Fetch Metadata) on every request, `Origin` (Fetch, 3.1) on every
/// POST; a page can forge neither. Where both are missing, as in old browsers, the `Referer` has to be of this host.
enum Provenance {
    /// Whether the request comes from this host's own pages.
    static func isOwn(_ headers: HTTPFields, host: String?) -> Bool {
        guard let host, !host.isEmpty else { return false }
        let origin = headers[.origin]
        switch headers[.secFetchSite] {
        // `none`: the person asked for it, not a page; the origin then has to be here.
        case "same-origin"?: return origin.map { isHere($0, host) } ?? true
        case "none"?: return origin.map { isHere($0, host) } ?? false
        case .some: return false
        case nil: break
        }
        if let origin { return isHere(origin, host) }
        return headers[.referer].map { isHere($0, host) } ?? false
    }

    /// Whether an origin or an address is of that host. Its scheme is not compared: behind a proxy this server does
    /// not see it.
    private static func isHere(_ address: String, _ host: String) -> Bool {
        let lower = address.lowercased()
        for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
            let rest = lower.dropFirst(scheme.count)
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            return plain(authority, scheme) == plain(host.lowercased()[...], scheme)
        }
        return false
    }

    /// A host without the port that its scheme has anyhow.
    private static func plain(_ authority: Substring, _ scheme: String) -> Substring {
        let port = scheme == "https://" ? ":443" : ":80"
        return authority.hasSuffix(port) ? authority.dropLast(port.count) : authority
    }
}

extension HTTPField.Name {
    static let secFetchSite = requiredField("Sec-Fetch-Site")
    static let refresh = requiredField("Refresh")
}
