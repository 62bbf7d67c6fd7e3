/// Where a text stands: in which field of the entry at which position.
public struct TextPlace: Sendable, Hashable {
    /// The position of its entry.
    public var position: Position
    /// The field that it fills, as the entry spells it.
    public var field: String

    /// A text by its place.
    public init(position: Position, field: String) {
        self.position = position
        self.field = field
    }

    /// Fields are told apart by their bytes: `==` takes canonically equivalent spellings for one.
    public static func == (one: TextPlace, other: TextPlace) -> Bool {
        one.position == other.position && one.field.utf8.elementsEqual(other.field.utf8)
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        for byte in field.utf8 { hasher.combine(byte) }
    }
}
