"""Search over a million messages: how fast they are indexed, and milliseconds a question.

Messages in English, Polish, Russian, Hungarian and Chinese; words are drawn by Zipf's law, so a
few are in every second message and most in hardly any. Questions are of every kind: the
commonest words, ordinary ones, rare ones, two together, other forms of a word, pages further on.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import time
from collections.abc import Callable

from benchmarks.databases import KINDS, a_database, learn, measured
from benchmarks.report import line, percentiles
from clew.domain.ids import WorkspaceId
from clew.language.analyser import analyse
from clew.ports.store.views import Page, SearchHit
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from clew.storage.search.indexing import index_log
from tests.storage.rows import Rows

BATCH = 10_000
INDEXED_AT_ONCE = 2_000
GOAL_MS = 150.0
CASES = 2_000
VOCABULARY = 40_000
_SAID = (
    "the my order is parcel where not when please refund delivery invoice account password return"
    " jest moja paczka gdzie zamówienie proszę reklamacja faktura zwrot dostawa kiedy dzień dobry"
    " где мой заказ посылка доставка возврат деньги когда здравствуйте спасибо"
    " hol van a csomagom rendelésem számla mikor kérem köszönöm visszaküldés"
)
_PARTS = "ka lo mi ne ra tu wo zi pe da gu he jo vy shi bra"
WORDS, SYLLABLES = _SAID.split(), _PARTS.split()
CHINESE = ("我的订单还没到", "请问什么时候发货", "我想退款谢谢", "包裹在哪里", "发票开错了")
FORMS = ("paczek", "reklamację", "zamówieniem", "заказы", "посылок", "csomagomat", "refunds")

Wording = Callable[[random.Random], str]


def vocabulary(chance: random.Random) -> list[str]:
    """Return words, the commonest first."""
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)}
    return [*WORDS, *sorted(made, key=lambda _: chance.random())]


async def fill(engine: Engine, size: int, words: list[str]) -> WorkspaceId:
    """Write so many messages."""
    rows, chance = Rows(), random.Random(2)
    rows.workspace()
    team = rows.team()
    inbox = rows.inbox(team)
    people = [rows.person(f"Contact {number}") for number in range(CASES)]
    cases = [(person, rows.case(person, team)) for person in people]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(size):
        person, case_id = chance.choice(cases)
        said = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 24)))
        if number % 20 == 0:
            said = chance.choice(CHINESE)
        rows.message(person, case_id, inbox, f"{said} {chance.randrange(10**6):06}")
        if number % BATCH == BATCH - 1:
            await rows.save(engine)
    await rows.save(engine)
    return rows.workspace_id


async def index(engine: Engine) -> None:
    """Index everything and print how fast."""
    began, worked, done = time.perf_counter(), time.process_time(), 0
    while more := await index_log(engine, analyse, INDEXED_AT_ONCE):
        done += more
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    line("indexed", f"{done / seconds:,.0f} a second; processor {processor / done * 1e6:,.0f} µs")


def questions(words: list[str]) -> dict[str, Wording]:
    """Return the kinds of questions."""
    commonest, ordinary, rare = words[:40], words[100:2_000], words[10_000:]
    return {
        "the commonest words": lambda chance: chance.choice(commonest),
        "ordinary words": lambda chance: chance.choice(ordinary),
        "rare words": lambda chance: chance.choice(rare),
        "two common words": lambda chance: " ".join(chance.sample(commonest, 2)),
        "a common and a rare word": lambda chance: (
            f"{chance.choice(commonest)} {chance.choice(rare)}"
        ),
        "two ordinary words": lambda chance: " ".join(chance.sample(ordinary, 2)),
        "other forms of words": lambda chance: chance.choice(FORMS),
        "Chinese": lambda chance: chance.choice(("订单", "退款", "什么时候发货", "票")),
        "numbers": lambda chance: f"{chance.randrange(10**6):06}",
        "what is nowhere": lambda chance: f"{chance.choice(rare)} qqqq",
    }


async def ask(engine: Engine, workspace_id: WorkspaceId, words: list[str]) -> list[float]:
    """Measure every kind of question; return all seconds together."""
    found: list[float] = []
    for name, wording in questions(words).items():
        chance = random.Random(name)

        async def first_page(
            reader: StoredReader,
            _turn: int,
            wording: Wording = wording,
            chance: random.Random = chance,
        ) -> Page[SearchHit]:
            return await reader.search(workspace_id, wording(chance), None, 20)

        found += await measured(f"search, {name}", engine, first_page)
    cursors: list[str | None] = [None]

    async def next_page(reader: StoredReader, _turn: int) -> None:
        page = await reader.search(workspace_id, words[5], cursors[-1], 20)
        cursors.append(page.next_cursor)

    found += await measured("search, page after page", engine, next_page)
    return found


async def main(kind: str, size: int) -> None:
    """Fill a database, index it, measure and print."""
    words = vocabulary(random.Random(1))
    async with a_database(kind) as engine:
        began = time.perf_counter()
        workspace_id = await fill(engine, size, words)
        line(f"{kind}: {size:,} messages", f"made in {time.perf_counter() - began:,.0f} s")
        await index(engine)
        await learn(engine)
        found = await ask(engine, workspace_id, words)
        line("search, all together", f"{percentiles(found)} (goal p95 {GOAL_MS:,.0f})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--messages", type=int, default=1_000_000)
    given = parser.parse_args()
    asyncio.run(main(given.database, given.messages))
