import HTTPTypes
import MusterAPI
import MusterText
import Testing

@testable import MusterServer

@Suite struct `The page of a whistle` {
    private func page(_ name: String, _ token: String = "dept", _ language: Language = .zh) async -> WebResponse {
        let browser = Browser(language)
        await browser.signIn(token)
        return await browser.get("/d/610113/whistles/\(name)")
    }

    @Test func `offers what the reader can do, the next step first`() async {
        let new = await page("W2026-000042").text
        let buttons = new.matches(of: /<a class="button([^"]*)" href="([^"]+)">/).map { "\($0.output.2)\($0.output.1)" }
        let address = "/d/610113/whistles/W2026-000042/"
        #expect(
            buttons == [
                address + "acknowledge", address + "report-in plain", address + "object plain",
                address + "attach plain",
            ])
        let inHand = await page("W2026-000035").text
        #expect(inHand.contains("/task-progress?task=1\">报告进展 <span>(任务 1)</span>"))
        #expect(inHand.contains("/task-accept?task=3"))
        #expect(!inHand.contains("task=2"))
    }

    @Test func `offers nothing to who may only read, and names to the centre what it does elsewhere`() async {
        let auditor = await page("W2026-000042", "auditor").text
        #expect(auditor.contains("当前令牌只能查看，不能办理。"))
        #expect(!auditor.contains(#"class="button"#))
        let centre = await page("W2026-000042", "centre").text
        #expect(centre.contains("还可以在命令行或接口办理：派单、裁决派单异议。"))
    }

    @Test(arguments: [
        (Language.zh, "台账 41 条，树根 ", "，日志标识 "), (.en, "log of 41 entries, root ", ", origin "),
    ])
    func `says on paper of which history it is, and so does the list`(
        language: Language, root: String, origin: String
    ) async {
        let browser = Browser(language)
        await browser.signIn("dept")
        let words = root + "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=" + origin + "muster.local/610113/40f21bd0"
        let foot = #"<p class="seal">\#(words)</p>"#
        for address in ["whistles/W2026-000042", "inbox"] {
            #expect(await browser.get("/d/610113/\(address)").text.contains(foot), "\(address)")
        }
        // Nobody keeps a form on paper.
        #expect(await !browser.get("/d/610113/whistles/W2026-000042/acknowledge").text.contains("class=\"seal\""))
    }

    @Test func `says of every clock how it was kept or how far it is`() async {
        let text = await page("W2026-000038").text
        #expect(text.contains(#"<span class="kept">按时</span>"#))
        #expect(text.contains(#"<span class="kept late">超 2 小时 30 分</span>"#))
        #expect(text.contains(#"限 2026年11月20日 09:00 <span class="standing">已超 1 天 1 小时</span>"#))
        #expect(text.contains("不再计时"))
        #expect(await page("W2026-000042").text.contains("未送达"))
    }

    @Test func `marks in the timeline what was entered afterwards, and shows corrections`() async {
        let text = await page("W2026-000038").text
        #expect(text.contains(#"<span class="tag disputed">补录，有异议</span>"#))
        #expect(text.contains(#"<p class="remark">↳ 第 5 条更正理由为：微信群里口头签收，未见截图</p>"#))
    }

    @Test func `shows group, tasks, meetings and whom one has asked`() async {
        let inHand = await page("W2026-000035", "dept", .en).text
        #expect(inHand.contains("Members: 城管局 p-31, 市场监管局 p-52"))
        #expect(inHand.contains("3 of 3 invited units"))
        #expect(inHand.contains("proof needed"))
        let asked = await page("W2026-000038", "dept", .en).text
        #expect(asked.contains("Asked 2 times: reached, partly solved, satisfaction 3/5"))
        #expect(asked.contains("Not followed up"))
    }

    @Test func `is not there for a whistle that is not`() async {
        let answer = await page("W2026-000099")
        #expect(answer.status == .notFound)
        #expect(answer.text.contains("没有这个哨，或与您的单位无关。"))
        #expect(answer.text.contains("请求编号 r-1"))
    }

    @Test(arguments: Language.allCases)
    func `leaves no name without its text and no sentence without its words`(_ language: Language) async {
        for token in ["dept", "centre", "auditor"] {
            let browser = Browser(language)
            var addresses = [
                "/sign-in", "/sign-in?why=ended", "/nowhere", "/d/610113/inbox", "/d/610113/inbox?show=overdue",
            ]
            for name in ["W2026-000042", "W2026-000038", "W2026-000035"] {
                addresses.append("/d/610113/whistles/\(name)")
                for act in WebAct.allCases {
                    let task = act.isOfTask ? act == .taskAccept ? "?task=3" : "?task=1" : ""
                    addresses.append("/d/610113/whistles/\(name)/\(act.rawValue)\(task)")
                }
            }
            await browser.signIn(token)
            for address in addresses {
                let text = await browser.get(address).text
                #expect(!text.contains("«"), "\(address) as \(token)")
                #expect(text.firstMatch(of: /\{[a-zA-Z]+\}/) == nil, "\(address) as \(token)")
            }
        }
    }

    @Test func `escapes what people wrote`() {
        var whistle = PageCases.all(.zh)[0]
        whistle.title = #"<script>alert("1")</script> & 'x'"#
        whistle.place = "{{t.service}} {{{heading}}}"
        let reader = Identity(
            unit: "D03", unitName: "城管局", unitKind: "department", post: "P1", title: "值班室", person: "p-31",
            chief: false, role: "department", token: nil, readOnly: false, expires: nil)
        let frame = Frame(
            wording: Wording(language: .zh, now: PageCases.now), requestID: "r", address: "/", identity: reader)
        let text = WhistlePage(whistle: whistle, reader: reader).html(frame)
        #expect(!text.contains("<script"))
        #expect(text.contains("<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</h1>"))
        #expect(text.contains("<dd>{{t.service}} {{{heading}}}</dd>"))
    }

    @Test func `asks for one stylesheet that never changes under its name`() async throws {
        let browser = Browser()
        let text = await browser.get("/sign-in").text
        let path = try #require(text.firstMatch(of: /<link rel="stylesheet" href="([^"]+)">/)?.output.1)
        #expect(path.wholeMatch(of: /\/assets\/style\.[0-9a-f]{12}\.css/) != nil)
        let answer = await browser.get(String(path))
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(await browser.get("/assets/style.000000000000.css").status == .notFound)
        #expect(!text.contains("<script") && !text.contains(" style=") && !text.contains(" on"))
    }
}
