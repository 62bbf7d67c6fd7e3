public import HTTPTypes
import MusterAPI
import MusterText

/// The pages without JavaScript by which a department works: sign-in, its list, one whistle, one act.
public struct WebPages: Sendable {
    let access: WebAccess

    /// At most so many bytes are taken in a body.
    public static let bodyLimit = FormFields.largest

    /// At most so many bytes are kept of an attached file.
    let fileLimit: Int

    /// Pages that get at tokens and ledgers in this way.
    /// - Parameter fileLimit: At most so many bytes are kept of an attached file.
    package init(_ access: WebAccess, fileLimit: Int = ServerLimits().fileBytes) {
        self.access = access
        self.fileLimit = fileLimit
    }

    /// Where a page is, and what answers there.
    public struct Page: Sendable {
        /// The method; a HEAD is answered by the GET's page without its body.
        public var method: HTTPRequest.Method
        /// The path, with names in braces.
        public var template: String
        /// Whether its form may carry a file.
        public var takesFile = false
        /// Whether it answers with a file.
        public var isFile = false
        /// Answers, whatever happens.
        public var answer: @Sendable (WebRequest) async -> WebResponse
    }

    /// Every page.
    public var all: [Page] {
        [
            page(.get, "/", front),
            page(.get, Address.signIn, signInPage),
            page(.post, Address.signIn, signIn),
            page(.post, Address.signOut, signOut),
            page(.get, "/language/{language}", language),
            page(.get, "/assets/{name}", asset),
            page(.get, "/d/{code}/inbox", inbox),
            page(.get, "/d/{code}/whistles/{whistle}", whistle),
            page(.get, "/d/{code}/whistles/{whistle}/{act}") { (request) async throws(PageExit) in
                try await actForm(request, typed: nil)
            },
            page(.post, "/d/{code}/whistles/{whistle}/{act}", takesFile: true, act),
            page(.get, "/d/{code}/whistles/{whistle}/files/{sha256}", isFile: true, file),
        ]
    }

    private func page(
        _ method: HTTPRequest.Method, _ template: String, takesFile: Bool = false, isFile: Bool = false,
        _ answer: @escaping @Sendable (WebRequest) async throws(PageExit) -> WebResponse
    ) -> Page {
        Page(method: method, template: template, takesFile: takesFile, isFile: isFile) { request in
            do throws(PageExit) {
                return try await answer(request)
            } catch {
                return self.exit(error, request)
            }
        }
    }

    /// The page of an error, for a reader who wants HTML: what the server around says of an address that is none of
    /// the pages' own too.
    static func errorPage(
        status: Int, detail: String? = nil, retryAfter: Int? = nil, _ request: WebRequest, frame: Frame
    ) -> WebResponse {
        let page = MessagePage(status: status, detail: detail, retryAfter: retryAfter)
        var response = WebResponse.page(
            page.html(frame), request.language, status: HTTPResponse.Status(code: status))
        if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        return response
    }

    // MARK: What the handlers share

    /// Why a handler ends without its page.
    enum PageExit: Error {
        /// Nobody is signed in, or no longer; a form that was sent is kept.
        case signIn(hadSession: Bool, kept: FormFields?)
        /// Not from a page of this server.
        case foreign
        /// The address or the form cannot be read.
        case unreadable(FormFields.Fault)
        /// A form that should carry a file is none.
        case malformed(MultipartFault)
        /// Nothing is there.
        case notFound
        /// What the district said, with the frame of the reader if one is known.
        case failure(Failure, Frame?)
    }

    /// A reader with their district.
    struct Reader {
        var session: SessionCookie
        var api: any DistrictAPI
        var frame: Frame
        var identity: Identity
        var district: String { session.district }

        /// A page for them.
        func page(_ html: String, status: HTTPResponse.Status = .ok) -> WebResponse {
            var response = WebResponse.page(html, frame.wording.language, status: status)
            response.session = session
            return response
        }
    }

    /// The frame of a page for nobody in particular.
    static func frame(_ request: WebRequest, now: Moment) -> Frame {
        Frame(
            wording: Wording(language: request.language, now: now), requestID: request.requestID,
            address: request.target)
    }

    /// The frame of a page for nobody in particular, now.
    func frame(_ request: WebRequest) -> Frame { Self.frame(request, now: access.now()) }

    /// The session that the request carries; nil if there is none that is good.
    func session(_ request: WebRequest) async -> SessionCookie? {
        guard let value = Cookies.value(SessionCookie.name, in: request.cookies),
            let district = SessionCookie.district(of: value), let key = try? await access.sessionKey(district)
        else { return nil }
        return SessionCookie(value, key: key, now: access.now())
    }

    /// Whether somebody has been signed in at this browser, be it that the time is over.
    func hasBeenSignedIn(_ request: WebRequest) async -> Bool {
        guard let value = Cookies.value(SessionCookie.name, in: request.cookies),
            let district = SessionCookie.district(of: value), let key = try? await access.sessionKey(district)
        else { return false }
        return SessionCookie(value, key: key, now: Moment(milliseconds: 0)) != nil
    }

    /// Who is signed in to the district of the address, and what they see of it.
    func reader(_ request: WebRequest, kept: FormFields? = nil) async throws(PageExit) -> Reader {
        let had = Cookies.value(SessionCookie.name, in: request.cookies) != nil
        guard let session = await session(request) else { throw .signIn(hadSession: had, kept: kept) }
        // A token belongs to one district; of another it does not even say whether it is there.
        guard request.parameters["code"] == session.district else { throw .notFound }
        do throws(Failure) {
            let api = try await access.district(session, request.visit)
            let identity = try await api.identity()
            var frame = frame(request)
            frame.district = try await api.district()
            frame.identity = identity
            frame.signedInUntil = Moment(milliseconds: session.expires * 1_000)
            return Reader(session: session, api: api, frame: frame, identity: identity)
        } catch {
            if error.code == "unauthenticated" { throw .signIn(hadSession: had, kept: kept) }
            throw .failure(error, nil)
        }
    }

    /// Asks something of the reader's district.
    func asking<Answer>(
        _ reader: Reader, _ ask: () async throws(Failure) -> Answer
    ) async throws(PageExit) -> Answer {
        do throws(Failure) { return try await ask() } catch { throw .failure(error, reader.frame) }
    }

    /// The fields behind the `?`.
    func query(_ request: WebRequest) throws(PageExit) -> FormFields {
        do throws(FormFields.Fault) { return try request.query() } catch { throw .unreadable(error) }
    }

    /// The fields of a form that was sent from a page of this server.
    func form(_ request: WebRequest) throws(PageExit) -> FormFields {
        guard Provenance.isOwn(request.headers, host: request.host) else { throw .foreign }
        let mediaType = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.trimmed.lowercased()
        guard mediaType == "application/x-www-form-urlencoded" else { throw .unreadable(.notText) }
        do throws(FormFields.Fault) { return try FormFields(decoding: request.body) } catch { throw .unreadable(error) }
    }

    // MARK: Instead of a page

    private func exit(_ exit: PageExit, _ request: WebRequest) -> WebResponse {
        switch exit {
        case .signIn(let hadSession, let kept?):
            // What was typed goes along, so that nothing of it is lost.
            let page = SignInPage(
                next: LocalAddress.checked(request.target),
                notice: hadSession ? "web.sessionEndedTyped" : nil, kept: kept)
            return .page(page.html(frame(request)), request.language, status: .unauthorized)
        case .signIn(let hadSession, nil):
            let next = LocalAddress.checked(request.target)
            let query = PercentText.query(["next": next, "why": hadSession ? "ended" : nil])
            let response = WebResponse.seeOther(Address.signIn + query)
            return hadSession ? response.settingCookie(Cookies.clear(SessionCookie.name)) : response
        case .foreign:
            return error(403, request, detail: frame(request).wording.say("web.error.403.origin"))
        case .unreadable(.tooLarge): return error(413, request)
        case .unreadable, .malformed: return error(400, request)
        case .notFound: return error(404, request)
        case .failure(let failure, let frame):
            return Self.errorPage(
                status: failure.httpStatus, retryAfter: failure.retryAfter, request, frame: frame ?? self.frame(request)
            )
        }
    }

    private func error(_ status: Int, _ request: WebRequest, detail: String? = nil) -> WebResponse {
        Self.errorPage(status: status, detail: detail, request, frame: frame(request))
    }
}
