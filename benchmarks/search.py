"""Search over a million messages: how fast they are indexed, and milliseconds a question.

Messages in English, Polish, Russian, Hungarian and Chinese; words are drawn by Zipf's law, so a
few are in every second message and most in hardly any. Questions are of every kind: the
commonest words, ordinary ones, rare ones, two together, other forms of a word, words in quotes,
pages further on, and with every filter.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from benchmarks.databases import KINDS, a_database, learn, measured
from benchmarks.report import line, percentiles
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ContactId,
    MessageId,
    TagId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, AttachmentState
from clew.language.analyser import analyse
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import Page, SearchHit
from clew.storage import schema
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from clew.storage.search.indexing import index_log
from tests.builders import MONDAY_NINE
from tests.storage.case_rows import Person
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

Wording = Callable[[random.Random], SearchQuery]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A workspace full of messages, and what of it is asked for.

    Attributes:
        teams, tags: Of nine cases in ten, and of one in a thousand or so.
    """

    workspace_id: WorkspaceId
    words: list[str]
    agent_id: AgentId
    contact_id: ContactId
    teams: tuple[TeamId, TeamId]
    tags: tuple[TagId, TagId]

    def query(self, text: str = "", **given: Any) -> SearchQuery:
        """Return a question."""
        return SearchQuery(workspace_id=self.workspace_id, text=text, **given)


def vocabulary(chance: random.Random) -> list[str]:
    """Return words, the commonest first."""
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)}
    return [*WORDS, *sorted(made, key=lambda _: chance.random())]


async def fill(engine: Engine, size: int, words: list[str]) -> Shop:
    """Write so many messages."""
    rows, chance = Rows(), random.Random(2)
    rows.workspace()
    large, small = rows.team(), rows.team("Returns")
    agents = [rows.agent(f"Agent {number}", large) for number in range(20)]
    inbox = rows.inbox(large)
    people = [rows.person(f"Contact {number}") for number in range(CASES)]
    cases = [
        (person, rows.case(person, small if number % 1_000 == 7 else large))
        for number, person in enumerate(people)
    ]
    tags = tagged(rows, cases)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(size):
        person, case_id = chance.choice(cases)
        said = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 24)))
        if number % 20 == 0:
            said = chance.choice(CHINESE)
        how: dict[str, Any] = {"channel": "email"} if number % 3 == 0 else {}
        if number % 2:
            writer = chance.choice(agents)
            how |= {"direction": "out", "author_kind": "agent", "author_id": writer}
        said = f"{said} {chance.randrange(10**6):06}"
        # A third of a minute apart: a million is most of a year.
        rows.at += timedelta(seconds=19)
        message_id = rows.message(person, case_id, inbox, said, **how)
        if number % 25 == 0:
            rows.attachment(a_file(rows, message_id))
        if number % BATCH == BATCH - 1:
            await rows.save(engine)
    await rows.save(engine)
    return Shop(
        workspace_id=rows.workspace_id,
        words=words,
        agent_id=agents[3],
        contact_id=people[5].contact_id,
        teams=(large, small),
        tags=tags,
    )


def tagged(rows: Rows, cases: list[tuple[Person, CaseId]]) -> tuple[TagId, TagId]:
    """Give nine cases in ten one tag, and one in a thousand another."""
    frequent, rare = TagId(rows.new_id()), TagId(rows.new_id())
    where = {"workspace_id": rows.workspace_id}
    for tag_id, name in ((frequent, "parcel"), (rare, "press")):
        how = {"name": name, "name_key": name, "color": "red", "is_archived": False}
        rows.add(schema.tags, **where, id=tag_id, **how)
    for number, (_, case_id) in enumerate(cases):
        tag_id = rare if number % 1_000 == 13 else frequent
        rows.add(schema.case_tags, **where, case_id=case_id, tag_id=tag_id)
    return frequent, rare


def a_file(rows: Rows, message_id: UUID) -> Attachment:
    """Return a file of a message."""
    return Attachment(
        id=AttachmentId(rows.new_id()),
        workspace_id=rows.workspace_id,
        name=f"invoice-{rows.made}.pdf",
        media_type="application/pdf",
        state=AttachmentState.FAILED,
        created_at=rows.at,
        message_id=MessageId(message_id),
    )


async def index(engine: Engine) -> None:
    """Index everything and print how fast."""
    began, worked, done = time.perf_counter(), time.process_time(), 0
    while more := await index_log(engine, analyse, INDEXED_AT_ONCE):
        done += more
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    line("indexed", f"{done / seconds:,.0f} a second; processor {processor / done * 1e6:,.0f} µs")


def filters(shop: Shop) -> dict[str, Wording]:
    """Return the kinds of questions that leave something out."""
    common = shop.words[:40]
    day = timedelta(days=1)

    def asked(**given: Any) -> Wording:
        return lambda chance: shop.query(chance.choice(common), **given)

    return {
        "a common word of one channel": asked(channel="email"),
        "a common word of one agent": asked(agent_id=shop.agent_id),
        "a common word of a large team": asked(team_id=shop.teams[0]),
        "a common word of a small team": asked(team_id=shop.teams[1]),
        "a common word of a frequent tag": asked(tag_id=shop.tags[0]),
        "a common word of a rare tag": asked(tag_id=shop.tags[1]),
        "a common word of one contact": asked(contact_id=shop.contact_id),
        "a common word of the first week": asked(since=MONDAY_NINE, until=MONDAY_NINE + 7 * day),
        "everything of one day": lambda _: shop.query(
            since=MONDAY_NINE + 3 * day, until=MONDAY_NINE + 4 * day
        ),
        "everything with files": lambda _: shop.query(has_file=True),
        "a channel, a team and a month": asked(
            channel="email", team_id=shop.teams[0], since=MONDAY_NINE, until=MONDAY_NINE + 30 * day
        ),
        "a phrase of two common words": lambda chance: shop.query(
            f'"{" ".join(chance.sample(common, 2))}"'
        ),
        "a phrase that is nowhere": lambda chance: shop.query(
            f'"{" ".join(chance.sample(common, 3))} qqqq"'
        ),
    }


def questions(shop: Shop) -> dict[str, Wording]:
    """Return the kinds of questions."""
    return {
        name: lambda chance, wording=wording: shop.query(wording(chance))
        for name, wording in wordings(shop.words).items()
    } | filters(shop)


def wordings(words: list[str]) -> dict[str, Callable[[random.Random], str]]:
    """Return the kinds of words."""
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


async def ask(engine: Engine, shop: Shop) -> list[float]:
    """Measure every kind of question; return all seconds together."""
    found: list[float] = []
    for name, wording in questions(shop).items():
        chance = random.Random(name)

        async def first_page(
            reader: StoredReader,
            _turn: int,
            wording: Wording = wording,
            chance: random.Random = chance,
        ) -> Page[SearchHit]:
            return await reader.search(wording(chance))

        found += await measured(f"search, {name}", engine, first_page)
    cursors: list[str | None] = [None]

    async def next_page(reader: StoredReader, _turn: int) -> None:
        page = await reader.search(shop.query(shop.words[5], cursor=cursors[-1]))
        cursors.append(page.next_cursor)

    found += await measured("search, page after page", engine, next_page)
    return found


async def main(kind: str, size: int) -> None:
    """Fill a database, index it, measure and print."""
    words = vocabulary(random.Random(1))
    async with a_database(kind) as engine:
        began = time.perf_counter()
        shop = await fill(engine, size, words)
        line(f"{kind}: {size:,} messages", f"made in {time.perf_counter() - began:,.0f} s")
        await index(engine)
        await learn(engine)
        found = await ask(engine, shop)
        line("search, all together", f"{percentiles(found)} (goal p95 {GOAL_MS:,.0f})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--messages", type=int, default=1_000_000)
    given = parser.parse_args()
    asyncio.run(main(given.database, given.messages))
