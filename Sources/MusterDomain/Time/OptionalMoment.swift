/// Keeps a moment that may not be there in eight bytes, where `Instant?` takes sixteen with its padding.
@propertyWrapper
public struct OptionalMoment: Hashable, Sendable, BitwiseCopyable {
    /// ``none``, or milliseconds since 1970-01-01T00:00:00Z. No calendar has the moment that stands for none.
    private var milliseconds: Int64
    private static var none: Int64 { .min }

    /// Keeps a moment or its absence.
    public init(wrappedValue: Instant?) { milliseconds = wrappedValue?.milliseconds ?? Self.none }

    /// The moment, nil if there is none.
    public var wrappedValue: Instant? {
        get { milliseconds == Self.none ? nil : Instant(milliseconds: milliseconds) }
        set { milliseconds = newValue?.milliseconds ?? Self.none }
    }
}
