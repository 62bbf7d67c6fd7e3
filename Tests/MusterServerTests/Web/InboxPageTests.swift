import HTTPTypes
import MusterAPI
import MusterText
import Testing

@testable import MusterServer

@Suite struct `The list of what there is to do` {
    @Test func `shows deadline, light in words, duty and matter`() async {
        let browser = Browser()
        await browser.signIn()
        let text = await browser.get("/d/610113/inbox").text
        #expect(text.contains("<h1 id=\"inbox\">城管局的待办</h1>"))
        #expect(text.contains(#"<span class="sign" aria-hidden="true">■</span> 超时"#))
        #expect(
            text.contains(
                #"<time datetime="2026-11-21T02:03:00.000Z">2026年11月21日 10:03</time> <span class="standing">还有 3 分</span>"#
            ))
        #expect(text.contains(#"<a href="/d/610113/whistles/W2026-000042">朱雀大街南段路面塌陷，塌坑约两米，已拉警戒线</a>"#))
        #expect(text.contains("任务：每晚 18 时至 24 时驻点值守，连续七天"))
        #expect(text.contains(#"aria-current="page">全部 <span class="count">5 项</span>"#))
    }

    @Test func `can be narrowed to what is late and what is to be signed for`() async {
        let browser = Browser(.en)
        await browser.signIn()
        let late = await browser.get("/d/610113/inbox?show=overdue").text
        #expect(late.contains("W2026-000038"))
        #expect(!late.contains("W2026-000042"))
        let unsigned = await browser.get("/d/610113/inbox?show=unsigned").text
        #expect(unsigned.contains("W2026-000042"))
        #expect(!unsigned.contains("W2026-000038"))
        #expect(unsigned.contains(#"aria-current="page">To sign for <span class="count">1</span>"#))
    }

    @Test func `says what it means when it is empty`() async {
        let browser = Browser()
        await browser.signIn("auditor")
        let text = await browser.get("/d/610113/inbox").text
        #expect(text.contains("现在没有等区审计局签收、报到或办理的事项。"))
        #expect(text.contains(#"<span class="tag">只读</span>"#))
    }

    @Test func `begins for the centre with the calls that nobody has opened`() async throws {
        let browser = Browser()
        await browser.signIn("centre")
        let text = await browser.get("/d/610113/inbox").text
        let heading = try #require(text.firstRange(of: "未送达的派单"))
        let others = try #require(text.firstRange(of: "按时限先后"))
        let call = try #require(text.firstRange(of: "W2026-000042"))
        #expect(heading.lowerBound < call.lowerBound && call.lowerBound < others.lowerBound)
    }

    @Test func `leads on to the next page and back to the first`() async throws {
        let browser = Browser(.en)
        await browser.signIn("centre")
        let first = await browser.get("/d/610113/inbox").text
        #expect(first.contains("100 on this page, 161 in all"))
        #expect(!first.contains("Back to the first page"))
        let link = try #require(first.firstMatch(of: /<a class="button plain" href="([^"]+)">Next page/)?.output.1)
        let second = await browser.get(String(link)).text
        #expect(second.contains("61 on this page, 161 in all"))
        #expect(second.contains("Back to the first page") && !second.contains("Next page"))
        #expect(await browser.get("/d/610113/inbox?cursor=nonsense").status == .badRequest)
    }

    @Test func `counts what the filters let through where it has seen the whole list, and reads on where it has not`()
        async
    {
        let browser = Browser(.en)
        await browser.signIn("centre")
        let all = await browser.get("/d/610113/inbox").text
        #expect(all.contains(#"aria-current="page">All <span class="count">161</span>"#))
        #expect(all.contains(#"show=overdue">Late</a>"#))
        // Nothing of it waits to be signed for, which is known only after all of it was read.
        let none = await browser.get("/d/610113/inbox?show=unsigned").text
        #expect(none.contains("No call waits to be signed for"))
    }

    @Test func `loads itself again only where one asked for it`() async {
        let browser = Browser()
        await browser.signIn()
        #expect(await browser.get("/d/610113/inbox").headers[.refresh] == nil)
        let answer = await browser.get("/d/610113/inbox?refresh=60")
        #expect(answer.headers[.refresh] == "60")
        #expect(answer.text.contains("停止自动刷新"))
        #expect(await browser.get("/d/610113/inbox?refresh=1").headers[.refresh] == nil)
    }
}
