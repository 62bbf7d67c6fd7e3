import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// What whoever runs the server asks it. No token is needed, and only the machine itself is answered.
enum HealthRoutes {
    static func all(readiness: Readiness, metrics: ServerMetrics) -> [Route] {
        [
            Route(.get, "/health/live", isLocal: true) { _, _ in try json(["status": "live"]) },
            Route(.get, "/health/ready", isLocal: true) { _, _ in
                let report = readiness.report()
                return try json(report, status: report.reasons.isEmpty ? .ok : .serviceUnavailable)
            },
            Route(.get, "/metrics", produces: ["text/plain"], isLocal: true) { _, _ in
                Response(
                    status: .ok, headers: [.contentType: Exposition.mediaType],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text)))
            },
        ]
    }

    private static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}
