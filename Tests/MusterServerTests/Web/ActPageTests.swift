import HTTPTypes
import MusterAPI
import MusterText
import Testing

@testable import MusterServer

@Suite struct `An act from a page` {
    private static let new = "/d/610113/whistles/W2026-000042"
    private static let late = "/d/610113/whistles/W2026-000038"
    private static let inHand = "/d/610113/whistles/W2026-000035"

    private func signedIn(_ language: Language = .zh) async -> Browser {
        let browser = Browser(language)
        await browser.signIn()
        return browser
    }

    private func command(in page: WebResponse) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="command" value="([^"]+)"/)?.output.1))
    }

    @Test func `is done, and said once on the whistle's page`() async throws {
        let browser = await signedIn()
        let form = await browser.get(Self.new + "/acknowledge")
        let answer = await browser.post(Self.new + "/acknowledge", ["command": try command(in: form)])
        #expect(answer.status == .seeOther)
        #expect(answer.location == Self.new)
        let page = await browser.get(Self.new).text
        #expect(page.contains("<p>已签收。</p>"))
        #expect(!(await browser.get(Self.new).text.contains("<p>已签收。</p>")))
        #expect(
            await browser.district.recorded == [
                ActRequest(.acknowledge, ["whistle": "W2026-000042", "unit": "D03"])
            ])
    }

    @Test func `sent twice is done once`() async throws {
        let browser = await signedIn()
        let form = await browser.get(Self.inHand + "/task-progress?task=1")
        let fields = ["command": try command(in: form), "percent": "８０％", "note": "已驻点四晚"]
        #expect(await browser.post(Self.inHand + "/task-progress?task=1", fields).status == .seeOther)
        #expect(await browser.post(Self.inHand + "/task-progress?task=1", fields).status == .seeOther)
        #expect(
            await browser.district.recorded == [
                ActRequest(
                    .taskProgress, ["whistle": "W2026-000035", "task": 1, "percent": 80, "note": "已驻点四晚"])
            ])
    }

    @Test func `sent again with other words gets an id of its own and is asked about`() async throws {
        let browser = await signedIn(.en)
        let fields = ["command": "web-1", "percent": "70", "note": "a"]
        #expect(await browser.post(Self.inHand + "/task-progress?task=1", fields).status == .seeOther)
        let other = await browser.post(
            Self.inHand + "/task-progress?task=1", ["command": "web-1", "percent": "75", "note": "b"])
        #expect(other.status == .unprocessableContent)
        #expect(other.text.contains("This form was sent before with other words."))
        #expect(try command(in: other) != "web-1")
    }

    @Test func `missing what it needs is shown again with all that was typed`() async throws {
        let browser = await signedIn()
        let answer = await browser.post(
            Self.new + "/object", ["command": "web-5", "basis": " ", "reason": "<b>不是\n本单位</b>", "proposed": "住建局"])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("<title>错误：申请退单 · 吹哨报到</title>"))
        #expect(answer.text.contains(##"<li><a href="#f-basis">请填写「依据」。</a></li>"##))
        #expect(
            answer.text.contains(#"<p class="fault" id="f-basis-fault"><span class="hidden">错误： </span>请填写「依据」。</p>"#))
        #expect(answer.text.contains("&lt;b&gt;不是\n本单位&lt;/b&gt;</textarea>"))
        #expect(answer.text.contains(#"name="proposed" value="住建局""#))
        #expect(try command(in: answer) == "web-5")
        #expect(await browser.district.recorded.isEmpty)
    }

    @Test func `refused by the ledger says so at the field and keeps the form`() async {
        let browser = await signedIn(.en)
        let unknown = Failure(
            "unknownUnit", status: .usage, ["text": "住建", "suggestions": "区住建局"], member: "proposed")
        await browser.district.refuseNext(with: unknown)
        let fields = ["command": "web-6", "basis": "b", "reason": "r", "proposed": "住建"]
        let answer = await browser.post(Self.new + "/object", fields)
        #expect(answer.status == .unprocessableContent)
        #expect(
            answer.text.contains(
                ##"<li><a href="#f-proposed">No unit is called “住建”. Did you mean: 区住建局?</a></li>"##))
        #expect(!answer.text.contains("muster unit list"))
        await browser.district.refuseNext(
            with: Failure(code: "staleThing", status: .conflict, zh: "变了。", en: "It has moved on."))
        let other = await browser.post(Self.new + "/object", fields)
        #expect(other.text.contains("<li>It has moved on.</li>"))
    }

    @Test(
        arguments: [
            ("没有这个哨。用 muster list 查哨号。", "没有这个哨。"),
            ("The figure is 3.5. Change --percent. Go on!", "The figure is 3.5. Go on!"),
            ("用 muster show 看。", "用 muster show 看。"), ("It has moved on", "It has moved on"), ("", ""),
        ])
    func `is refused in words that name no command`(_ text: String, _ said: String) {
        #expect(PageSentence.withoutCommands(text) == said)
    }

    @Test func `with digits in its text can be vouched for`() async {
        let browser = await signedIn()
        await browser.district.refuseNext(
            with: Failure(code: "personalNumber", status: .failure, zh: "像手机号。", en: "A number?"))
        var fields = ["command": "web-7", "basis": "b", "reason": "13800138000 号文", "proposed": ""]
        let answer = await browser.post(Self.new + "/object", fields)
        #expect(
            answer.text.contains(#"<input type="checkbox" id="f-confirmNumbers" name="confirmNumbers" value="yes">"#))
        fields["confirmNumbers"] = "yes"
        #expect(await browser.post(Self.new + "/object", fields).status == .seeOther)
        #expect(await browser.district.recorded.first?.values["confirmNumbers"] == .bool(true))
    }

    @Test func `whose outcome is not known is sent again under the same id`() async throws {
        let browser = await signedIn()
        await browser.district.refuseNext(with: Failure(code: "outcomeUnknown", status: .failure, zh: "?", en: "?"))
        let answer = await browser.post(Self.new + "/acknowledge", ["command": "web-8"])
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.text.contains("请直接再提交一次：已记录的不会重复。"))
        #expect(try command(in: answer) == "web-8")
    }

    @Test func `objects on the ground that the state leaves, and warns that the clocks run`() async {
        let browser = await signedIn()
        #expect(await browser.get(Self.new + "/object").text.contains("裁决前时限照走：请照常签收、报到。"))
        _ = await browser.post(Self.new + "/object", ["command": "a", "basis": "b", "reason": "r"])
        #expect(await browser.get(Self.inHand + "/object").text.contains("到场后只能以「现场查明」申请一次退单"))
        _ = await browser.post(Self.inHand + "/object", ["command": "b", "basis": "b", "reason": "r"])
        let grounds = await browser.district.recorded.compactMap { $0.values["ground"]?.line }
        #expect(grounds.sorted() == [#""foundOnSite""#, #""notOurDuty""#])
    }

    @Test func `reports in on site without asking how where that is required`() async {
        let browser = await signedIn()
        #expect(!(await browser.get(Self.new + "/report-in").text.contains(#"name="mode""#)))
        #expect(await browser.post(Self.new + "/report-in", ["command": "a", "person": "p-40"]).status == .seeOther)
        let asked = await browser.post(Self.late + "/report-in", ["command": "b", "mode": "flying"])
        #expect(asked.text.contains(##"<li><a href="#f-mode">请选择「怎样报到」。</a></li>"##))
        #expect(
            await browser.district.recorded.first?.values
                == ["whistle": "W2026-000042", "unit": "D03", "mode": "onSite", "person": "p-40"])
    }

    @Test func `that is no longer open leads to where the whistle stands`() async {
        let browser = await signedIn()
        let closed = await browser.get(Self.late + "/acknowledge")
        #expect(closed.status == .seeOther)
        #expect(closed.location == Self.late)
    }

    @Test(arguments: ["/fly", "/task-accept", "/task-accept?task=9", "/acknowledge?task=1", "/task-accept?task=x"])
    func `that there is not is not found`(_ act: String) async {
        #expect(await signedIn().get(Self.inHand + act).status == .notFound)
    }

    @Test func `of another site is refused, whoever is signed in`() async {
        let browser = await signedIn()
        let answer = await browser.post(
            Self.new + "/acknowledge", ["command": "x"], [.secFetchSite: "cross-site", .origin: "https://evil.example"])
        #expect(answer.status == .forbidden)
        #expect(await browser.district.recorded.isEmpty)
    }

    @Test func `is a form and nothing else`() async {
        let browser = await signedIn()
        let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "application/json"]
        #expect(await browser.send(.post, Self.new + "/acknowledge", headers, body: "{}").status == .badRequest)
        let twice = await browser.send(
            .post, Self.new + "/acknowledge",
            [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
            body: "command=a&command=b")
        #expect(twice.status == .badRequest)
        #expect(await browser.district.recorded.isEmpty)
    }
}
