import HTTPTypes
import HummingbirdCore
import NIOCore

extension WebPages {
    /// Every page as a route of the server.
    package var routes: [Route] {
        all.map { page in
            let isAsset = page.template.hasPrefix("/assets/")
            return Route(
                page.method, page.template, bodyLimit: Self.bodyLimit,
                consumes: page.method == .post ? ["application/x-www-form-urlencoded"] : nil,
                produces: isAsset ? Asset.all.map(\.mediaType) : ["text/html"],
                isSignIn: page.method == .post && page.template == Address.signIn
            ) { request, context in
                try await Self.answer(page, request, context)
            }
        }
    }

    private static func answer(
        _ page: Page, _ request: Request, _ context: RequestContext
    ) async throws -> Response {
        let names = page.template.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
        let body = page.method == .post ? try await context.body(of: request) : ByteBuffer()
        let response = await page.answer(
            WebRequest(
                target: request.head.path ?? "/",
                parameters: Dictionary(uniqueKeysWithValues: names.map { (String($0), context.path(String($0))) }),
                headers: request.headers, host: request.head.authority, body: Array(body.readableBytesView),
                clientAddress: context.client, requestID: context.id))
        if let session = response.session {
            context.district = session.district
            context.token = session.tokenID
        }
        return Response(response)
    }
}

extension Response {
    /// A page's answer as the server sends it.
    init(_ response: WebResponse) {
        self.init(
            status: response.status, headers: response.headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
}
