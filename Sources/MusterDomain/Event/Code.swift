import Synchronization

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
    static var list: CodeList { CodeList(type: "\(Self.self)", names: names) }

    /// The names of all members by number. Cost: O(members) when first asked, then O(1).
    private static var names: [String] {
        knownNames.withLock { known in
            let type = ObjectIdentifier(Self.self)
            if let names = known[type] { return names }
            precondition(allCases.enumerated().allSatisfy { $0.offset == Int($0.element.rawValue) }, "not dense")
            let names = allCases.map { "\($0)" }
            known[type] = names
            return names
        }
    }

    /// The name as entries spell it.
    public var name: String { Self.names[Int(rawValue)] }

    /// The member of that name, nil if there is none.
    public init?(name: String) {
        guard let number = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(number))
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

/// What the source calls the members of each enumeration: to ask that anew costs a good part of writing an entry.
private let knownNames = Mutex<[ObjectIdentifier: [String]]>([:])
