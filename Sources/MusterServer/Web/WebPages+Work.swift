import HTTPTypes
import MusterAPI
import MusterText

extension WebPages {
    /// What is said once on the whistle's page after an act; a link cannot say it in its place.
    private static let doneCookie = "__Host-muster-done"
    /// The list of what a unit has to do.
    func inbox(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let query = try query(request)
        var reader = try await reader(request)
        let unit = query.text("unit")
        let filter = query["show"].flatMap(InboxPage.Filter.init(rawValue:)) ?? .all
        let cursor = query.text("cursor")
        var page = try await asking(reader) { () async throws(Failure) in
            try await inbox(of: unit, filter, from: cursor, reader)
        }
        page.refresh = query["refresh"] == "\(InboxPage.refreshInterval)" ? InboxPage.refreshInterval : nil
        try await seal(&reader)
        var response = reader.page(page.html(reader.frame))
        if let seconds = page.refresh { response.headers[.refresh] = "\(seconds)" }
        return response
    }

    /// A part of a list: of what a filter lets through as much as stands in the parts that have to be read for it.
    private func inbox(
        of unit: String?, _ filter: InboxPage.Filter, from cursor: String?, _ reader: Reader
    ) async throws(Failure) -> InboxPage {
        func part(_ cursor: String?) async throws(Failure) -> MusterAPI.Page<InboxItem> {
            let part = PageQuery(limit: InboxPage.pageSize, cursor: cursor)
            return try await reader.api.inbox(InboxQuery(unit: unit, page: part))
        }
        var read = try await part(cursor)
        var items = read.items
        while filter != .all, items.count(where: filter.contains) == 0, let next = read.nextCursor {
            read = try await part(next)
            items += read.items
        }
        var page = InboxPage(
            unitName: unit ?? reader.identity.unitName, unit: unit, items: items.filter(filter.contains),
            count: read.count)
        if cursor == nil, read.nextCursor == nil {
            page.counts = Dictionary(
                uniqueKeysWithValues: InboxPage.Filter.allCases.map { filter in
                    (filter, items.count(where: filter.contains))
                })
        }
        page.filter = filter
        page.cursor = cursor
        page.nextCursor = read.nextCursor
        return page
    }

    /// One whistle.
    func whistle(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        var reader = try await reader(request)
        let whistle = try await asked(reader, request)
        try await seal(&reader)
        var page = WhistlePage(whistle: whistle, reader: reader.identity)
        let said = Cookies.value(Self.doneCookie, in: request.cookies)
        page.done = said.flatMap { done($0, on: whistle.whistle) }
        let response = reader.page(page.html(reader.frame))
        return said == nil ? response : response.settingCookie(Cookies.clear(Self.doneCookie))
    }

    /// The whistle that the address names, as it is.
    private func asked(_ reader: Reader, _ request: WebRequest) async throws(PageExit) -> WhistleDetail {
        let name = request.parameters["whistle"] ?? ""
        return try await asking(reader) { () async throws(Failure) in try await reader.api.whistle(name) }
    }

    /// Has a page say at its foot which history it is of. To be asked after all that the page shows, its delivery too:
    /// so none of it is behind the seal.
    private func seal(_ reader: inout Reader) async throws(PageExit) {
        let api = reader.api
        reader.frame.seal = try await asking(reader) { () async throws(Failure) in try await api.district().seal }
    }

    /// The form of an act, with what was typed into it before.
    func actForm(_ request: WebRequest, typed: FormFields?) async throws(PageExit) -> WebResponse {
        let reader = try await reader(request)
        let matter = try await matter(request, reader)
        guard matter.isOpen else {
            // Done meanwhile, by this or another person: the whistle's page says where it stands.
            return .seeOther(Address.whistle(matter.whistle.whistle, in: reader.district))
        }
        let command = typed?[ActPage.commandField] ?? newCommandID()
        var page = ActPage(matter: matter, commandID: command, typed: typed, fileLimit: fileLimit)
        if matter.takesFile, let name = typed?.text(ActField.fileName) {
            let words = AttachmentInput.again(name, reader.frame.wording)
            page.problems = [ActInput.Problem(field: ActField.fileName, text: words)]
        }
        return reader.page(page.html(reader.frame))
    }

    /// An act was sent.
    func act(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let sent = try formWithFile(request)
        let form = sent.fields
        let reader = try await reader(request, kept: form)
        let matter = try await matter(request, reader)
        guard matter.takesFile || !sent.isMultipart else { throw .malformed(.badName) }
        let command = form.text(ActPage.commandField) ?? newCommandID()
        var page = ActPage(matter: matter, commandID: command, typed: form, fileLimit: fileLimit)
        let plan: ActPlan
        switch ActInput(matter: matter, fields: form, file: sent.file, fileLimit: fileLimit).plan(reader.frame.wording)
        {
        case .success(let made): plan = made
        case .failure(let problems):
            page.problems = problems.list
            return reader.page(page.html(reader.frame), status: .unprocessableContent)
        }
        do throws(PlanRefusal) {
            let receipt = try await plan.carriedOut(as: command, in: reader.api)
            let isUnchanged = receipt.first == nil && !receipt.repeated
            return WebResponse.seeOther(Address.whistle(matter.whistle.whistle, in: reader.district))
                .settingCookie(
                    Cookies.set(
                        Self.doneCookie, said(matter.act, isUnchanged, on: matter.whistle.whistle), maxAge: 60))
        } catch {
            return try refused(error, page, sent, reader)
        }
    }

    /// The form again, with what the ledger said against it.
    private func refused(
        _ refusal: PlanRefusal, _ page: ActPage, _ sent: SentForm, _ reader: Reader
    ) throws(PageExit) -> WebResponse {
        var page = page
        let failure = refusal.failure
        let wording = reader.frame.wording
        switch failure.httpStatus {
        case 401: throw .signIn(hadSession: true, kept: sent.fields)
        case 429, 500: throw .failure(failure, reader.frame)
        default: break
        }
        page.problems = ActInput.Problems(failure, fields: page.matter.fields, wording).list
        if refusal.isAttached {
            page.isAttached = true
            page.typed = sent.fields.without([ActField.fileName, ActField.caption])
        } else if let file = sent.file, !page.problems.contains(where: { $0.field == ActField.fileName }) {
            let words = AttachmentInput.again(file.name, wording)
            page.problems.append(ActInput.Problem(field: ActField.fileName, text: words))
        }
        page.asksAboutNumbers =
            failure.code == "personalNumber" || sent.fields[ActField.confirmNumbers.name] != nil
        // The id stands for the earlier words for ever; these need one of their own.
        if failure.code == "commandReused" { page.commandID = newCommandID() }
        let status = failure.httpStatus == 503 ? HTTPResponse.Status.serviceUnavailable : .unprocessableContent
        return reader.page(page.html(reader.frame), status: status)
    }

    /// What the act of an address is about.
    private func matter(_ request: WebRequest, _ reader: Reader) async throws(PageExit) -> ActMatter {
        guard let act = request.parameters["act"].flatMap(WebAct.init(rawValue:)) else { throw .notFound }
        let query = try query(request)
        let whistle = try await asked(reader, request)
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
