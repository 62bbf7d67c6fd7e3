public import MusterText

/// Which history a sheet was made from, as its foot says it: whoever keeps the sheet can tell later whether any of the
/// entries was changed, taken out or cut off.
public struct LogSeal: Sendable, Equatable {
    /// How many entries the log had.
    public var size: UInt64
    /// The root of the tree over them (RFC 6962), in base64.
    public var root: String
    /// The name that the log's signed heads bear; nil where none is signed yet.
    public var origin: String?

    /// All of it.
    public init(size: UInt64, root: String, origin: String?) {
        (self.size, self.root, self.origin) = (size, root, origin)
    }

    /// The line at the foot, the same on every sheet.
    public func words(_ language: Language) -> String {
        var values = ["size": "\(size)", "root": root]
        values["origin"] = origin
        return Catalogue.muster.say(origin == nil ? "seal.root" : "seal.rootOfOrigin", language, values)
    }
}

extension TodayFigures {
    /// The history that the figures are of; nil where they are not of a beginning of the log.
    public var seal: LogSeal? { root.map { LogSeal(size: position, root: $0, origin: origin) } }
}

extension DistrictInfo {
    /// The history that the district has; nil where a server does not say its root.
    public var seal: LogSeal? { root.map { LogSeal(size: size, root: $0, origin: origin) } }
}
