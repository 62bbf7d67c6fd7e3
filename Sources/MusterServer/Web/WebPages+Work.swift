import HTTPTypes
import MusterAPI
import MusterText

extension WebPages {
    /// What is said once on the whistle's page after an act; a link cannot say it in its place.
    private static let doneCookie = "__Host-muster-done"
    /// So many items of a list are looked at to count them.
    private static let mostItems = 2_000

    /// The list of what a unit has to do.
    func inbox(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let query = try query(request)
        let reader = try await reader(request)
        let unit = query.text("unit")
        let (items, isCut) = try await asking { () async throws(Failure) in
            try await allItems(of: unit, reader.api)
        }
        var page = InboxPage(unitName: unit ?? reader.identity.unitName, unit: unit, items: items, isCut: isCut)
        page.filter = query["show"].flatMap(InboxPage.Filter.init(rawValue:)) ?? .all
        page.cursor = query["cursor"].flatMap(InboxPage.Cursor.init(text:))
        page.refresh = query["refresh"] == "\(InboxPage.refreshInterval)" ? InboxPage.refreshInterval : nil
        var response = reader.page(page.html(reader.frame))
        if let seconds = page.refresh { response.headers[.refresh] = "\(seconds)" }
        return response
    }

    /// All items of a list, which the counts of the filters need; at most ``mostItems``.
    private func allItems(of unit: String?, _ api: any DistrictAPI) async throws(Failure) -> ([InboxItem], Bool) {
        var items: [InboxItem] = []
        var cursor: String?
        repeat {
            let part = PageQuery(limit: PageQuery.limits.upperBound, cursor: cursor)
            let page = try await api.inbox(InboxQuery(unit: unit, page: part))
            items += page.items
            cursor = page.nextCursor
        } while cursor != nil && items.count < Self.mostItems
        return (items, cursor != nil)
    }

    /// One whistle.
    func whistle(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let reader = try await reader(request)
        let name = request.parameters["whistle"] ?? ""
        let whistle = try await asking { () async throws(Failure) in try await reader.api.whistle(name) }
        var page = WhistlePage(whistle: whistle, reader: reader.identity)
        let said = Cookies.value(Self.doneCookie, in: request.cookies)
        page.done = said.flatMap { done($0, on: whistle.whistle) }
        let response = reader.page(page.html(reader.frame))
        return said == nil ? response : response.settingCookie(Cookies.clear(Self.doneCookie))
    }

    /// The form of an act, with what was typed into it before.
    func actForm(_ request: WebRequest, typed: FormFields?) async throws(PageExit) -> WebResponse {
        let reader = try await reader(request)
        let matter = try await matter(request, reader)
        guard matter.isOpen else {
            // Done meanwhile, by this or another person: the whistle's page says where it stands.
            return .seeOther(Address.whistle(matter.whistle.whistle, in: reader.district))
        }
        var page = ActPage(matter: matter, commandID: typed?[ActPage.commandField] ?? newCommandID())
        page.typed = typed
        return reader.page(page.html(reader.frame))
    }

    /// An act was sent.
    func act(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let form = try form(request)
        let reader = try await reader(request, kept: form)
        let matter = try await matter(request, reader)
        let command = form.text(ActPage.commandField) ?? newCommandID()
        var page = ActPage(matter: matter, commandID: command, typed: form)
        let wording = reader.frame.wording
        let act: ActRequest
        switch ActInput(matter: matter, fields: form).request(wording) {
        case .success(let request): act = request
        case .failure(let problems):
            page.problems = problems.list
            return reader.page(page.html(reader.frame), status: .unprocessableContent)
        }
        do throws(Failure) {
            let receipt = try await reader.api.submit(act, ActOptions(commandID: command))
            let isUnchanged = receipt.first == nil && !receipt.repeated
            return WebResponse.seeOther(Address.whistle(matter.whistle.whistle, in: reader.district))
                .settingCookie(
                    Cookies.set(
                        Self.doneCookie, said(matter.act, isUnchanged, on: matter.whistle.whistle), maxAge: 60))
        } catch {
            switch error.httpStatus {
            case 401: throw .signIn(hadSession: true, kept: form)
            case 429, 500: throw .failure(error)
            default: break
            }
            page.problems = ActInput.Problems(error, fields: matter.fields, wording).list
            page.asksAboutNumbers = error.code == "personalNumber" || form[ActField.confirmNumbers.name] != nil
            // The id stands for the earlier words for ever; these need one of their own.
            if error.code == "commandReused" { page.commandID = newCommandID() }
            let status = error.httpStatus == 503 ? HTTPResponse.Status.serviceUnavailable : .unprocessableContent
            return reader.page(page.html(reader.frame), status: status)
        }
    }

    /// What the act of an address is about.
    private func matter(_ request: WebRequest, _ reader: Reader) async throws(PageExit) -> ActMatter {
        guard let act = request.parameters["act"].flatMap(WebAct.init(rawValue:)) else { throw .notFound }
        let query = try query(request)
        let name = request.parameters["whistle"] ?? ""
        let whistle = try await asking { () async throws(Failure) in try await reader.api.whistle(name) }
        let matter = ActMatter(
            act: act, whistle: whistle, reader: reader.identity, taskNumber: query["task"].flatMap { Int($0) })
        guard matter.namesItsTask else { throw .notFound }
        return matter
    }

    private func newCommandID() -> String { "web-" + Hex.text(access.randomBytes(16)) }

    private func said(_ act: WebAct, _ isUnchanged: Bool, on whistle: String) -> String {
        "\(act.rawValue).\(isUnchanged ? 0 : 1).\(whistle)"
    }

    private func done(_ said: String, on whistle: String) -> WhistlePage.Done? {
        WebAct.allCases.flatMap { act in
            [true, false].map { WhistlePage.Done(act: act, isUnchanged: $0) }
        }.first { self.said($0.act, $0.isUnchanged, on: whistle) == said }
    }
}
