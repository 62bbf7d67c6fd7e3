import EventLog
import Foundation
import HTTPTypes
import Logging
import MusterAPI
import MusterEngine
import Testing

@testable import MusterServer

/// The description that the server gives of itself.
@Suite struct HTTPDescriptionTests {
    /// A server of no district: its routes are those of any other.
    private func routes() async throws -> [Route] {
        let environment = Environment.live
        let closed: LedgerDirectory.Opener = { path throws(EventStoreError) in throw .closed }
        let directory = try await LedgerDirectory(
            paths: [], options: .init(environment: environment), openForWriting: closed, openForReading: closed)
        var configuration = ServerConfiguration()
        configuration.ledgers = ["none.muster"]
        let server = try DistrictServer(
            configuration: configuration, directory: directory,
            routes: DistrictRoutes.all(of: directory, environment: environment, fileLimit: 1_024),
            environment: environment, logger: Logger(label: "test"))
        return server.table.routes
    }

    /// `GET /v1/me`, as the description has them.
    private var described: Set<String> {
        var found: Set<String> = []
        guard case .object(let paths)? = OpenAPIDocument.value["paths"] else { return found }
        for path in paths {
            guard case .object(let methods) = path.value else { continue }
            for method in methods { found.insert("\(method.name.uppercased()) \(path.name)") }
        }
        return found
    }

    @Test func `Every route but the pages' is described, and nothing else is`() async throws {
        let routes = try await routes()
        // Pages for people are no part of the contract.
        let programmatic = routes.filter {
            $0.template.hasPrefix("/v1/") || !($0.produces.contains("text/html") || $0.template.hasPrefix("/assets/"))
        }
        let there = Set(programmatic.map { "\($0.method.rawValue) \($0.template)" })
        #expect(there.count > 60)
        #expect(there.subtracting(described) == [], "routes that nobody describes")
        #expect(described.subtracting(there) == [], "described, and no route")
    }

    @Test func `The limits on the page are those that hold unless somebody sets others`() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "docs/http-api.md"), encoding: .utf8)
        let limits = ServerLimits()
        let rows = [
            "\(limits.bodyBytes >> 20) MiB; a file \(limits.fileBytes >> 20) MiB",
            "an import \(ImportBatch.mostBytes >> 20) MiB and \(ImportBatch.most) cases",
            "in batches of up to \(ImportBatch.most)",
            "\(limits.requestLineBytes >> 10) KiB, \(limits.headerBytes >> 10) KiB and \(limits.headerFields) fields",
            "\(JSONReader.maximumDepth) levels deep", "\(limits.headerSeconds) s, \(limits.bodySeconds) s",
            "without a request | \(limits.idleSeconds) s", "| \(ServerRates().failedSignIns) a minute",
            "`wait` of the feed | \(EventQuery.waits.upperBound) s",
            "`limit` (\(PageQuery.limits.lowerBound) to \(PageQuery.limits.upperBound), \(PageQuery.defaultLimit) if absent)",
        ]
        for row in rows { #expect(page.contains(row), "\(row)") }
    }

    @Test func `Every operation has a name of its own`() {
        let names = Endpoint.all.map(\.operation)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: Endpoint.all.map(\.answer.schema).filter { !$0.isEmpty })
    func `Every answer of the endpoints has a schema`(name: String) {
        #expect(OpenAPIDocument.value["components"]?["schemas"]?[name] != nil)
    }
}
