import MusterDomain

/// A row that says a case, ready for the ledger but for the numbers of its units.
struct CaseDraft: Sendable, Equatable {
    /// How the source says that it ended.
    struct Closing: Sendable, Equatable {
        var at: Instant
        var resolution: Text?
        var masked: MaskedNumbers
    }

    var line: Int
    var id: String
    /// Of the command that imports it.
    var key: CommandKey
    var street: UnitName
    var department: UnitName
    var category: String
    var opened: Instant
    var due: Instant?
    var closing: Closing?
    var subject: Text
    var place: Text?
    var detail: Text?
    /// What was masked in its texts, those of its closing and of its units excepted.
    var masked: MaskedNumbers
}

/// A street or a department as a file names it.
struct UnitName: Sendable, Hashable {
    enum Part: String, Sendable {
        case street, department
    }

    var part: Part
    var name: String
}
