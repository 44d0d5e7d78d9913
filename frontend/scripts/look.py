"""Take pictures of the workspace over its mock server, and run axe on each screen.

Usage: npm run look -- [OUT_DIR] [NAME…]   (builds nothing: run `npm run build:mock` first)
"""

import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent.parent
BUILD = HERE / "node_modules" / ".mock-build"
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; "
    "connect-src 'self' ws:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)

Act = Callable[[Page], object]


class Files(SimpleHTTPRequestHandler):
    """Serve the build under the policy it will run under; unknown paths are the page itself."""

    def send_head(self):  # noqa: ANN201
        path = BUILD / self.path.split("?")[0].lstrip("/")
        if not path.is_file():
            self.path = "/index.html"
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def nothing(_: Page) -> None:
    """Leave the screen as it is."""


def keys(*presses: str) -> Act:
    """Press keys, one after the other."""

    def act(page: Page) -> None:
        for press in presses:
            page.keyboard.press(press)
            page.wait_for_timeout(150)

    return act


def write(text: str, *after: str) -> Act:
    """Type into the composer, then press keys."""

    def act(page: Page) -> None:
        page.keyboard.press("r")
        page.keyboard.type(text)
        keys(*after)(page)

    return act


def search(page: Page) -> None:
    """Search for a word."""
    page.get_by_role("searchbox").fill("refund")
    page.wait_for_timeout(500)


def incoming(page: Page) -> None:
    """Let contacts write while the pointer is in the list."""
    page.mouse.move(380, 300)
    page.evaluate("mockServer.receive('w1', 'Here is the number: 88213')")
    page.wait_for_timeout(300)


def signed_out(page: Page) -> None:
    """Let the session end while something is being done."""
    page.evaluate("mockSignOut()")
    keys("a")(page)
    page.keyboard.type("pé")
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)


def cut(page: Page) -> None:
    """Lose the network, then write."""
    page.evaluate("mockCut()")
    write("Written while offline.", "Control+Enter")(page)
    page.wait_for_timeout(2300)


def failing(page: Page) -> None:
    """Let the next list and the next conversation fail to load."""
    page.evaluate("mockTrouble.fails = /(cases|timeline)$/")
    keys("g", "w")(page)
    page.wait_for_timeout(300)


def emptied(page: Page) -> None:
    """Resolve everything."""
    page.evaluate("mockServer.world.cases.forEach(c => mockServer.resolve(c.id, 'solved'))")
    page.wait_for_timeout(900)


def collided(page: Page) -> None:
    """Send after a colleague has sent, without having seen it."""
    page.evaluate(
        "(() => { const s = mockServer; const all = [...s.listeners]; s.listeners.clear();"
        "s.append(s.case('c1').conversation_id, {...s.itemsOf(s.case('c1').conversation_id).at(-1), id: 'newer',"
        "direction: 'out', text: 'It left on the 19th, Anna.', reply_to: null, at: s.iso(-120000),"
        "author: {kind: 'agent', id: 'a2', name: 'Péter Szabó'}}); all.forEach(l => s.listeners.add(l)) })()"
    )
    write("Hello Anna, we are on it.", "Control+Enter")(page)
    page.wait_for_timeout(400)


def in_language(code: str) -> Act:
    """Switch the language, then open a case."""

    def act(page: Page) -> None:
        page.get_by_label("Language").select_option(code)
        page.wait_for_timeout(400)
        page.evaluate("history.pushState({}, '', '/cases/c3'); dispatchEvent(new PopStateEvent('popstate', {state: {}}))")
        page.wait_for_selector(".composer .frame")
        page.wait_for_timeout(400)

    return act


def from_the_right(page: Page) -> None:
    """Turn the page's direction round."""
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.wait_for_timeout(300)


SCREENS: dict[str, tuple[str, Act]] = {
    "sign-in": ("/sign-in", nothing),
    "mine": ("/place/mine", nothing),
    "case": ("/cases/c1", nothing),
    "case-rich": ("/cases/c6", nothing),
    "failed": ("/cases/c5", nothing),
    "note": ("/cases/c1", lambda page: (keys("n")(page), page.keyboard.type("Ewa, can you check FT2231?"))),
    "undo": ("/cases/c1", write("Hello Anna, it is *on its way*: FT2231.", "Control+Enter")),
    "send-menu": ("/cases/c1", write("Hello Anna", "Control+Shift+Enter")),
    "park": ("/cases/c3", keys("p")),
    "assign": ("/cases/c3", keys("a")),
    "resolve": ("/cases/c3", keys("e")),
    "blocked": ("/cases/w1", nothing),
    "template": ("/cases/w1", lambda page: page.get_by_role("button", name="Choose a template").click()),
    "promise": ("/cases/c4", lambda page: page.get_by_role("button", name="Promise a time").click()),
    "session-over": ("/cases/c1", signed_out),
    "offline": ("/cases/c4", cut),
    "failed-list": ("/place/mine", failing),
    "empty": ("/place/mine", emptied),
    "collision": ("/cases/c1", collided),
    "polish": ("/settings", in_language("pl")),
    "russian": ("/settings", in_language("ru")),
    "hungarian": ("/settings", in_language("hu")),
    "rtl": ("/cases/c1", from_the_right),
    "help": ("/place/mine", keys("?")),
    "team": ("/place/team", nothing),
    "waiting": ("/place/waiting", nothing),
    "parked": ("/place/parked", nothing),
    "resolved": ("/place/resolved", nothing),
    "moved": ("/cases/c1", incoming),
    "search": ("/search", search),
    "settings": ("/settings", nothing),
    "people": ("/admin/people", nothing),
    "inboxes": ("/admin/inboxes", nothing),
    "quarantine": ("/admin/quarantine", nothing),
}


def take(browser: Browser, base: str, out: Path, name: str, look: tuple[str, dict[str, int], str]) -> int:
    """Open one screen, save its picture, return the number of findings."""
    label, size, theme = look
    path, act = SCREENS[name]
    context = browser.new_context(viewport=size, color_scheme=theme, locale="en-GB", timezone_id="Europe/Warsaw")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(base + path)
    page.evaluate("document.fonts.ready")
    if path.startswith("/cases/"):
        page.wait_for_selector(".composer .frame")
        page.wait_for_selector(".inner article")
    page.wait_for_timeout(500)
    act(page)
    page.wait_for_timeout(350)
    page.screenshot(path=out / f"{name}-{label}-{theme}.png")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    if wide:
        problems.append("the page scrolls sideways")
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
        ".then(r => r.violations.map(v => [v.id, v.impact, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary.slice(0, 220))]))"
        ".then(l => l.filter(v => !(v[0] === 'region' && v[2].every(h => h.includes('data-reka-popper')))))"
    )
    problems += [json.dumps(one, ensure_ascii=False) for one in found]
    for problem in dict.fromkeys(problems):
        print(f"{name}-{label}-{theme}: {problem[:900]}")
    context.close()
    return len(problems)


def main() -> int:
    """Take all pictures, or those named."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "node_modules" / ".look")
    out.mkdir(parents=True, exist_ok=True)
    wanted = [name for name in sys.argv[2:] if name in SCREENS] or list(SCREENS)
    only = [one for one in sys.argv[2:] if one not in SCREENS]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(BUILD)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    looks = [("wide", WIDE, "light"), ("phone", PHONE, "light"), ("wide", WIDE, "dark"), ("phone", PHONE, "dark"), ("narrow", NARROW, "light")]
    looks = [look for look in looks if not only or f"{look[0]}-{look[2]}" in only]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb"],
        )
        count = sum(take(browser, base, out, name, look) for name in wanted for look in looks)
        browser.close()
    print(f"{count} findings; pictures in {out}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
