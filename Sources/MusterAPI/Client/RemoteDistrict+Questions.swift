extension RemoteDistrict {
    /// The district that the token belongs to.
    public func district() async throws(Failure) -> DistrictInfo { try await get("") }

    /// Whom the token stands for.
    public func identity() async throws(Failure) -> Identity { try await get("/me") }

    /// A page of an inbox.
    public func inbox(_ query: InboxQuery) async throws(Failure) -> Page<InboxItem> {
        try await get("/inbox", [("unit", query.unit)] + query.past.parameters + query.page.parameters)
    }

    /// A page of the whistles.
    public func whistles(_ query: WhistleQuery) async throws(Failure) -> Page<WhistleItem> {
        try await get(
            "/whistles",
            [
                ("late", query.isLate ? "true" : nil), ("open", query.isOpen.map { "\($0)" }),
                ("closed", query.isClosed ? "true" : nil),
            ] + query.states.map { ("state", $0) } + [
                ("street", query.street), ("unit", query.unit), ("kind", query.kind),
                ("titles", query.withTitles ? nil : "false"),
            ] + query.past.parameters + query.page.parameters)
    }

    /// All about one whistle.
    public func whistle(_ name: String, _ past: PastQuery) async throws(Failure) -> WhistleDetail {
        try await get("/whistles/" + ActRequest.segment(name), past.parameters)
    }

    /// What its called units are told.
    public func notices(_ whistle: String, unit: String?) async throws(Failure) -> Notices {
        try await get("/whistles/" + ActRequest.segment(whistle) + "/notice", [("unit", unit)])
    }

    /// The figures of a day.
    public func today(_ query: TodayQuery) async throws(Failure) -> TodayFigures {
        try await get(
            "/today",
            [
                ("date", query.date), ("cases", "\(query.cases)"), ("titles", query.withTitles ? nil : "false"),
            ] + query.past.parameters)
    }

    /// A page of the units.
    public func units(_ query: UnitQuery) async throws(Failure) -> Page<UnitItem> {
        try await get("/units", [("retired", query.withRetired ? "true" : nil)] + query.page.parameters)
    }

    /// A page of the posts.
    public func posts(_ query: PostQuery) async throws(Failure) -> Page<PostItem> {
        try await get(
            "/posts", [("unit", query.unit), ("ended", query.withEnded ? "true" : nil)] + query.page.parameters)
    }

    /// A page of the tokens.
    public func tokens(_ query: TokenQuery) async throws(Failure) -> Page<TokenItem> {
        try await get("/tokens", [("ended", query.withEnded ? "true" : nil)] + query.page.parameters)
    }

    /// Part of the feed; the server waits as long as the query says.
    public func events(_ query: EventQuery) async throws(Failure) -> EventPage {
        try await get(
            "/events",
            [
                ("after", "\(query.after)"), ("limit", "\(min(query.limit, EventQuery.limits.upperBound))"),
                ("wait", query.wait == 0 ? nil : "\(query.wait)"),
            ], wait: query.wait)
    }

    /// What the server's replay came to.
    public func replay(_ query: PastQuery) async throws(Failure) -> ReplayReport {
        try await get("/replay", query.parameters)
    }

    /// What the server says has changed.
    public func diff(_ query: DiffQuery) async throws(Failure) -> DistrictDiff {
        try await get(
            "/diff",
            [
                ("from", query.from), ("to", query.to), ("unit", query.unit), ("street", query.street),
                ("whistle", query.whistle), ("limit", "\(query.limit)"),
            ])
    }
}

extension PastQuery {
    /// As a server takes it.
    fileprivate var parameters: [(String, String?)] {
        [("to", to.map { "\($0)" }), ("asOf", asOf), ("asRecorded", asRecorded)]
    }
}

extension PageQuery {
    /// As a server takes it: a page there is never larger than the API's limit, and the next one follows by its cursor.
    fileprivate var parameters: [(String, String?)] {
        [("limit", "\(min(limit, Self.limits.upperBound))"), ("cursor", cursor)]
    }
}
