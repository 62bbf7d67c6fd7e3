import HTTPTypes
import Synchronization
import Testing

@testable import MusterServer

@Suite struct RateLimitTests {
    /// A clock that stands still until somebody moves it.
    private final class Hands: Sendable {
        private let moment = Atomic<UInt64>(1_000_000_000_000)

        var clock: ServerClock { ServerClock { self.moment.load(ordering: .sequentiallyConsistent) } }
        func move(seconds: Int) { moment.wrappingAdd(.seconds(seconds), ordering: .sequentiallyConsistent) }
    }

    @Test func `Whoever guesses tokens is slowed down, and colleagues with a good one are not`() async throws {
        let hands = Hands()
        try await TestServer.run(routes: [SampleRoutes.secret, SampleRoutes.greeting], clock: hands.clock) { server in
            func ask(_ token: String) async throws -> Answer {
                try await server.get("/secret", ["Authorization": "Bearer \(token)"])
            }
            #expect(try await ask("right").status == 200)
            for left in (0..<10).reversed() {
                let answer = try await ask("wrong\(left)")
                #expect(answer.status == 401)
                #expect(answer["RateLimit-Policy"] == #""authentication";q=10;w=60"#)
                #expect(answer["RateLimit"]?.hasPrefix(#""authentication";r=\#(left);t="#) == true)
            }
            let refused = try await ask("wrong again")
            #expect(refused.status == 429 && refused.code == "tooManySignIns")
            #expect(refused["Retry-After"] == "6" && refused["RateLimit"] == #""authentication";r=0;t=6"#)
            // Right or wrong, a token that was never good is not looked at, so a guess learns nothing.
            #expect(try await ask("right too").status == 429)
            #expect(try await ask("right").status == 200)
            // Nobody is kept from what needs no token.
            #expect(try await server.get("/greeting").status == 200)
            // A page for everybody makes no guess good.
            _ = try await server.get("/greeting", ["Authorization": "Bearer guess"])
            #expect(try await ask("guess").status == 429)
            hands.move(seconds: 6)
            #expect(try await ask("wrong").status == 401)
            #expect(try await ask("wrong").status == 429)
            #expect(server.server.metrics.text.contains(#"muster_http_limited_total{policy="authentication"} 5"#))
        }
    }

    @Test func `A request without credentials guesses nothing`() async throws {
        try await TestServer.run(routes: [SampleRoutes.secret]) { server in
            var statuses: Set<Int> = []
            for _ in 0..<15 { statuses.insert(try await server.get("/secret").status) }
            #expect(statuses == [401])
        }
    }

    @Test func `A sign-in form counts although its token stands in the body`() async throws {
        let form = Route(.post, "/sign-in", consumes: ["text/plain"], isSignIn: true) { _, _ in
            throw Problem("unauthenticated", status: .unauthorized, zh: "令牌无效。", en: "No such token.")
        }
        try await TestServer.run(routes: [form]) {
            $0.rates.failedSignIns = 3
        } _: { server in
            var statuses: [Int] = []
            for _ in 0..<5 {
                let head = "POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                statuses.append(try await server.ask(head + "Content-Length: 1\r\n\r\nx").status)
            }
            #expect(statuses == [401, 401, 401, 429, 429])
        }
    }

    @Test func `A limit for each token holds only where one is set`() async throws {
        let hands = Hands()
        try await TestServer.run(routes: [SampleRoutes.secret], clock: hands.clock) {
            $0.rates.requestsPerToken = 60
        } _: { server in
            func ask(_ token: String) async throws -> Answer {
                try await server.get("/secret", ["Authorization": "Bearer \(token)"])
            }
            var statuses: [Int] = []
            for _ in 0..<62 { statuses.append(try await ask("right").status) }
            // The first request is the one by which the token becomes known.
            #expect(statuses.count { $0 == 200 } == 61 && statuses.last == 429)
            let refused = try await ask("right")
            #expect(refused.code == "tooManyRequests" && refused["RateLimit-Policy"] == #""token";q=60;w=60"#)
            #expect(try await ask("right-other").status == 200)
            hands.move(seconds: 1)
            #expect(try await ask("right").status == 200)
        }
    }

    @Test func `Clients are told apart by their address, behind a proxy by its last word`() async throws {
        try await TestServer.run(routes: [SampleRoutes.secret]) {
            $0.isBehindProxy = true
            $0.rates.failedSignIns = 1
        } _: { server in
            func ask(_ forwarded: String) async throws -> Int {
                try await server.get("/secret", ["Authorization": "Bearer wrong", "X-Forwarded-For": forwarded]).status
            }
            for (forwarded, status) in [
                ("203.0.113.1", 401), ("203.0.113.2, 203.0.113.1", 429), ("203.0.113.1, 203.0.113.2", 401),
                ("2001:db8::1", 401), ("2001:db8::2", 429), ("2001:db8:0:1::1", 401),
            ] {
                let answer = try await ask(forwarded)
                #expect(answer == status, "\(forwarded)")
            }
        }
        try await TestServer.run(routes: [SampleRoutes.secret]) {
            $0.rates.failedSignIns = 1
        } _: { server in
            let headers = ["Authorization": "Bearer wrong", "X-Forwarded-For": "203.0.113.1"]
            let first = try await server.get("/secret", headers)
            let second = try await server.get("/secret", headers.merging(["X-Forwarded-For": "203.0.113.9"]) { $1 })
            #expect(first.status == 401 && second.status == 429)
        }
    }

    @Test func `The memory for clients is bounded, and those who have done nothing go first`() {
        var buckets = TokenBuckets<Int>(capacity: 10, limit: 100)
        for key in 0..<50 { _ = buckets[key, now: 0].spend(now: 0) }
        for key in 50..<10_000 { _ = buckets[key, now: 0].left(now: 0) }
        #expect(buckets.count <= 100)
        let kept = (0..<50).map { buckets[$0, now: 0].left(now: 0) }
        #expect(kept.allSatisfy { $0 == 9 })
        for key in 10_000..<20_000 { _ = buckets[key, now: 0].spend(now: 0) }
        #expect(buckets.count <= 100)
    }

    @Test func `A bucket fills up evenly and never beyond its brim`() {
        var bucket = TokenBucket(capacity: 10, now: 0)
        let spent = (0..<11).map { _ in bucket.spend(now: 0) }
        #expect(spent == Array(repeating: true, count: 10) + [false])
        let wait = bucket.secondsToNext(now: 0)
        #expect(wait == 6)
        let (early, late) = (bucket.spend(now: .seconds(5)), bucket.spend(now: .seconds(6)))
        #expect(!early && late)
        let (left, isFull) = (bucket.left(now: .seconds(3_600)), bucket.isFull(now: .seconds(3_600)))
        #expect(left == 10 && isFull)
    }
}
