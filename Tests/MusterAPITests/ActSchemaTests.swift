import MusterAPI
import Testing

@Suite struct `The table of acts` {
    @Test func `no two acts share a path`() {
        let paths = ActName.allCases.map(\.schema.path)
        #expect(Set(paths).count == paths.count)
    }

    @Test(arguments: ActName.allCases)
    func `no member of an act has the name of another`(act: ActName) {
        let names = act.schema.all.map(\.name)
        #expect(Set(names).count == names.count, "\(act)")
    }

    @Test func `a path takes its members, percent-encoded, and the body takes the rest`() {
        let request = ActRequest(
            .recall, ["whistle": "W2026-000042", "unit": "区住建局/一", "reason": "r", "nextLead": nil, "via": "paper"])
        #expect(
            request.path == "/whistles/W2026-000042/calls/%E5%8C%BA%E4%BD%8F%E5%BB%BA%E5%B1%80%2F%E4%B8%80/recall")
        #expect(request.body == ["reason": "r", "via": "paper"])
        #expect(ActRequest(.taskAccept, ["whistle": "..", "task": 3]).path == "/whistles/%2E%2E/tasks/3/acceptance")
    }
}
