import MusterAPI
import Testing

@testable import MusterServer

@Suite struct `The description of the API` {
    private let document = OpenAPIDocument.value

    /// `GET /v1/me` of every operation that the document has.
    private var operations: Set<String> {
        guard case .object(let paths)? = document["paths"] else { return [] }
        var found: Set<String> = []
        for path in paths {
            guard case .object(let methods) = path.value else { continue }
            for method in methods { found.insert("\(method.name.uppercased()) \(path.name)") }
        }
        return found
    }

    @Test func `has every endpoint, and every act once`() {
        let endpoints = Set(Endpoint.all.map { "\($0.method.rawValue) \($0.template)" })
        #expect(endpoints.count == Endpoint.all.count)
        #expect(endpoints.isSubset(of: operations))
        let acts = Endpoint.all.compactMap { if case .act(let act) = $0.body { act } else { nil } }
        #expect(acts == ActName.allCases)
    }

    @Test func `names each operation once`() {
        #expect(Set(Endpoint.all.map(\.operation)).count == Endpoint.all.count)
    }

    @Test func `has a schema for every answer, whose members are those of the example`() throws {
        for endpoint in Endpoint.all where !endpoint.answer.schema.isEmpty {
            let schema = try #require(document["components"]?["schemas"]?[endpoint.answer.schema])
            let example = ResourceExamples.value(of: endpoint.answer.schema)
            guard case .object(let properties)? = schema["properties"], case .object(let members) = example else {
                Issue.record("\(endpoint.operation) has no object")
                continue
            }
            #expect(properties.map(\.name) == members.map(\.name), "\(endpoint.answer.schema)")
        }
    }

    @Test func `refers to nothing that it does not have`() {
        var missing: [String] = []
        func look(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for member in members {
                    if member.name == "$ref", case .string(let target) = member.value {
                        let found = target.dropFirst(2).split(separator: "/").reduce(document as JSONValue?) {
                            $0?[String($1)]
                        }
                        if found == nil { missing.append(target) }
                    }
                    look(member.value)
                }
            case .array(let elements): elements.forEach(look)
            default: break
            }
        }
        look(document)
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test func `says of a nullable member that it may be null, and of an enumeration which names it has`() throws {
        let item = try #require(document["components"]?["schemas"]?["InboxItem"]?["properties"])
        #expect(item["light"]?["type"] == ["string", "null"])
        #expect(item["light"]?["enum"] == ["green", "yellow", "red", .null])
        #expect(item["due"]?["format"] == "date-time")
        #expect(item["whistle"]?["type"] == "string")
        let group = try #require(document["components"]?["schemas"]?["WhistleDetail"]?["properties"]?["group"])
        #expect(group["oneOf"] == [["$ref": "#/components/schemas/GroupItem"], ["type": "null"]])
    }
}

@Suite struct `Queries of the API` {
    private let known = [
        QueryParameter(name: "limit", form: .integer(1...500), summary: ""),
        QueryParameter(name: "state", form: .codes(["raised", "closed"]), summary: ""),
        QueryParameter(name: "open", form: .flag, summary: ""), QueryParameter(name: "date", form: .date, summary: ""),
        QueryParameter(name: "asOf", form: .moment, summary: ""),
        QueryParameter(name: "after", form: .position, summary: ""),
    ]

    @Test(arguments: [
        ("", nil), ("limit=1", nil), ("limit=500&open=true", nil), ("state=raised&state=closed", nil),
        ("date=2026-02-28", nil), ("asOf=2026-02-28T01:02:03%2B08:00", nil), ("after=0", nil),
        ("limit=0", "badParameter"), ("limit=501", "badParameter"), ("limit=", "badParameter"),
        ("limit=%2B1", "badParameter"), ("limit=1&limit=1", "repeatedParameter"), ("limits=1", "unknownParameter"),
        ("state=lost", "badParameter"), ("open=yes", "badParameter"), ("date=2026-02-30", "badParameter"),
        ("date=28.2.2026", "badParameter"), ("asOf=2026-02-28", "badParameter"), ("after=-1", "badParameter"),
        ("after=99999999999999999999", "badParameter"), ("limit=%ZZ", "badQuery"), ("limit=%ff", "badQuery"),
    ])
    func `are checked against what the endpoint takes`(text: String, code: String?) {
        var failure: Failure?
        do { _ = try Query(try QueryString.items(of: text), against: known) } catch { failure = error }
        #expect(failure?.code == code)
        if let failure {
            #expect(failure.httpStatus == 400)
            #expect(!failure.zh.contains("«") && !failure.en.contains("{"), "\(failure.zh) \(failure.en)")
        }
    }
}

@Suite struct `Entity tags` {
    @Test(arguments: [
        ("\"12\"", true), ("*", true), ("\"11\", \"12\"", true), ("W/\"12\"", false), ("12", false), ("", false),
    ])
    func `a list matches strongly`(list: String, matches: Bool) {
        #expect(EntityTag.list(list, has: "\"12\"") == matches)
    }

    @Test(arguments: [("\"12\"", 12 as Int?), ("*", nil), (" \"7\" ", 7)])
    func `If-Match names a revision`(text: String, revision: Int?) throws {
        #expect(try EntityTag.revision(ifMatch: text) == revision)
    }

    @Test(arguments: ["12", "W/\"12\"", "\"x\"", "\"\"", "\"1\",\"2\"", ""])
    func `what names no revision is refused`(text: String) {
        let failure = #expect(throws: Failure.self) { try EntityTag.revision(ifMatch: text) }
        #expect(failure?.code == "badIfMatch")
    }
}
