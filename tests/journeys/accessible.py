"""Whether people who cannot see or use a mouse can use a page: axe, in the page itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("dark", "light")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

TWO_FRAMES = (
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
)


async def violations(page: Page, within: str | None = None) -> list[str]:
    """Return what axe finds wrong on a page as it is now, each with the first place.

    Contrast is looked at by day and by night, everything else once.

    Args:
        page: It.
        within: A selector of the only parts that are looked at; without it, all.
    """
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    is_dark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    now, other = SCHEMES if is_dark else SCHEMES[::-1]
    found = await _run(page, RULES, within)
    await page.emulate_media(color_scheme=other)
    found += await _run(page, ["color-contrast"], within)
    await page.emulate_media(color_scheme=now)
    return found


async def _run(page: Page, rules: list[str], within: str | None) -> list[str]:
    # Whatever still fades in would be measured half transparent.
    await page.evaluate(
        "Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {})"
    )
    await page.evaluate(TWO_FRAMES)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    run = (
        "([within, options]) => axe.run(within ?? document, options).then((one) => one.violations)"
    )
    found: list[dict[str, Any]] = await page.evaluate(run, [within, options])
    if found:  # what was only being painted, half by day and half by night, is gone a moment later
        await page.evaluate(TWO_FRAMES)
        found = await page.evaluate(run, [within, options])
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in found
    ]
