import HTTPTypes
import HummingbirdCore
import MusterAPI
import MusterService
import NIOCore
import TransparencyLog

extension APIRoutes {
    /// An entry's proof, and with its texts for whoever may see them.
    var proof: Route {
        Route(.get, LogDescription.proofTemplate, produces: ["text/plain", "application/json"]) { request, context in
            let code = context.path("code")
            let guest = try await admit(request, context, into: code)
            let query = try Query(request.queryItems, against: LogDescription.proofQuery)
            let position = try Self.position(context.path("position"))
            let district = LocalDistrict(
                source: guest.ledger, caller: .token(guest.caller), language: context.language,
                environment: gate.environment)
            try note(guest, path: request.uri.path, request: context.id)
            if query.flag("words") == true {
                let opened = try await district.openedProof(of: position)
                return Self.json(JSONValue.bytes(encoding: opened), status: .ok, context.language)
            }
            let proof = try await district.proof(of: position)
            var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
            headers[.contentDisposition] = "attachment; filename=\"\(code)-\(position).tlog-proof\""
            return Response(
                status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: proof.bytes)))
        }
    }

    private static func position(_ text: String) throws(Failure) -> UInt64 {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let position = Int64(text) else {
            throw Failure(
                "badParameter", status: .usage, ["name": "position", "text": text, "allowed": "0 …"],
                member: "position")
        }
        return UInt64(position)
    }
}
