public import MusterDomain

/// Cases that another system hands over together.
///
/// The same case of the same source is the same command in every batch, so a batch that is sent again adds nothing.
public struct ImportBatch: Sendable, Equatable {
    /// What the cases' system is called in references, `source:id`: 1 to 32 visible ASCII characters without a colon.
    public var source: String
    /// The cases, at most ``most`` of them. None at all asks whether the caller may import.
    public var cases: [SourceCase]

    /// The most cases of a batch.
    public static let most = 500
    /// The most bytes of a batch as JSON.
    public static let mostBytes = 4 << 20

    /// Cases of a source.
    public init(source: String, cases: [SourceCase]) {
        self.source = source
        self.cases = cases
    }

    /// Whether a source may be called that.
    public static func isSourceName(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    }
}

/// A case as its source tells it. Texts need not be in the ledger's form: they are brought to it.
public struct SourceCase: Sendable, Equatable {
    /// The source's number of the case: 1 to 96 visible ASCII characters.
    public var id: String
    /// When the source opened it.
    public var openedAt: Instant
    /// The source's own deadline, if it gives one.
    public var due: Instant?
    /// When the source closed it; nil while it is open.
    public var closedAt: Instant?
    /// How it was closed, if the source says so.
    public var resolution: String?
    /// The name of the street whose case it is; registered if the district has no street of that name.
    public var street: String
    /// The name of the department that handles it; registered if the district has no unit of that name.
    public var department: String
    /// The source's category.
    public var category: String
    /// One line: what it is about.
    public var title: String
    /// Where, if the source says so.
    public var place: String?
    /// What else the source says.
    public var detail: String?

    /// A case without the parts that a source may leave out.
    public init(
        id: String, openedAt: Instant, street: String, department: String, category: String, title: String
    ) {
        self.id = id
        self.openedAt = openedAt
        self.street = street
        self.department = department
        self.category = category
        self.title = title
    }

    /// Whether `source:id` can be a reference with that number.
    public static func isNumber(_ id: String) -> Bool {
        (1...96).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// At most so many bytes as a part of a batch, each character of a text being escaped.
    public var mostBytes: Int {
        let texts = [id, street, department, category, title, place ?? "", detail ?? "", resolution ?? ""]
        return texts.reduce(400) { $0 + 2 * $1.utf8.count }
    }

    /// Whether entries can spell the moment: they have four digits for the year.
    public static func canTell(_ moment: Instant) -> Bool {
        (-62_135_596_800_000...253_402_300_799_999).contains(moment.milliseconds)
    }
}
