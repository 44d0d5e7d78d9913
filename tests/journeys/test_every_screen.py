"""Every address of the workspace, from its own router: usable by all, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from playwright.async_api import Page, expect

from tests.fixtures.browser import DESKTOP, PHONE, Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.widths import misfits, moving

LOCALES = Path(__file__).parents[2] / "locales"
ROUTER = "document.querySelector('#app').__vue_app__.config.globalProperties.$router"
PARAMETER = re.compile(r"/:(\w+)(?:\(([^)]*)\))?(\??)")
# What the tests see in all of these is the same screen again.
NOT_SCREENS = {"/", "/:rest(.*)*"}
NARROW = (320, 640)
WIDER_THAN_THE_PAGE = "document.documentElement.scrollWidth - innerWidth"
# All that is read or read out, without what people wrote themselves.
VISIBLE = """() => {
  const found = []
  const theirs = '[dir=auto], body [lang], [role=log] article, [role=option], textarea'
  for (const one of document.body.querySelectorAll('*')) {
    if (!one.checkVisibility() || one.closest(theirs)) continue
    for (const name of ['aria-label', 'placeholder', 'title']) {
      if (one.getAttribute(name)) found.push(one.getAttribute(name))
    }
    for (const node of one.childNodes) {
      if (node.nodeType === 3 && node.data.trim()) found.push(node.data.trim())
    }
  }
  return found
}"""


@pytest.fixture
async def page(
    sample_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
) -> Page:
    """A page of an administrator with everything in the list, a view and a star."""
    # The page of an invitation says that this one leads nowhere any more.
    complaints.expect(r"410 \(Gone\).*/links/")
    olga = await sign_in(sample_shop, new_context, complaints, OLGA)
    await olga.page.get_by_role("button", name="Save a view").click()
    dialog = olga.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Name").fill("Wszystko")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    return olga.page


async def addresses(page: Page) -> list[str]:
    """Return an address for each route of the router, and for each of its fixed choices."""
    patterns = await page.evaluate(f"{ROUTER}.getRoutes().map((one) => one.path)")
    case = await first_id(page, "/cases?place=all&limit=1")
    view = await first_id(page, "/views")
    contact = await page.evaluate(
        "fetch('/api/v1/cases?place=all&limit=1').then((one) => one.json())"
        ".then((one) => one.items[0].contact.id)"
    )
    known = {"id": [case], "view": [view], "contact": [contact]}
    made = [each for one in patterns if one not in NOT_SCREENS for each in filled(one, known)]
    return sorted(set(made) - {"/sign-in"})


async def first_id(page: Page, path: str) -> str:
    asked = f"fetch('/api/v1{path}').then((one) => one.json()).then((one) => one.items[0].id)"
    return str(await page.evaluate(asked))


def filled(pattern: str, known: dict[str, list[str]]) -> Iterator[str]:
    """Yield the addresses of a pattern; a parameter that nobody knows fails the test."""
    choices = []
    for name, fixed, is_optional in PARAMETER.findall(pattern):
        values = known["contact"] if pattern.startswith("/contacts") else known.get(name)
        found = fixed.split("|") if fixed and fixed.replace("|", "").isalpha() else values
        assert found, f"say in `known` what :{name} of {pattern} may be"
        choices.append([f"/{one}" for one in found] + ([""] if is_optional else []))
    literals = PARAMETER.sub("\0", pattern).split("\0")
    for chosen in product(*choices):
        yield "".join(a + b for a, b in zip(literals, [*chosen, ""], strict=True))


async def resize(page: Page, size: tuple[int, int]) -> None:
    await page.set_viewport_size({"width": size[0], "height": size[1]})


async def visit(page: Page, address: str) -> None:
    await page.evaluate(f"(address) => {ROUTER}.push(address)", address)
    await page.wait_for_function("(path) => location.pathname === path", arg=address)
    await expect(page.get_by_role("main").first).to_be_visible()
    await page.wait_for_load_state("networkidle")


async def test_no_screen_shuts_anybody_out(page: Page) -> None:
    """Axe finds nothing, and nothing moves for those who want none of that.

    At 320 pixels nothing is cut off or needs sideways scrolling; on a telephone that is also so
    with longer words, and from right to left.
    """
    wrong: dict[str, object] = {}
    assert await moving(page) != []
    await page.emulate_media(reduced_motion="reduce")
    for address in await addresses(page):
        await visit(page, address)
        for size in (DESKTOP, PHONE):
            await resize(page, size)
            if found := await violations(page):
                wrong[f"{address} at {size}"] = found
        wrong |= {f"{address} {way}": one for way, one in (await misfits(page)).items()}
        if found := await moving(page):
            wrong[f"{address} moves"] = found
        await resize(page, NARROW)
        if (over := await page.evaluate(WIDER_THAN_THE_PAGE)) > 0:
            wrong[f"{address} at 320"] = f"{over} px too wide"
        await resize(page, DESKTOP)

    assert wrong == {}


def english_only() -> list[re.Pattern[str]]:
    """Return what English says differently from Polish, as patterns of whole texts."""
    english, polish = sayings("en"), sayings("pl")
    return [
        re.compile(rf"{said}\Z")
        for name, said in english.items()
        if polish.get(name) != said and len(re.sub(r"\.\+|\W", "", said)) > 3
    ]


def sayings(language: str) -> dict[str, str]:
    """Return each message as a pattern; what is filled in may be anything."""
    found = {}
    for path in (LOCALES / language).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and isinstance(entry.value, ast.Pattern):
                parts = [
                    re.escape(one.value) if isinstance(one, ast.TextElement) else ".+"
                    for one in entry.value.elements
                ]
                found[entry.id.name] = "".join(parts)
    return found


async def test_in_polish_no_english_word_is_left(page: Page) -> None:
    await page.goto(page.url.split("/place")[0].split("/views")[0] + "/settings")
    await page.locator("#language").select_option("pl")
    await expect(page.get_by_role("heading", name="Ustawienia", exact=True)).to_be_visible()
    patterns = english_only()
    wrong = set()

    for address in await addresses(page):
        await visit(page, address)
        for size in (PHONE, DESKTOP):
            await resize(page, size)
            for text in await page.evaluate(VISIBLE):
                wrong |= {(address, text) for one in patterns if one.match(text)}

    assert wrong == set()
