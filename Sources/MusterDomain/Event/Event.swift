/// One fact about to enter the log: what happened, in which stream, with its operands by field.
///
/// An event names at most one unit, one person reference and one set of deadlines; a command that concerns
/// several units leaves several events in one append.
public struct Event: Sendable, Equatable {
    /// The kind of fact.
    public let kind: EventKind
    /// The whistle it belongs to; nil for the district's own stream.
    public let whistle: WhistleID?
    /// What it says, in the order of the schema.
    public private(set) var operands: [Operand]

    /// One field and its value.
    public struct Operand: Sendable, Equatable {
        /// The field.
        public var field: Field
        /// Its value, of the type that the field prescribes.
        public var value: Value

        /// A field with its value.
        public init(_ field: Field, _ value: Value) {
            self.field = field
            self.value = value
        }
    }

    /// The value of a field.
    public enum Value: Sendable, Equatable {
        /// A number, flag, moment, code or the number of a named thing.
        case integer(Int64)
        /// A named thing that the log may not know yet, a plain string, or an erasable text.
        case text(String)
    }

    /// An event with the operands that its schema prescribes. A required one that is absent, or one that the
    /// schema does not know, is a mistake in the rules and traps.
    init(_ kind: EventKind, in whistle: WhistleID? = nil, _ values: KeyValuePairs<Field, Value?>) {
        self.kind = kind
        self.whistle = whistle
        let schema = kind.schema
        operands = schema.fields.compactMap { field in
            guard let pair = values.first(where: { $0.key == field }), let value = pair.value else { return nil }
            return Operand(field, value)
        }
        let given = values.reduce(0) { $0 + ($1.value == nil ? 0 : 1) }
        precondition(given == operands.count, "\(kind) got a field outside its schema")
        precondition(
            schema.required.allSatisfy { field in operands.contains { $0.field == field } },
            "\(kind) lacks a required field")
        precondition(schema.fits(whistle), "\(kind) stands in the wrong stream")
    }

    /// An event as the log has it, checked against its schema; nil if it does not fit.
    public init?(recorded kind: EventKind, in whistle: WhistleID?, operands: [Operand]) {
        let schema = kind.schema
        guard schema.fits(whistle),
            schema.required.allSatisfy({ field in operands.contains { $0.field == field } }),
            operands.allSatisfy({ schema.fields.contains($0.field) || EventSchema.ofBackEntry.contains($0.field) })
        else { return nil }
        self.kind = kind
        self.whistle = whistle
        self.operands = operands
    }

    /// The value of a field, nil if the event does not have it.
    public subscript(field: Field) -> Value? {
        operands.first { $0.field == field }?.value
    }

    /// Adds how and for whom the act was entered afterwards.
    mutating func mark(_ backEntry: BackEntry) {
        if let claimed = backEntry.claimedAt { operands.append(Operand(.claimedAt, .moment(claimed))) }
        if let via = backEntry.via { operands.append(Operand(.via, .text(via.name))) }
        if let unit = backEntry.onBehalfOf { operands.append(Operand(.onBehalfOf, .id(unit))) }
    }
}

extension Event.Value {
    static func number(_ value: some BinaryInteger) -> Event.Value { .integer(Int64(value)) }
    static func flag(_ value: Bool) -> Event.Value { .integer(value ? 1 : 0) }
    static func moment(_ value: Instant) -> Event.Value { .integer(value.milliseconds) }
    static func code(_ value: some Code) -> Event.Value { .integer(Int64(value.rawValue)) }
    static func id(_ value: some DenseID) -> Event.Value { .integer(Int64(value.rawValue)) }
    static func words(_ value: Text) -> Event.Value { .text(value.value) }
}

extension Optional where Wrapped: DenseID {
    var value: Event.Value? { map { .id($0) } }
}
