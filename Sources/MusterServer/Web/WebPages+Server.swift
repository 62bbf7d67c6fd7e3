import HTTPTypes
import HummingbirdCore
import NIOCore

extension WebPages.Page {
    /// The media types of its body.
    fileprivate var consumes: [String] {
        ["application/x-www-form-urlencoded"] + (takesFile ? [MultipartBoundary.media] : [])
    }

    /// The media types of its answer.
    fileprivate var produces: [String] { ["text/html"] + (isFile ? ["application/octet-stream"] : []) }
}

extension WebPages {
    /// Every page as a route of the server.
    package var routes: [Route] {
        all.map { page in
            let isAsset = page.template.hasPrefix("/assets/")
            return Route(
                page.method, page.template, bodyLimit: page.takesFile ? fileBodyLimit : Self.bodyLimit,
                consumes: page.method == .post ? page.consumes : nil,
                produces: isAsset ? Asset.all.map(\.mediaType) : page.produces,
                isSignIn: page.method == .post && page.template == Address.signIn
            ) { request, context in
                try await answer(page, request, context)
            }
        }
    }

    private func answer(_ page: Page, _ request: Request, _ context: RequestContext) async throws -> Response {
        let names = page.template.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
        var asked = WebRequest(
            target: request.head.path ?? "/",
            parameters: Dictionary(uniqueKeysWithValues: names.map { (String($0), context.path(String($0))) }),
            headers: request.headers, host: request.head.authority, clientAddress: context.client,
            requestID: context.id)
        if page.method == .post {
            let limit = await bodyLimit(asked)
            // What comes from elsewhere is refused whatever it holds.
            if limit > 0 { asked.body = Array(try await context.body(of: request, upTo: limit).readableBytesView) }
        }
        let response = await page.answer(asked)
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
