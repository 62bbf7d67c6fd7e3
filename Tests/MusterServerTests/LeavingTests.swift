import HTTPTypes
import HummingbirdCore
import Synchronization
import Testing

@testable import MusterServer

/// What becomes of work for a client that has left.
@Suite struct LeavingTests {
    @Test func `What a client has asked for is cancelled when it leaves, and is no fault of the server`() async throws {
        let (begun, cancelled) = (Latch(), Latch())
        let route = Route(.get, "/slow") { _, context in
            try await context.whileClientStays {
                begun.set()
                do { try await Task.sleep(for: .seconds(60)) } catch {
                    cancelled.set()
                    throw error
                }
                return Response(status: .ok)
            }
        }
        try await TestServer.run(routes: [route, SampleRoutes.greeting]) { server in
            do {
                let client = try RawClient(port: server.port)
                await client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await becomesTrue { begun.isSet })
                #expect(!cancelled.isSet)
            }
            #expect(try await becomesTrue { cancelled.isSet })
            #expect(try await becomesTrue { server.log.contains { $0.contains("499") } })
            #expect(!server.log.contains { $0.contains("request.failed") })
        }
    }

    @Test func `What fails while the client stays fails as it does, and what succeeds is answered`() async throws {
        let failing = Route(.get, "/failing") { _, context in
            try await context.whileClientStays { throw Problem("badRequest", status: .badRequest) }
        }
        let quick = Route(.get, "/quick") { _, context in
            try await context.whileClientStays { Response(status: .noContent) }
        }
        try await TestServer.run(routes: [failing, quick]) { server in
            let (failed, answered) = (try await server.get("/failing"), try await server.get("/quick"))
            #expect(failed.code == "badRequest" && answered.status == 204)
        }
    }

    @Test func `Whoever asks for a past may leave, and nobody in the middle of an act`() throws {
        for endpoint in Endpoint.all {
            for parameter in endpoint.query where ["to", "asOf", "asRecorded", "at", "date"].contains(parameter.name) {
                var asked = APIRequest()
                asked.query.set(parameter.name, to: "1")
                #expect(endpoint.folds(for: asked), "\(endpoint.operation) \(parameter.name)")
            }
            #expect(endpoint.folds(for: APIRequest()) == (endpoint.operation == "getReplay"))
        }
    }

    private final class Latch: Sendable {
        private let state = Atomic(false)
        var isSet: Bool { state.load(ordering: .acquiring) }
        func set() { state.store(true, ordering: .releasing) }
    }
}
