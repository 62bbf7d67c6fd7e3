import MusterAPI

/// A row that says a case, ready for the district.
struct CaseDraft: Sendable, Equatable {
    /// The line of the file on which the row starts, from 1.
    var line: Int
    var told: SourceCase
    /// What was masked in its texts, those of its closing and of its units excepted.
    var masked = MaskedNumbers()
    /// What was masked in how it was closed.
    var maskedInClosing: MaskedNumbers
}
