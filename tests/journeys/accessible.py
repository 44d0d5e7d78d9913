"""Whether people who cannot see or use a mouse can use a page: axe, in the page itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"""


async def violations(page: Page) -> list[str]:
    """Return what axe finds wrong on a page as it is now, each with the first place."""
    # Whatever still fades in would be measured half transparent.
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = await page.evaluate(RUN)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in found["violations"]
    ]
