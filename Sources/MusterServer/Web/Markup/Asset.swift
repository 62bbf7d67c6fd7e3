import Crypto

/// A file that pages need, under an address that changes with its content, so that browsers may keep it for ever.
struct Asset: Sendable {
    /// Its bytes.
    let bytes: [UInt8]
    /// Its media type.
    let mediaType: String
    /// Its file name, such as `style.0a1b2c3d4e5f.css`.
    let name: String

    /// Its address.
    var path: String { "/assets/\(name)" }

    /// The one stylesheet.
    static let stylesheet = Asset("style", "css", "text/css; charset=utf-8", PackageResources.style_css)
    /// The mark beside the name in the browser's tab.
    static let mark = Asset("mark", "svg", "image/svg+xml", PackageResources.mark_svg)

    /// All of them.
    static let all = [stylesheet, mark]

    private init(_ stem: String, _ ending: String, _ mediaType: String, _ bytes: [UInt8]) {
        self.bytes = bytes
        self.mediaType = mediaType
        name = "\(stem).\(Hex.text(SHA256.hash(data: bytes).prefix(6))).\(ending)"
    }
}
