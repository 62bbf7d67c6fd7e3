/// Everything that can be asked of a district, wherever its ledger lies: in this process, or behind a server.
///
/// The command line is written against this and nothing else, so both ways answer the same. Who asks, and in which
/// language the answers' sentences are, belongs to the value that implements it.
public protocol DistrictAPI: DistrictViews {
    /// Records an act, or says what it would record.
    func submit(_ request: ActRequest, _ options: ActOptions) async throws(Failure) -> ActReceipt
    /// What became of a command id; nil if the log has none of that id.
    func command(_ id: String) async throws(Failure) -> CommandStatus?

    /// Keeps a file under its SHA-256 (64 hex digits), so that an attachment may name it.
    func keep(_ file: FileContent) async throws(Failure)

    /// Brings in other systems' cases, each taken or rejected by itself. The same batch again adds nothing.
    func importCases(_ batch: ImportBatch) async throws(Failure) -> ImportReceipt
}

/// What can be read of a district: the views, each as far as the reader may see it.
public protocol DistrictViews: Sendable {
    /// The district.
    func district() async throws(Failure) -> DistrictInfo
    /// Who asks.
    func identity() async throws(Failure) -> Identity
    /// What a unit has to do, the next deadline first; the caller's own if none is named.
    func inbox(_ query: InboxQuery) async throws(Failure) -> Page<InboxItem>
    /// Whistles, newest first.
    func whistles(_ query: WhistleQuery) async throws(Failure) -> Page<WhistleItem>
    /// All about one whistle, now or as it was.
    func whistle(_ name: String, _ past: PastQuery) async throws(Failure) -> WhistleDetail
    /// What its called units are told, or one of them.
    func notices(_ whistle: String, unit: String?) async throws(Failure) -> Notices
    /// The figures of a day.
    func today(_ query: TodayQuery) async throws(Failure) -> TodayFigures
    /// The units, in the order of registration.
    func units(_ query: UnitQuery) async throws(Failure) -> Page<UnitItem>
    /// The posts, in the order of assignment.
    func posts(_ query: PostQuery) async throws(Failure) -> Page<PostItem>
    /// The tokens, in the order of issue.
    func tokens(_ query: TokenQuery) async throws(Failure) -> Page<TokenItem>
    /// Entries of the log as far as the caller may read them. Waits up to `wait` seconds for one to come.
    func events(_ query: EventQuery) async throws(Failure) -> EventPage
    /// A file that is attached to a whistle, by its SHA-256. Whoever may see the whistle may have it.
    func file(_ sha256: String, of whistle: String) async throws(Failure) -> FileContent
    /// Folds the log anew, up to a bound.
    func replay(_ query: PastQuery) async throws(Failure) -> ReplayReport
    /// What has changed between two points of the log, as far as the caller may see it.
    func diff(_ query: DiffQuery) async throws(Failure) -> DistrictDiff
}

extension DistrictViews {
    /// All about one whistle as it is now.
    public func whistle(_ name: String) async throws(Failure) -> WhistleDetail { try await whistle(name, PastQuery()) }
}

/// A file's bytes and what they are.
public struct FileContent: Sendable, Equatable {
    /// SHA-256 in lower-case hex.
    public var sha256: String
    /// The bytes.
    public var bytes: [UInt8]

    /// A file.
    public init(sha256: String, bytes: [UInt8]) {
        self.sha256 = sha256
        self.bytes = bytes
    }
}
