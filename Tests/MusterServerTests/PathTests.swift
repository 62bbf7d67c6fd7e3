import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import MusterServer

@Suite struct PathTests {
    @Test(arguments: [
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/%2E./x", "/v1/./x", "/v1/%2e/x", "/v1%2f..%2fx", "/v1/%2E%2fb",
        "/a%5Cb",
        "/a\\b", "/a%00b", "/a%0Ab", "/a%7Fb", "/%c0%ae%c0%ae/x", "/%e0%80%af", "/%ed%a0%80", "/%ff",
        "/%f8%88%80%80%80",
        "/%", "/%4", "/%zz", "/a%E2%80%8Bb", "/a#b", "", "greeting", "http://evil/greeting",
    ])
    func `A path that says one thing and means another is none`(target: String) {
        #expect(RoutePath.segments(of: target) == nil)
    }

    @Test(
        arguments: [
            ("/", []), ("/?q=/../x", []), ("/v1/districts", ["v1", "districts"]), ("/a/", ["a", ""]),
            ("//a", ["", "a"]),
            ("/%E5%B0%8F%E5%AF%A8", ["小寨"]), ("/a%20b", ["a b"]), ("/...", ["..."]), ("/a..b", ["a..b"]),
            ("/v1%2fa", ["v1/a"]), ("/a/%2F", ["a", "/"]), ("/a%2F...%2F..b", ["a/.../..b"]), ("/a%252Fb", ["a%2Fb"]),
            ("/a+b", ["a+b"]),
        ] as [(String, [String])])
    func `Any other path is its segments, decoded once`(target: String, segments: [String]) {
        #expect(RoutePath.segments(of: target) == segments)
    }

    @Test func `Tricks over the wire get 400 or 404 and never a file`() async throws {
        try await TestServer.run(routes: [SampleRoutes.item]) { server in
            for target in [
                "/../../etc/passwd", "/v1/districts/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/v1%2f..%2fetc",
                "//etc/passwd", "/v1/districts/610113/items/%2e%2e", "/v1/districts/610113/items/a%00", "/style.css/..",
                "/v1/districts/610113/items/%ff", "/v1/districts/610113/items/", "/v1/districts//items/1",
                "/etc/passwd",
            ] {
                let answer = try await server.get(target)
                #expect([400, 404].contains(answer.status), "\(target)")
                #expect(["badPath", "notFound"].contains(answer.code), "\(target)")
                #expect(!answer.body.contains("root:"))
            }
            let raw = try RawClient(port: server.port)
            await raw.send(Array("GET /caf".utf8) + [0xE9] + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(Answer(await raw.read(until: "}").text)?.status == 400)
        }
    }

    @Test func `The values of a path reach the route`() async throws {
        try await TestServer.run(routes: [SampleRoutes.item]) { server in
            let answer = try await server.get("/v1/districts/610113/items/%E5%93%A8-1?x=1")
            #expect(answer.body == "610113 哨-1")
        }
    }

    @Test(
        arguments: [
            ("/commands/a%2Fb", .get, ["a/b"]), ("/commands/%2f", .head, ["/"]), ("/commands/a%2Fb", .post, nil),
            ("/units/a%2Fb", .get, nil), ("/units/a", .get, ["a"]), ("/units%2Fa", .get, nil),
            ("/commands%2Fa", .get, nil), ("/commands/a%2F..%2Fb", .get, nil), ("/%2Fcommands/a", .get, nil),
            ("/units/a%2Fb/commands/c", .get, nil), ("/units/a/commands/c%2Fd", .get, ["a", "c/d"]),
            ("/none%2F/a", .get, nil), ("/commands/a/b", .get, nil),
        ] as [(String, HTTPRequest.Method, [String]?)])
    func `An encoded slash belongs to the last value of a route that takes it, and makes any other path none`(
        target: String, method: HTTPRequest.Method, values: [String]?
    ) {
        func route(_ method: HTTPRequest.Method, _ template: String, _ takesSlash: Bool) -> Route {
            Route(method, template, takesEncodedSlash: takesSlash) { _, _ in throw Problem.notFound }
        }
        let table = RouteTable([
            route(.get, "/commands/{id}", true), route(.post, "/commands/{id}", false),
            route(.get, "/units/{unit}", false), route(.get, "/units/{unit}/commands/{id}", true),
        ])
        var found: [String]?
        if case .route(_, let parameters) = table.match(target, method) { found = parameters }
        #expect(found == values)
    }

    @Test func `The one route that takes an encoded slash finds a command by its id`() async throws {
        let slashed = Endpoint.all.filter(\.takesEncodedSlash).map(\.operation)
        #expect(slashed == ["getCommand"])
        let routes = [
            Route(.get, "/v1/districts/{code}/commands/{id}", takesEncodedSlash: true) { _, context in
                Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: context.path("id"))))
            },
            SampleRoutes.item,
        ]
        try await TestServer.run(routes: routes) { server in
            let answer = try await server.get("/v1/districts/610113/commands/establish%2F610113")
            #expect(answer.status == 200 && answer.body == "establish/610113")
            let other = try await server.get("/v1/districts/610113/items/a%2Fb")
            #expect(other.status == 400 && other.code == "badPath")
        }
    }

    @Test(
        arguments: [
            ("/log/1/tile/0/000", ["1", "0", "000"]), ("/log/1/tile/0/x001/234.p/5", ["1", "0", "x001/234.p/5"]),
            ("/log/1/tile/entries/000", ["1", "000"]), ("/log/1/tile/entries/x001/000", ["1", "x001/000"]),
            ("/log/1/tile/0", nil), ("/log/1/tile/0/", nil), ("/log/1/tile/0/000/", nil), ("/log/1/tile/0//000", nil),
            ("/log//tile/0/000", nil), ("/log/1/tile/0/a%2Fb", nil), ("/log/1/tile/%2F/000", nil),
        ] as [(String, [String]?)])
    func `A value that takes the rest of a path has its segments, none of them empty`(
        target: String, values: [String]?
    ) {
        func route(_ template: String) -> Route {
            Route(.get, template, takesRest: true) { _, _ in throw Problem.notFound }
        }
        let table = RouteTable([route("/log/{code}/tile/{level}/{index}"), route("/log/{code}/tile/entries/{index}")])
        var found: [String]?
        if case .route(_, let parameters) = table.match(target, .get) { found = parameters }
        #expect(found == values)
    }

    @Test func `A fixed segment wins over a value, and a wrong turn is taken back`() {
        func route(_ template: String) -> Route { Route(.get, template) { _, _ in throw Problem.notFound } }
        let table = RouteTable([route("/a/{x}/c"), route("/a/b/d"), route("/a/{x}"), route("/")])
        func found(_ target: String) -> (String, [String])? {
            guard case .route(let index, let values) = table.match(target, .get) else { return nil }
            return (table.routes[index].template, values)
        }
        #expect(found("/a/b/d")?.0 == "/a/b/d")
        #expect(found("/a/b/c")?.0 == "/a/{x}/c")
        #expect(found("/a/b/c")?.1 == ["b"])
        #expect(found("/a/b")?.0 == "/a/{x}")
        #expect(found("/")?.0 == "/")
        #expect(found("/a") == nil && found("/a/b/d/e") == nil && found("/a/") == nil)
    }
}
