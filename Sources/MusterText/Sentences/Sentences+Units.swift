extension Sentences {
    /// The kinds of unit that take part.
    static let units: [Sentence] = [
        Sentence("unitKind.street", zh: "街道", en: "street office"),
        Sentence("unitKind.community", zh: "社区", en: "community"),
        Sentence("unitKind.department", zh: "委办局", en: "department"),
        Sentence("unitKind.dispatchedAgency", zh: "派出机构", en: "dispatched agency"),
        Sentence("unitKind.centre", zh: "区指挥中心", en: "command centre"),
    ]
}
