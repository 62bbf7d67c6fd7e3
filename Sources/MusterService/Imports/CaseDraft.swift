import MusterAPI
import MusterDomain

/// A source's case in the ledger's form, ready but for the numbers of its units.
struct CaseDraft: Sendable {
    /// How the source says that it ended.
    struct Closing: Sendable {
        var at: Instant
        var resolution: Text?
        var masked: MaskedNumbers
    }

    /// Where it stands in its batch, from 0.
    var place: Int
    var id: String
    var street: UnitName
    var department: UnitName
    var category: String
    var opened: Instant
    var due: Instant?
    var closing: Closing?
    var subject: Text
    var location: Text?
    var detail: Text?
    /// What was masked in its texts, those of its closing and of its units excepted.
    var masked = MaskedNumbers()

    /// Judges what the source says by itself, and brings its texts to the ledger's form.
    init(_ told: SourceCase, at place: Int) throws(CaseFault) {
        guard !told.id.isEmpty else { throw CaseFault(.noID) }
        guard SourceCase.isNumber(told.id) else {
            throw CaseFault(.badID, ["text": .text(CleanText.excerpt(told.id))])
        }
        try Self.check(told)
        self.place = place
        id = told.id
        street = UnitName(part: .street, name: CleanText(told.street, for: .fullName).text)
        department = UnitName(part: .department, name: CleanText(told.department, for: .fullName).text)
        (opened, due) = (told.openedAt, told.due)
        let category = CleanText(told.category, for: .category)
        let subject = CleanText(told.title, for: .subject)
        let location = told.place.map { CleanText($0, for: .place) }
        let detail = told.detail.map { CleanText($0, for: .detail) }
        for text in [category, subject, location, detail] { masked.add(text?.masked ?? MaskedNumbers()) }
        self.category = category.text
        self.subject = Text(normalised: subject.text)
        self.location = location?.words
        self.detail = detail?.words
        if let closed = told.closedAt {
            let resolution = told.resolution.map { CleanText($0, for: .resolution) }
            closing = Closing(
                at: closed, resolution: resolution?.words, masked: resolution?.masked ?? MaskedNumbers())
        }
    }

    private static func check(_ told: SourceCase) throws(CaseFault) {
        let moments: [(Instant?, RejectCode)] = [
            (told.openedAt, .badOpenedAt), (told.due, .badDueAt), (told.closedAt, .badClosedAt),
        ]
        for case (let moment?, let code) in moments where !SourceCase.canTell(moment) { throw CaseFault(code) }
        guard let closed = told.closedAt else {
            // Taken as open it would be late for ever, taken as closed it would need an invented time.
            if told.resolution != nil { throw CaseFault(.closedWithoutTime) }
            return
        }
        if closed < told.openedAt {
            throw CaseFault(.closedBeforeOpened, ["opened": .moment(told.openedAt), "closed": .moment(closed)])
        }
    }
}

/// Why nothing of a case is taken.
struct CaseFault: Error {
    var code: RejectCode
    var values: [String: Refusal.Value]
    /// The rule, if the code is ``RejectCode/refused``.
    var refusal: Refusal?

    init(_ code: RejectCode, _ values: [String: Refusal.Value] = [:]) {
        self.code = code
        self.values = values
    }

    init(_ refusal: Refusal) {
        self.init(.refused, refusal.values)
        self.refusal = refusal
    }

    init(_ fault: UnitBook.Fault) {
        switch fault {
        case .retired(let name): self.init(.unitRetired, ["text": .text(name)])
        case .refused(let refusal): self.init(refusal)
        }
    }
}
