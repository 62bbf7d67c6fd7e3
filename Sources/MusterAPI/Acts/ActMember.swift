import MusterDomain

/// One member of an act's request.
public struct ActMember: Sendable, Equatable {
    /// What a member may hold.
    public enum Form: Sendable, Equatable {
        /// A free text; it is kept beside the log and can be erased.
        case words
        /// A plain string: a title, a name, a person's reference, a hash.
        case string
        /// A unit by code, full or short name.
        case unit
        /// A post as `UNIT/POST`, or its code.
        case post
        /// A whistle by its name, such as `W2026-000042`.
        case whistle
        /// A moment, RFC 3339 with an offset.
        case moment
        /// A whole number of a range.
        case integer(ClosedRange<Int>)
        /// True or false.
        case flag
        /// One of these names.
        case code([String])
        /// A list of objects with these members.
        case objects([ActMember])
        /// A list of units.
        case units
    }

    /// Its name in the request.
    public var name: String
    /// What it may hold.
    public var form: Form
    /// Whether it has to be there.
    public var isRequired: Bool

    static func must(_ name: String, _ form: Form) -> ActMember { ActMember(name: name, form: form, isRequired: true) }
    static func may(_ name: String, _ form: Form) -> ActMember { ActMember(name: name, form: form, isRequired: false) }
}

extension ActMember.Form {
    /// One of an enumeration's names.
    static func one<Value: Code>(of type: Value.Type) -> ActMember.Form { .code(Value.allCases.map(\.name)) }
}
