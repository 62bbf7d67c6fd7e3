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

    @Test func `comes in pages that pass over nothing when something is dealt with`() {
        func item(_ number: Int) -> InboxItem {
            InboxItem(
                unit: "C01", whistle: "W2026-\(100_000 + number)", duty: "close", call: nil, task: nil, about: nil,
                since: nil, due: number % 3 == 0 ? nil : "2026-12-01T00:00:00.000Z", light: nil, title: "", text: nil,
                aboutName: nil)
        }
        let items = (0..<120).map(item).sorted { InboxPage.Cursor(of: $0) < InboxPage.Cursor(of: $1) }
        var rest = items
        var cursor: InboxPage.Cursor?
        var seen: [String] = []
        while true {
            let start =
                cursor.map { cursor in rest.firstIndex { cursor < InboxPage.Cursor(of: $0) } ?? rest.count } ?? 0
            let shown = rest[start...].prefix(InboxPage.pageSize)
            guard let last = shown.last else { break }
            seen += shown.map(\.whistle)
            cursor = InboxPage.Cursor(text: InboxPage.Cursor(of: last).text)
            // What was read is dealt with, every second of it.
            rest.removeAll { item in seen.contains(item.whistle) && (item.whistle.last?.hexDigitValue ?? 0) % 2 == 0 }
        }
        #expect(seen == items.map(\.whistle))
    }

    @Test func `leads on to the next page and back to the first`() async throws {
        let browser = Browser(.en)
        await browser.signIn("centre")
        let first = await browser.get("/d/610113/inbox").text
        #expect(first.contains("1 to 50 of 61"))
        let link = try #require(first.firstMatch(of: /<a class="button plain" href="([^"]+)">Next page/)?.output.1)
        let second = await browser.get(String(link)).text
        #expect(second.contains("51 to 61 of 61"))
        #expect(second.contains("Back to the first page"))
        #expect(await browser.get("/d/610113/inbox?cursor=nonsense").text.contains("1 to 50 of 61"))
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
