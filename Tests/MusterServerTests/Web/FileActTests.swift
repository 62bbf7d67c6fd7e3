import HTTPTypes
import MusterAPI
import MusterService
import MusterText
import Testing

@testable import MusterServer

@Suite struct `A file from a page` {
    private static let inHand = "/d/610113/whistles/W2026-000035"
    private static let new = "/d/610113/whistles/W2026-000042"
    private static let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("\r\n--照片".utf8)
    private static let proof = SentFile(field: "file", name: "整改后.JPG", bytes: photo)
    private static let sha256 = LedgerFiles.content(photo).sha256

    private func signedIn(_ language: Language = .zh, as token: String = "dept", limit: Int? = nil) async -> Browser {
        let browser = Browser(language, fileLimit: limit)
        await browser.signIn(token)
        return browser
    }

    private static func attached(to task: Int?) -> ActRequest {
        ActRequest(
            .attach,
            [
                "whistle": "W2026-000035", "task": task.map { .integer(Int64($0)) }, "sha256": .string(sha256),
                "size": .integer(Int64(photo.count)), "media": "image/jpeg", "caption": "整改后",
            ])
    }

    @Test func `is kept, attached and shown, and nothing is believed that the browser says of it`() async throws {
        let browser = await signedIn()
        let page = await browser.get(Self.inHand + "/attach")
        #expect(page.text.contains(#"enctype="multipart/form-data""#))
        #expect(page.text.contains(#"<input type="file" id="f-file" name="file" accept=".jpg,.jpeg,.png,"#))
        #expect(page.text.contains("不超过 16 MB"))
        let fields = ["command": "web-1", "caption": "整改后", "task": "none"]
        let answer = await browser.post(Self.inHand + "/attach", fields, file: Self.proof)
        #expect(answer.status == .seeOther && answer.location == Self.inHand)
        #expect(await browser.district.recorded == [Self.attached(to: nil)])
        #expect(await browser.district.files == [Self.sha256: Self.photo])
        let whistle = await browser.get(Self.inHand).text
        #expect(whistle.contains("<p>材料已附上。</p>"))
        let address = Self.inHand + "/files/" + Self.sha256
        #expect(whistle.contains(#"<li><a href="\#(address)">整改后</a>"#))
        #expect(whistle.contains("<span>照片（JPEG），\(Self.photo.count) B</span>"))

        let file = await browser.get(address)
        #expect(file.status == .ok && file.body == Self.photo)
        #expect(file.headers[.contentType] == "application/octet-stream")
        #expect(file.headers[.xContentTypeOptions] == "nosniff" && file.headers[.cacheControl] == "no-store")
        #expect(
            file.headers[.contentDisposition]
                == "attachment; filename=\"W2026-000035-\(Self.sha256.prefix(12)).jpg\"")
    }

    @Test func `may belong to a task of the unit's own`() async {
        let browser = await signedIn()
        let page = await browser.get(Self.inHand + "/attach").text
        #expect(page.contains("任务 1：每晚 18 时至 24 时驻点值守") && !page.contains("任务 2："))
        let fields = ["command": "a", "caption": "整改后", "task": "1"]
        #expect(await browser.post(Self.inHand + "/attach", fields, file: Self.proof).status == .seeOther)
        let foreign = ["command": "b", "caption": "整改后", "task": "2"]
        let refused = await browser.post(Self.inHand + "/attach", foreign, file: Self.proof)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains(##"<li><a href="#f-task">请选择「用于哪一项」。</a></li>"##))
        #expect(await browser.district.recorded == [Self.attached(to: 1)])
        #expect(!(await browser.get(Self.new + "/attach").text.contains(#"name="task""#)))
    }

    @Test func `comes along with progress, with a completion that needs it, and with a claim`() async throws {
        let browser = await signedIn()
        let progress = ["command": "a", "percent": "70", "note": "第二晚", "caption": "整改后"]
        let sent = await browser.post(Self.inHand + "/task-progress?task=1", progress, file: Self.proof)
        #expect(sent.status == .seeOther)
        #expect(await browser.district.recorded.contains(Self.attached(to: 1)))
        #expect(await browser.district.recorded.count == 2)

        let other = await signedIn()
        let page = await other.get(Self.inHand + "/task-complete?task=1").text
        #expect(page.contains("请在下面选择材料，和完成情况一并提交。"))
        let bare = await other.post(Self.inHand + "/task-complete?task=1", ["command": "b", "note": "完成"])
        #expect(bare.text.contains(##"<a href="#f-file">请选择照片或文件。</a>"##))
        #expect(bare.text.contains(##"<a href="#f-caption">请填写「材料说明」。</a>"##))
        let complete = ["command": "b", "note": "完成", "caption": "整改后"]
        let done = await other.post(Self.inHand + "/task-complete?task=1", complete, file: Self.proof)
        #expect(done.status == .seeOther)
        #expect(await other.district.recorded.count == 2)

        #expect(await other.get(Self.inHand + "/claim-done").status == .seeOther, "a task is open still")
        for act in ["task-accept", "task-complete"] {
            let fields = ["command": act, "note": "完成"]
            #expect(await other.post(Self.inHand + "/\(act)?task=3", fields).status == .seeOther)
        }
        let claim = ["command": "c", "result": "solved", "summary": "已疏导", "caption": "整改后"]
        let claimed = await other.post(Self.inHand + "/claim-done", claim, file: Self.proof)
        #expect(claimed.status == .seeOther)
        #expect(await other.district.recorded.contains(Self.attached(to: nil)))
    }

    @Test func `need not come along`() async {
        let browser = await signedIn()
        let none = SentFile(field: "file", name: "", bytes: [])
        let fields = ["command": "a", "percent": "70", "note": "第二晚", "caption": " "]
        let sent = await browser.post(Self.inHand + "/task-progress?task=1", fields, file: none)
        #expect(sent.status == .seeOther)
        #expect(await browser.district.recorded.map(\.act) == [.taskProgress])
    }

    @Test func `sent twice with its form is attached once`() async {
        let browser = await signedIn()
        let fields = ["command": "web-9", "percent": "70", "note": "第二晚", "caption": "整改后"]
        for _ in 1...2 {
            let sent = await browser.post(Self.inHand + "/task-progress?task=1", fields, file: Self.proof)
            #expect(sent.status == .seeOther)
        }
        #expect(await browser.district.recorded.count == 2)
        #expect(await browser.get(Self.inHand).text.matches(of: /\/files\//).count == 1)
    }

    // MARK: What is wrong

    private static let faults: [(name: String, bytes: [UInt8], zh: String, en: String)] = [
        ("a.jpg", [], "「a.jpg」是空的。请核对后重新选择。", "“a.jpg” is empty. Check it and choose it again."),
        ("", photo, "选中的文件没有名称。", "The chosen file has no name."),
        ("a.exe", photo, "「a.exe」的类型不能附。可用：.jpg .jpeg", "“a.exe” is of a kind that cannot be attached."),
        ("photo", photo, "「photo」的类型不能附。", "“photo” is of a kind that cannot be attached."),
        ("a.png", photo, "「a.png」的内容与名称不符，不是图片（PNG）。", "“a.png” is not what its name says (picture (PNG))."),
        (
            "a.jpg", photo + [UInt8](repeating: 1, count: 2_000), "「a.jpg」有 1 KB，超过了 1 KB。",
            "“a.jpg” has 1 KB; at most 1 KB are taken."
        ),
        ("", [], "请选择照片或文件。", "Choose a photo or a document."),
    ]

    @Test(arguments: faults.indices, Language.allCases)
    func `that cannot be taken is refused at its field`(_ index: Int, _ language: Language) async {
        let fault = Self.faults[index]
        let browser = await signedIn(language, limit: 1_024)
        let file = SentFile(field: "file", name: fault.name, bytes: fault.bytes)
        let answer = await browser.post(Self.new + "/attach", ["command": "a", "caption": "说明"], file: file)
        #expect(answer.status == .unprocessableContent)
        let words = language == .zh ? fault.zh : fault.en
        #expect(answer.text.contains(##"<li><a href="#f-file">\##(words)"##))
        #expect(answer.text.contains(#"aria-describedby="f-file-hint f-file-fault" aria-invalid="true""#))
        #expect(answer.text.contains(#"name="caption" value="说明""#))
        #expect(await browser.district.isUntouched)
    }

    @Test(arguments: [
        (Language.zh, "请填写「材料说明」。", "请重新选择「整改后.JPG」：表单有误时，浏览器不保留已选的文件。"),
        (.en, "What the file shows: this has to be filled in.", "Choose “整改后.JPG” again: browsers do not keep"),
    ])
    func `without its caption has to be chosen again`(_ language: Language, _ missing: String, _ again: String) async {
        let browser = await signedIn(language)
        let answer = await browser.post(Self.new + "/attach", ["command": "a"], file: Self.proof)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(##"<a href="#f-caption">\##(missing)</a>"##))
        #expect(answer.text.contains(##"<a href="#f-file">\##(again)"##))
        #expect(await browser.district.files.isEmpty)
    }

    @Test func `has to be chosen again when another field is wrong, and is never left out in silence`() async {
        let browser = await signedIn()
        let wrong = ["command": "a", "percent": "many", "note": "", "caption": "整改后"]
        let answer = await browser.post(Self.inHand + "/task-progress?task=1", wrong, file: Self.proof)
        #expect(answer.status == .unprocessableContent)
        let order = ["f-percent", "f-note", "f-file"].map { "<a href=\"#\($0)\">" }
        let found = answer.text.matches(of: /<a href="#f-[a-z]+">/).map { String($0.output) }
        #expect(found == order)
        #expect(answer.text.contains("请重新选择「整改后.JPG」"))
        // Sent on without it, with its caption still there.
        let right = ["command": "a", "percent": "70", "note": "第二晚", "caption": "整改后"]
        let none = SentFile(field: "file", name: "", bytes: [])
        let bare = await browser.post(Self.inHand + "/task-progress?task=1", right, file: none)
        #expect(bare.text.contains(##"<a href="#f-file">请选择照片或文件。</a>"##))
        // As a form that can carry no file, with the file's name alone.
        let name = await browser.post(
            Self.inHand + "/task-progress?task=1", right.merging(["file": "整改后.JPG"]) { $1 })
        #expect(name.text.contains("请重新选择「整改后.JPG」"))
        #expect(await browser.district.isUntouched)
    }

    @Test func `is neither kept nor attached when the act is refused`() async {
        let browser = await signedIn(.en)
        let late = Failure(code: "staleThing", status: .conflict, zh: "变了。", en: "It has moved on.")
        await browser.district.refuseNext(with: late)
        let fields = ["command": "a", "percent": "70", "note": "b", "caption": "c"]
        let answer = await browser.post(Self.inHand + "/task-progress?task=1", fields, file: Self.proof)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("<li>It has moved on.</li>") && answer.text.contains("Choose “整改后.JPG” again"))
        #expect(await browser.district.isUntouched)
    }

    @Test func `that is attached already when the act fails is said to be`() async {
        let browser = await signedIn()
        let late = Failure(code: "outcomeUnknown", status: .failure, zh: "?", en: "?")
        await browser.district.refuseLate(.taskProgress, with: late)
        let fields = ["command": "a", "percent": "70", "note": "b", "caption": "整改后"]
        let answer = await browser.post(Self.inHand + "/task-progress?task=1", fields, file: Self.proof)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.text.contains("材料已经附上，不用再选") && !answer.text.contains("请重新选择"))
        #expect(answer.text.contains(#"name="caption" value="""#) && answer.text.contains(#"value="70""#))
        #expect(await browser.district.recorded == [Self.attached(to: 1)])
        let again = ["command": "a", "percent": "70", "note": "b", "caption": ""]
        #expect(await browser.post(Self.inHand + "/task-progress?task=1", again).status == .seeOther)
        #expect(await browser.district.recorded.count == 2)
    }

    @Test func `with digits in its caption can be vouched for`() async {
        let browser = await signedIn()
        await browser.district.refuseNext(
            with: Failure(code: "personalNumber", status: .failure, zh: "像手机号。", en: "?").about("caption"))
        var fields = ["command": "a", "caption": "13800138000 号井"]
        let answer = await browser.post(Self.new + "/attach", fields, file: Self.proof)
        #expect(answer.text.contains(##"<a href="#f-caption">像手机号。"##))
        #expect(answer.text.contains(#"name="confirmNumbers""#))
        fields["confirmNumbers"] = "yes"
        #expect(await browser.post(Self.new + "/attach", fields, file: Self.proof).status == .seeOther)
        #expect(await browser.district.recorded.first?.values["confirmNumbers"] == .bool(true))
    }

    @Test func `sent when nobody is signed in any more keeps what was typed, and asks for the file again`() async throws
    {
        let browser = await signedIn()
        browser.keep(SessionCookie.name, nil)
        let fields = ["command": "web-3", "caption": "整改后"]
        let answer = await browser.post(Self.new + "/attach", fields, file: Self.proof)
        #expect(answer.status == .unauthorized)
        #expect(answer.text.contains(#"name="kept.caption" value="整改后""#))
        let kept = [
            "token": "dept", "next": Self.new + "/attach", "kept.command": "web-3", "kept.caption": "整改后",
            "kept.file": "整改后.JPG",
        ]
        let form = await browser.post("/sign-in", kept)
        #expect(form.text.contains(#"value="整改后""#) && form.text.contains("请重新选择「整改后.JPG」"))
    }

    // MARK: Who, and from where

    @Test func `of another site is refused, whoever is signed in`() async {
        let browser = await signedIn()
        let fields = ["command": "a", "caption": "整改后"]
        for headers: HTTPFields in [
            [.secFetchSite: "cross-site", .origin: "https://evil.example"], [.origin: "https://evil.example"],
            [.secFetchSite: "same-site", .origin: "http://127.0.0.1:8080"], [:],
        ] {
            let answer = await browser.post(Self.new + "/attach", fields, file: Self.proof, headers)
            #expect(answer.status == .forbidden)
        }
        #expect(await browser.district.isUntouched)
    }

    @Test func `is neither taken from nor shown to a unit that the whistle does not concern`() async {
        let own = await signedIn()
        let fields = ["command": "a", "caption": "整改后"]
        #expect(await own.post(Self.new + "/attach", fields, file: Self.proof).status == .seeOther)
        let address = Self.new + "/files/" + Self.sha256
        #expect(await own.get(address).status == .ok)

        let other = Browser(.zh, district: own.district)
        await other.signIn("other")
        #expect(await other.get(Self.new + "/attach").status == .notFound)
        let answer = await other.post(Self.new + "/attach", ["command": "b", "caption": "x"], file: Self.proof)
        #expect(answer.status == .notFound)
        #expect(await other.get(address).status == .notFound)
        #expect(await own.district.recorded.count == 1)
        // Of another whistle it is not, and nobody gets one that no whistle names.
        #expect(await own.get(Self.inHand + "/files/" + Self.sha256).status == .notFound)
        #expect(await own.get(Self.new + "/files/" + String(repeating: "0", count: 64)).status == .notFound)
        let nobody = await Browser(.zh, district: own.district).get(address)
        #expect(nobody.status == .seeOther && nobody.location?.hasPrefix("/sign-in") == true)
    }

    @Test func `is offered to those alone who may attach one`() async {
        let auditor = await signedIn(as: "auditor")
        #expect(!(await auditor.get(Self.inHand).text.contains("/attach\"")))
        #expect(await auditor.get(Self.inHand + "/attach").status == .seeOther)
        #expect(await signedIn(as: "centre").get(Self.inHand).text.contains("/attach\""))
    }

    @Test func `that the server does not have is spoken of plainly`() async {
        let browser = await signedIn()
        _ = await browser.post(Self.new + "/attach", ["command": "a", "caption": "整改后"], file: Self.proof)
        await browser.district.lose(Self.sha256)
        let answer = await browser.get(Self.new + "/files/" + Self.sha256)
        #expect(answer.status == .notFound && answer.text.contains("文件没有上传到本服务器。"))
    }

    @Test(arguments: ["/acknowledge", "/object"])
    func `is no part of a form that asks for none`(_ act: String) async {
        let browser = await signedIn()
        let answer = await browser.post(Self.new + act, ["command": "a"], file: Self.proof)
        #expect(answer.status == .badRequest)
        #expect(await browser.district.recorded.isEmpty)
    }

    @Test func `in another field, or in a form that cannot be read, is refused`() async {
        let browser = await signedIn()
        let other = SentFile(field: "slip", name: "a.jpg", bytes: Self.photo)
        let fields = ["command": "a", "caption": "整改后"]
        #expect(await browser.post(Self.new + "/attach", fields, file: other).status == .badRequest)
        for type in ["multipart/form-data", "multipart/form-data; boundary=other"] {
            let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: type]
            let answer = await browser.send(.post, Self.new + "/attach", headers, body: "--x\r\n")
            #expect(answer.status == .badRequest)
        }
        #expect(await browser.district.isUntouched)
    }
}

@Suite struct `The size of a file` {
    @Test(arguments: [
        (0, "0 B"), (1_023, "1023 B"), (1_024, "1 KB"), (482_113, "470 KB"), (1 << 20, "1 MB"), (3 << 19, "1.5 MB"),
        (16 << 20, "16 MB"),
    ])
    func `is said as people read it`(_ bytes: Int, _ words: String) { #expect(FileSize.text(bytes) == words) }
}
