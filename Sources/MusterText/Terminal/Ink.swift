/// A style that a piece of terminal text may have.
public enum Ink: Sendable, CaseIterable {
    /// Late, refused, broken.
    case red
    /// Due soon, needs a look.
    case yellow
    /// Done, on time.
    case green
    /// Names and numbers that lead on to something.
    case cyan
    /// Beside the point: codes, hints.
    case dim
    /// Headings and the one word that matters.
    case bold

    /// The parameter of the control sequence SGR (ECMA-48 §8.3.117) that turns the style on.
    var parameter: String {
        switch self {
        case .red: "31"
        case .yellow: "33"
        case .green: "32"
        case .cyan: "36"
        case .dim: "2"
        case .bold: "1"
        }
    }
}

/// Paints text, or leaves it alone where the reader is a file, a pipe or a person who wants no colour.
public struct Palette: Sendable, Equatable {
    /// Whether ``paint(_:_:)`` changes anything.
    public let isEnabled: Bool

    /// A palette that paints or does not.
    public init(isEnabled: Bool) { self.isEnabled = isEnabled }

    /// Leaves every text as it is.
    public static let plain = Palette(isEnabled: false)

    /// The text in that style; an empty text stays empty.
    public func paint(_ text: String, _ ink: Ink) -> String {
        isEnabled && !text.isEmpty ? "\u{1B}[\(ink.parameter)m\(text)\u{1B}[0m" : text
    }

    /// The palette for one output stream; stdout and stderr are asked separately, since one may be a pipe.
    ///
    /// The first of these that says something decides: the flag; `NO_COLOR` set and not empty (no-color.org);
    /// `FORCE_COLOR` set and not empty, where `0` means off; `TERM=dumb`; whether the stream is a terminal.
    /// - Parameter flag: false for `--no-color`, true where a command offers the opposite, nil when neither is given.
    public static func suitable(isTTY: Bool, environment: [String: String], flag: Bool? = nil) -> Palette {
        if let flag { return Palette(isEnabled: flag) }
        if let refusal = environment["NO_COLOR"], !refusal.isEmpty { return .plain }
        if let force = environment["FORCE_COLOR"], !force.isEmpty { return Palette(isEnabled: force != "0") }
        return Palette(isEnabled: isTTY && environment["TERM"] != "dumb")
    }
}
