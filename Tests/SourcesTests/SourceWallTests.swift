import Testing

@Suite struct `The sources keep their walls` {
    private let sources: [SourceText]

    init() throws {
        sources = try ThisPackage.sources()
        try #require(!sources.isEmpty, "no source was found, so nothing would be checked")
    }

    @Test func `every target imports only what its wall lets in`() {
        report(sources.flatMap { ImportWall.findings(in: $0) })
    }

    @Test func `arrows between modules point downwards only`() {
        report(sources.flatMap(ImportGate.findings))
    }

    @Test(arguments: WordRule.all)
    func `words stand only where they may`(_ rule: WordRule) {
        report(sources.flatMap(rule.findings))
    }

    @Test func `files and functions stay short`() {
        report(sources.flatMap(SizeRule.findings))
    }

    @Test func `the strict settings hold for every target`() throws {
        report(SettingsRule.findings(in: try ThisPackage.manifest()))
    }

    /// One issue for each finding, so that a run shows all of them.
    private func report(_ findings: [Finding]) {
        for finding in findings { Issue.record(Comment(rawValue: finding.description)) }
    }
}
