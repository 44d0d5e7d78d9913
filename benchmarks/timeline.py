"""One conversation of 5,000 messages in a real browser, on a real server.

Printed are the milliseconds from a press of Enter until the newest message is painted, for the
long conversation and for ordinary ones; then, scrolling from the end to the very beginning, the
time of each frame, the tasks of over 50 ms, how far what is read ever jumped, and memory.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright

from benchmarks.report import line, percentiles
from benchmarks.server import Running, ready, start
from benchmarks.workspace_rows import EMAIL, LONG, PASSWORD, fill
from scripts.components import find_chromium

SCRIPTS = Path(__file__).with_name("timeline.js")
GOAL_MS = 300
TIMES = 20
PIXELS_A_FRAME = 300


async def measure(page: Page, messages: int) -> None:
    """Open cases by keyboard, then scroll through the long one."""
    await page.evaluate(SCRIPTS.read_text("utf-8"))
    await page.get_by_role("option").first.focus()
    first = await press(page, "Enter", LONG)
    line(f"{messages:,} messages, Enter to painted", f"{first:,.0f} ms (goal {GOAL_MS})")
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    began = await processor(session)
    others = [await press(page, "j", "Contact") for _ in range(TIMES)]
    worked = (await processor(session) - began) / TIMES
    for _ in range(TIMES - 1):
        await press(page, "k", "Contact")
    again = await press(page, "k", LONG)
    line("ordinary, J to painted", f"{percentiles(others, 1)}; processor {worked:,.0f}")
    line("long, again", f"{again:,.0f} ms")
    await page.reload()
    await page.evaluate(SCRIPTS.read_text("utf-8"))
    await page.get_by_role("article").last.wait_for()
    await scroll(page, messages)


async def processor(session: CDPSession) -> float:
    """Return the processor time of the page's main thread so far, in milliseconds."""
    given = (await session.send("Performance.getMetrics"))["metrics"]
    return next(float(one["value"]) for one in given if one["name"] == "TaskDuration") * 1000


async def press(page: Page, key: str, name: str) -> float:
    """Press a key that opens a case of somebody; return milliseconds until it is painted."""
    await page.evaluate("(name) => clewBench.expect(name)", name)
    await page.keyboard.press(key)
    milliseconds = float(await page.evaluate("clewBench.painted"))
    # As somebody who reads it: long enough for what is next to be fetched.
    await page.wait_for_timeout(350)
    return milliseconds


async def scroll(page: Page, messages: int) -> None:
    """Scroll up to the first message, and print how that felt."""
    before = await memory(page)
    found: dict[str, Any] = await page.evaluate("(step) => clewBench.scroll(step)", PIXELS_A_FRAME)
    line(
        "scrolling to the beginning",
        f"{found['seconds']:,.0f} s, {found['seen']:,} of {messages:,} seen",
    )
    line("frames", percentiles(found["frames"], 1))
    tasks = found["tasks"]
    line("tasks over 50 ms", f"{len(tasks)}, longest {max(tasks, default=0):,.0f} ms")
    line(
        "jumps while older ones load",
        f"at most {found['jump']:,.0f} px, {found['jumps']} over 2 px",
    )
    line("held at most", f"{found['most']:,} messages in the page")
    line("memory of the page", f"{before:,.0f} MB, then {await memory(page):,.0f} MB")


async def memory(page: Page) -> float:
    """Return what the page's script holds, in MB, after what is unused was given back."""
    session = await page.context.new_cdp_session(page)
    await session.send("HeapProfiler.collectGarbage")
    usage = await session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"]) / 1e6


async def main(messages: int, cases: int) -> None:
    """Fill a server of its own, measure in a browser and print."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "CLEW_DATA": folder, "CLEW_LOG_LEVEL": "warning"}
        await fill(environ, messages, cases)
        port = random.randrange(20_000, 30_000)
        process = start(environ, port)
        try:
            server = Running("127.0.0.1", port, "", "", process.pid, environ)
            await ready(server)
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(
                    executable_path=find_chromium(), args=["--no-sandbox"]
                )
                context = await browser.new_context(viewport={"width": 1440, "height": 900})
                page = await context.new_page()
                await page.goto(server.address)
                await page.get_by_role("textbox", name="Email").fill(EMAIL)
                await page.get_by_label("Password", exact=True).fill(PASSWORD)
                await page.keyboard.press("Enter")
                await page.get_by_role("option").first.wait_for()
                await measure(page, messages)
                await browser.close()
        finally:
            process.terminate()
            process.wait(timeout=20)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--cases", type=int, default=60)
    given = parser.parse_args()
    asyncio.run(main(given.messages, given.cases))
