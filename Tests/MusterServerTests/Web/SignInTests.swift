import HTTPTypes
import MusterAPI
import MusterText
import Testing

@testable import MusterServer

@Suite struct `Signing in to the pages` {
    private static let mother = "/d/610113/whistles/W2026-000042"

    @Test func `leads from the front door to the list`() async {
        let browser = Browser()
        #expect(await browser.get("/").location == "/sign-in")
        let answer = await browser.signIn()
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/d/610113/inbox")
        let cookie = answer.headers[.setCookie] ?? ""
        #expect(cookie.hasPrefix("__Host-muster=v1.610113.dept."))
        #expect(cookie.hasSuffix("; Path=/; Secure; SameSite=Lax; HttpOnly; Max-Age=43200"))
        #expect(await browser.get("/").location == "/d/610113/inbox")
    }

    @Test func `leads back to where one was going, and never elsewhere`() async {
        let browser = Browser()
        let answer = await browser.get(Self.mother + "?x=1")
        #expect(answer.location == "/sign-in?next=%2Fd%2F610113%2Fwhistles%2FW2026-000042%3Fx%3D1")
        let page = await browser.get(answer.location ?? "")
        #expect(page.text.contains(#"<input type="hidden" name="next" value="/d/610113/whistles/W2026-000042?x=1">"#))
        #expect(await browser.post("/sign-in", ["token": "dept", "next": Self.mother]).location == Self.mother)
        #expect(
            await browser.post("/sign-in", ["token": "dept", "next": "//evil.example"]).location == "/d/610113/inbox")
    }

    @Test func `says at the field what is wrong with a token, and does not repeat it`() async {
        let browser = Browser(.en)
        let wrong = await browser.signIn("mst_secret")
        #expect(wrong.status == .unauthorized)
        #expect(wrong.text.contains("<title>Error: Sign in · Muster</title>"))
        #expect(wrong.text.contains(##"<li><a href="#f-token">The token is wrong"##))
        #expect(wrong.text.contains(#"aria-describedby="f-token-hint f-token-fault" aria-invalid="true""#))
        #expect(!wrong.text.contains("mst_secret"))
        #expect(browser.cookie(SessionCookie.name) == nil)
        #expect(await browser.signIn(" ").status == .unprocessableContent)
    }

    @Test func `is refused for a while after too many guesses`() async {
        let answer = await Browser(.en).signIn("guess")
        #expect(answer.status == .tooManyRequests)
        #expect(answer.headers[.retryAfter] == "42")
        #expect(answer.text.contains("Try again in 42 seconds."))
    }

    @Test func `takes no form of another site`() async {
        let browser = Browser()
        let answer = await browser.post(
            "/sign-in", ["token": "dept"], [.secFetchSite: "cross-site", .origin: "https://evil.example"])
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("这次提交不是从本系统的页面发出的，没有办理。"))
        #expect(browser.cookie(SessionCookie.name) == nil)
    }

    @Test func `ends with the token, at the next request`() async {
        let browser = Browser()
        await browser.signIn()
        #expect(await browser.get("/d/610113/inbox").status == .ok)
        await browser.district.revoke("dept")
        let answer = await browser.get("/d/610113/inbox")
        #expect(answer.location == "/sign-in?next=%2Fd%2F610113%2Finbox&why=ended")
        #expect(browser.cookie(SessionCookie.name) == nil)
        #expect(await browser.get(answer.location ?? "").text.contains("登录已失效"))
    }

    @Test func `ends when one signs out`() async {
        let browser = Browser()
        await browser.signIn()
        let answer = await browser.post("/sign-out")
        #expect(answer.location == "/sign-in?why=out")
        #expect(browser.cookie(SessionCookie.name) == nil)
        #expect(await browser.get("/d/610113/inbox").status == .seeOther)
    }

    @Test func `opens one's own district and says nothing of others`() async {
        let browser = Browser()
        await browser.signIn()
        #expect(await browser.get("/d/610112/inbox").status == .notFound)
    }

    @Test func `keeps what was typed when the session has ended meanwhile`() async {
        let browser = Browser()
        await browser.signIn()
        browser.keep(SessionCookie.name, nil)
        let typed = ["basis": "《职责清单》第 3 条", "reason": "不属于\n本单位", "proposed": "住建局", "command": "web-77"]
        let page = await browser.post(Self.mother + "/object", typed)
        #expect(page.status == .unauthorized)
        #expect(page.text.contains(#"<input type="hidden" name="kept.reason" value="不属于"#))
        var again = Dictionary(uniqueKeysWithValues: typed.map { ("kept.\($0.key)", $0.value) })
        again["token"] = "dept"
        again["next"] = Self.mother + "/object"
        let form = await browser.post("/sign-in", again)
        #expect(form.status == .ok)
        #expect(form.text.contains("不属于\n本单位</textarea>"))
        #expect(form.text.contains(#"name="command" value="web-77""#))
        #expect(browser.cookie(SessionCookie.name) != nil)
        #expect(await browser.district.recorded.isEmpty)
    }

    @Test func `is in the language that one chose`() async {
        let browser = Browser(.zh)
        #expect(await browser.get("/sign-in").text.contains(#"<html lang="zh-Hans">"#))
        #expect(await browser.get("/language/en?back=/sign-in%3Fwhy=out").location == "/sign-in?why=out")
        let page = await browser.get("/sign-in?why=out")
        #expect(page.text.contains(#"<html lang="en">"#))
        #expect(page.headers[.contentLanguage] == "en")
        #expect(page.text.contains(#"hreflang="zh-Hans">简体中文</a>"#))
        #expect(await browser.get("/language/fr").status == .notFound)
        #expect(await browser.get("/language/en?back=https://evil.example").location == "/")
    }
}
