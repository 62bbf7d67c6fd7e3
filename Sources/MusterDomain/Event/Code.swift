/// An enumeration that entries spell by name and fold rows keep by number.
///
/// Both the names and the numbers are the storage format: a case is never renamed, removed or renumbered.
/// Numbers are the places in `allCases`, from 0.
public protocol Code: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable, BitwiseCopyable, Encodable {}

/// An enumeration as a schema sees it: what it is called and its members' names by number.
public struct CodeList: Sendable, Equatable {
    /// The enumeration's name, under which its members have their sentences.
    public var type: String
    /// The members' names by number.
    public var names: [String]
}

extension Code {
    /// The members as a schema sees them.
    static var list: CodeList { CodeList(type: "\(Self.self)", names: allCases.map(\.name)) }

    /// The name as entries spell it.
    public var name: String { "\(self)" }

    /// The member of that name, nil if there is none.
    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
