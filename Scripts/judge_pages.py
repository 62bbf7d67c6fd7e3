"""Judges the web pages in a real Chromium: judge_pages.py ADDRESS DIRECTORY

The server at ADDRESS holds the made-up district of Tests/MusterServerTests/Web, whose tokens are `dept`, `centre` and
`auditor`. A screenshot of every page is left in DIRECTORY. Ends with 1 if anything is found.
"""

import base64
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
NEW = "/d/610113/whistles/W2026-000042"
LATE = "/d/610113/whistles/W2026-000038"
IN_HAND = "/d/610113/whistles/W2026-000035"
# Name, token, address, the status that is meant.
PAGES = [
    ("sign-in", None, "/sign-in", 200),
    ("signed-out", None, "/sign-in?why=out", 200),
    ("no-such-page", None, "/nowhere", 404),
    ("inbox", "dept", "/d/610113/inbox", 200),
    ("inbox-overdue", "dept", "/d/610113/inbox?show=overdue", 200),
    ("inbox-empty", "auditor", "/d/610113/inbox", 200),
    ("inbox-centre", "centre", "/d/610113/inbox", 200),
    ("whistle-new", "dept", NEW, 200),
    ("whistle-late", "dept", LATE, 200),
    ("whistle-in-hand", "dept", IN_HAND, 200),
    ("whistle-read-only", "auditor", LATE, 200),
    ("whistle-centre", "centre", NEW, 200),
    ("whistle-unknown", "dept", "/d/610113/whistles/W2026-000099", 404),
    ("act-acknowledge", "dept", NEW + "/acknowledge", 200),
    ("act-report-in-on-site", "dept", NEW + "/report-in", 200),
    ("act-report-in", "dept", LATE + "/report-in", 200),
    ("act-object", "dept", NEW + "/object", 200),
    ("act-task-accept", "dept", IN_HAND + "/task-accept?task=3", 200),
    ("act-task-progress", "dept", IN_HAND + "/task-progress?task=1", 200),
    ("act-task-complete", "dept", IN_HAND + "/task-complete?task=1", 200),
    ("act-attach", "dept", IN_HAND + "/attach", 200),
]
# Forms sent empty, to see how they come back.
FAULTY = [
    ("faulty-sign-in", None, "/sign-in", 422),
    ("faulty-object", "dept", NEW + "/object", 422),
    ("faulty-report-in", "dept", LATE + "/report-in", 422),
    ("faulty-attach", "dept", IN_HAND + "/attach", 422),
]

findings = []


def find(page_name, words):
    findings.append(f"{page_name}: {words}")


class Visit:
    """A browser context that notes what must not happen: errors on the console, requests to elsewhere."""

    def __init__(self, browser, address, language, **options):
        self.address = address
        self.context = browser.new_context(
            locale=LANGUAGES[language], timezone_id="Asia/Shanghai", **options
        )
        self.page = self.context.new_page()
        self.name = "start"
        self.meant = 200
        self.page.on("console", self.console)
        self.page.on("pageerror", lambda error: find(self.name, f"script error {error}"))
        self.page.on("request", self.request)

    def console(self, message):
        # Chromium reports the meant status of an error page as an error of its own.
        if message.type in ("error", "warning") and not (
            self.meant >= 400 and f"status of {self.meant}" in message.text
        ):
            find(self.name, f"console: {message.text}")

    def request(self, request):
        if not request.url.startswith(self.address + "/"):
            find(self.name, f"asks elsewhere: {request.url}")

    def open(self, name, path, status=200):
        self.name, self.meant = name, status
        answer = self.page.goto(self.address + path)
        if answer.status != status:
            find(name, f"status {answer.status}, expected {status}")
        if urlsplit(self.page.url).path != urlsplit(path).path:
            find(name, f"led to {self.page.url}")

    def sign_in(self, token):
        self.open(f"sign-in as {token}", "/sign-in")
        self.page.fill("#f-token", token)
        self.page.press("#f-token", "Enter")
        self.page.wait_for_url("**/inbox")

    def close(self):
        self.context.close()


def judge_axe(page, name, tags=None):
    options = {"runOnly": tags or TAGS}
    for violation in Axe().run(page, options=options).response["violations"]:
        for node in violation["nodes"][:3]:
            find(name, f"axe {violation['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}")


def judge_width(page, name):
    wide = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    if wide > 0:
        find(name, f"scrolls sideways by {wide} px")


def judge_page(visit, name, language, width):
    page = visit.page
    if page.evaluate("() => document.documentElement.lang") != {"zh": "zh-Hans", "en": "en"}[language]:
        find(name, "is in another language")
    if page.locator("h1").count() != 1:
        find(name, "has not exactly one h1")
    if page.locator("script").count():
        find(name, "has a script")
    judge_axe(page, name)
    judge_width(page, name)


def every_page(browser, address, language, width, directory, **options):
    """Opens every page for its reader, calls nothing, changes nothing."""
    kind = options.pop("kind", "")
    visits = {}
    for name, token, path, status in PAGES + FAULTY:
        if token not in visits:
            visits[token] = Visit(
                browser, address, language, viewport={"width": width, "height": 800}, **options
            )
            if token:
                visits[token].sign_in(token)
        visit = visits[token]
        full = f"{name}-{language}-{width}{kind}"
        if name.startswith("faulty"):
            visit.open(full, path)
            visit.meant = status
            with visit.page.expect_navigation() as navigation:
                visit.page.locator("main form button").last.click()
            if navigation.value.status != status:
                find(full, f"status {navigation.value.status}, expected {status}")
            title = visit.page.title()
            if not title.startswith("错误：" if language == "zh" else "Error: "):
                find(full, f"title does not say that there is an error: {title}")
            link = visit.page.locator(".summary a").first
            link.click()
            if not visit.page.evaluate("() => document.activeElement.matches('input, textarea')"):
                find(full, "the summary's link does not lead to the field")
        else:
            visit.open(full, path, status)
        judge_page(visit, full, language, width)
        visit.page.screenshot(path=directory / f"{full}.png", full_page=True)
    for visit in visits.values():
        visit.close()


def printed(browser, address, language, directory):
    """On paper the whole history is there and no button."""
    visit = Visit(browser, address, language)
    visit.sign_in("dept")
    visit.open(f"printed-{language}", LATE)
    visit.page.emulate_media(media="print")
    for part in (".turn", ".tools", ".crumbs", ".skip"):
        if visit.page.locator(part).first.is_visible():
            find(visit.name, f"prints {part}")
    path = directory / f"printed-{language}.pdf"
    visit.page.pdf(path=path, format="A4", prefer_css_page_size=True)
    visit.page.screenshot(path=directory / f"printed-{language}.png", full_page=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    flat = re.sub(r"\s+", "", text)
    seal = "台账41条，树根" if language == "zh" else "logof41entries,root"
    ruling = "裁决：同意文旅局退单" if language == "zh" else "文旅局isreleased"
    for words in ("W2026-000038", "金裕云顶小区", ruling, seal + "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0="):
        if words not in flat:
            find(visit.name, f"does not print {words}")
    visit.close()


def spaced(browser, address, language):
    """WCAG 1.4.12: nothing is lost when the reader spreads the text."""
    spread = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        "p { margin-bottom: 2em !important }"
    )
    visit = Visit(browser, address, language, viewport={"width": 320, "height": 800}, bypass_csp=True)
    visit.sign_in("dept")
    for name, path in (("inbox", "/d/610113/inbox"), ("whistle", IN_HAND), ("object", NEW + "/object")):
        visit.open(f"spaced-{name}-{language}", path)
        visit.page.add_style_tag(content=spread)
        judge_width(visit.page, visit.name)
    visit.close()


# The smallest photo that a program makes: a white point (JPEG).
PHOTO = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////"
    "////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)


def with_file(browser, address, language, width, directory):
    """An officer reports progress with a photo: first not all is filled in, then it is, and the photo comes back."""
    visit = Visit(browser, address, language, viewport={"width": width, "height": 800}, accept_downloads=True)
    visit.sign_in("dept")
    page = visit.page
    again, kind = {"zh": ("请重新选择", "照片（JPEG）"), "en": ("again", "photo (JPEG)")}[language]
    caption = f"整改后 {language} {width}"
    photo = {"name": "现场 100%.jpg", "mimeType": "text/html", "buffer": PHOTO}

    def send(status):
        visit.meant = status
        with page.expect_navigation() as navigation:
            page.locator("main form button").last.click()
        if navigation.value.status != status:
            find(visit.name, f"status {navigation.value.status}, expected {status}")

    def judge(name):
        visit.name = f"{name}-{language}-{width}"
        judge_page(visit, visit.name, language, width)
        page.screenshot(path=directory / f"{visit.name}.png", full_page=True)

    visit.open(f"file-chosen-{language}-{width}", IN_HAND + "/task-progress?task=1")
    page.set_input_files("#f-file", photo)
    judge("file-chosen")
    page.fill("#f-percent", "70")
    page.fill("#f-note", "")
    page.fill("#f-caption", caption)
    send(422)
    judge("file-again")
    if again not in page.locator("#f-file-fault").inner_text():
        find(visit.name, "does not say that the file has to be chosen again")
    page.set_input_files("#f-file", {**photo, "buffer": b"MZ"})
    page.fill("#f-note", "第二晚已驻点")
    send(422)
    judge("file-of-another-kind")
    if not page.locator("#f-file[aria-invalid=true]").count():
        find(visit.name, "the file's field is not marked")
    page.set_input_files("#f-file", photo)
    send(200)
    judge("file-attached")
    entry = page.locator(".files li", has_text=caption)
    if entry.count() != 1 or kind not in entry.inner_text():
        find(visit.name, f"the file is listed {entry.count()} times")
    else:
        with page.expect_download() as download:
            entry.locator("a").click()
        if Path(download.value.path()).read_bytes() != PHOTO:
            find(visit.name, "the file came back as another")
        if not re.fullmatch(r"W2026-000035-[0-9a-f]{12}\.jpg", download.value.suggested_filename):
            find(visit.name, f"the file is saved as {download.value.suggested_filename}")
    visit.close()


class Keyboard:
    """Goes through the pages by keyboard alone, and looks at every step whether one sees where one is."""

    def __init__(self, visit):
        self.visit, self.page = visit, visit.page

    def focus(self):
        return self.page.evaluate(
            """() => {
                const element = document.activeElement;
                if (!element || element === document.body) return null;
                const style = getComputedStyle(element), box = element.getBoundingClientRect();
                return {
                    text: (element.innerText || element.name || '').trim(), name: element.name || '',
                    href: element.getAttribute('href') || '', tag: element.tagName,
                    seen: style.boxShadow !== 'none' || style.outlineStyle !== 'none',
                    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                        && box.right > 0 && box.left < innerWidth,
                };
            }"""
        )

    def tab_to(self, fits, most=60):
        order = []
        for _ in range(most):
            self.page.keyboard.press("Tab")
            at = self.focus()
            if at is None:
                continue
            order.append(at["text"] or at["name"])
            if not at["seen"] or not at["inside"]:
                find(self.visit.name, f"focus on {at['text'] or at['name']} cannot be seen")
            if fits(at):
                return at
        find(self.visit.name, f"the keyboard does not reach what is wanted; it went {order}")
        raise SystemExit(report())

    def enter(self, wait):
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(wait)
        self.page.wait_for_load_state()


def by_keyboard(browser, address, language):
    """Sign in, list, call, and two acts one after the other, without a mouse."""
    # The whistle, then for each act: its link, its address, its button, and what is said when it is done.
    matter, steps = {
        "zh": (
            "W2026-000042",
            [("签收派单", "acknowledge", "签收", "已签收。"), ("报到", "report-in", "报到", "已报到。")],
        ),
        "en": (
            "W2026-000035",
            [
                ("Accept the task (Task 3)", "task-accept?task=3", "Accept it", "Task accepted."),
                ("Complete the task (Task 3)", "task-complete?task=3", "Complete it", "Task completed."),
            ],
        ),
    }[language]
    visit = Visit(browser, address, language, viewport={"width": 1280, "height": 800})
    visit.name = f"keyboard-{language}"
    page, keys = visit.page, Keyboard(visit)
    page.goto(address + "/")
    if keys.tab_to(lambda at: True)["href"] != "#main":
        find(visit.name, "the first stop is not the link past the head")
    page.keyboard.press("Enter")
    keys.tab_to(lambda at: at["name"] == "token")
    page.keyboard.type("dept")
    keys.enter("**/inbox")

    cookies = {cookie["name"]: cookie for cookie in visit.context.cookies()}
    session = cookies.get("__Host-muster")
    if not session or not (session["secure"] and session["httpOnly"] and session["sameSite"] == "Lax"):
        find(visit.name, f"the session's cookie is {session}")

    keys.tab_to(lambda at: at["href"].endswith(matter))
    keys.enter(f"**/{matter}")
    for link, path, button, done in steps:
        keys.tab_to(lambda at: at["text"] == link)
        keys.enter(f"**/{path}")
        if page.locator("textarea").count():
            keys.tab_to(lambda at: at["tag"] == "TEXTAREA")
            page.keyboard.type("已与社区商定")
        keys.tab_to(lambda at: at["tag"] == "BUTTON" and at["text"] == button)
        keys.enter(f"**/{matter}")
        if done not in page.locator(".success").inner_text():
            find(visit.name, f"does not say: {done}")
        judge_axe(page, visit.name)
    page.reload()
    if page.locator(".success").count():
        find(visit.name, "says twice what was done")
    keys.tab_to(lambda at: at["tag"] == "BUTTON")
    keys.enter("**/sign-in?why=out")
    visit.close()


def planted(browser):
    """A judge that lets a planted fault pass proves nothing, so the judges are tried first."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(
        "<html><body><img src=x><input><p style='color:#999;background:#fff;width:500px'>grey</p></body></html>"
    )
    judge_axe(page, "planted")
    judge_width(page, "planted")
    found = " ".join(findings)
    findings.clear()
    for fault in ("image-alt", "label", "color-contrast", "html-has-lang", "scrolls sideways"):
        if fault not in found:
            find("planted", f"the judges did not see {fault}")
    page.close()


def report():
    for finding in findings:
        print(finding)
    print(f"judge-pages: {len(findings)} findings")
    return 1 if findings else 0


def main(address, directory):
    directory.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        planted(browser)
        for language in LANGUAGES:
            for width in (1280, 320):
                every_page(browser, address, language, width, directory)
            printed(browser, address, language, directory)
            spaced(browser, address, language)
        every_page(browser, address, "zh", 1280, directory, kind="-dark", color_scheme="dark")
        every_page(browser, address, "en", 1280, directory, kind="-forced", forced_colors="active")
        # Last, because from here on the district is another.
        for language in LANGUAGES:
            for width in (1280, 320):
                with_file(browser, address, language, width, directory)
            by_keyboard(browser, address, language)
        browser.close()
    return report()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].strip(), Path(sys.argv[2])))
