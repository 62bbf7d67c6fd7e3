import HTTPTypes
import MusterAPI
import MusterText

extension WebPages {
    /// The front door: on to the list, or to sign-in.
    func front(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        guard let session = await session(request) else { return .seeOther(Address.signIn) }
        return .seeOther(Address.inbox(session.district))
    }

    /// The sign-in page.
    func signInPage(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let query = try query(request)
        let notices = ["ended": "web.sessionEnded", "out": "web.signedOut"]
        let page = SignInPage(next: LocalAddress.checked(query["next"]), notice: query["why"].flatMap { notices[$0] })
        return .page(page.html(frame(request)), request.language)
    }

    /// A token was pasted.
    func signIn(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let form = try form(request)
        let kept = kept(in: form)
        var page = SignInPage(next: LocalAddress.checked(form["next"]), kept: kept)
        let wording = frame(request).wording
        guard let token = form.text("token") else {
            page.problem = wording.say("web.tokenMissing")
            return .page(page.html(frame(request)), request.language, status: .unprocessableContent)
        }
        let signedIn: SignedIn
        let key: SessionKey
        do throws(Failure) {
            signedIn = try await access.signIn(token, request.visit)
            key = try await access.sessionKey(signedIn.district)
        } catch {
            guard error.httpStatus == 401 else { throw .failure(error, nil) }
            page.problem = wording.say("web.tokenWrong")
            return .page(page.html(frame(request)), request.language, status: .unauthorized)
        }
        let expires = access.now().milliseconds / 1_000 + SessionCookie.seconds
        let session = SessionCookie(district: signedIn.district, tokenID: signedIn.tokenID, expires: expires)
        let cookie = session.sealed(by: key)
        let response =
            await resumed(page, cookie, signedIn, request)
            ?? .seeOther(page.next ?? Address.inbox(signedIn.district))
        return response.settingCookie(Cookies.set(SessionCookie.name, cookie, maxAge: SessionCookie.seconds))
    }

    /// The fields of a form that was sent when nobody was signed in any more.
    private func kept(in form: FormFields) -> FormFields? {
        let fields = form.values.filter { $0.key.hasPrefix(SignInPage.keptPrefix) }.map { field in
            (String(field.key.dropFirst(SignInPage.keptPrefix.count)), field.value)
        }
        return fields.isEmpty ? nil : FormFields(Dictionary(fields) { first, _ in first })
    }

    /// The form of the act that was being filled in, with all that was typed; nil if none was.
    private func resumed(
        _ page: SignInPage, _ cookie: String, _ signedIn: SignedIn, _ request: WebRequest
    ) async -> WebResponse? {
        guard let typed = page.kept, let next = page.next else { return nil }
        let path = next.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard path.count == 5, path[0] == "d", path[1] == signedIn.district, path[2] == "whistles" else { return nil }
        var again = request
        again.target = next
        again.parameters = ["code": path[1], "whistle": path[3], "act": path[4]]
        again.headers[values: .cookie] =
            ["\(SessionCookie.name)=\(cookie)"]
            + request.cookies.filter { !$0.contains(SessionCookie.name) }
        return try? await actForm(again, typed: typed)
    }

    /// Forgets who is signed in.
    func signOut(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        guard Provenance.isOwn(request.headers, host: request.host) else { throw .foreign }
        return WebResponse.seeOther(Address.signIn + "?why=out").settingCookie(Cookies.clear(SessionCookie.name))
    }

    /// The reader chose a language.
    func language(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        guard let language = request.parameters["language"].flatMap(Language.init(rawValue:)) else { throw .notFound }
        let back = LocalAddress.checked(try query(request)["back"]) ?? "/"
        let year: Int64 = 365 * 24 * 3_600
        return WebResponse.seeOther(back)
            .settingCookie(Cookies.set(PageLanguage.cookie, language.rawValue, maxAge: year))
    }

    /// A file that pages need. One of an older program is not there, and no page of this one asks for it.
    func asset(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        guard let asset = Asset.all.first(where: { $0.name == request.parameters["name"] }) else { throw .notFound }
        return WebResponse(
            status: .ok,
            headers: [.contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable"],
            body: asset.bytes)
    }
}
