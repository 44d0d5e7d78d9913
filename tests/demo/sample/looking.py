"""Looks into a sample that was made."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from clew.app import opened
from clew.demo.clock import ScriptedClock
from clew.demo.sample.people import Shop, find_shop
from clew.ports.store import CaseQuery, Place
from clew.ports.store.views import CaseView, TimelineItem
from clew.services.deps import Deps
from tests.fixtures.sample import NOW, MadeSample


@dataclass(frozen=True, slots=True)
class Looking:
    """An opened sample, and what stands in it."""

    deps: Deps
    shop: Shop

    async def seq(self) -> int:
        async with self.deps.store.read() as reader:
            return await reader.seq(self.shop.workspace_id)

    async def cases(self, name: str = "") -> list[CaseView]:
        """Return all cases, or those of a contact, by number."""
        query = CaseQuery(
            workspace_id=self.shop.workspace_id,
            agent_id=self.shop.agents["Olga"].id,
            place=Place.ALL,
            sees_all=True,
            limit=200,
        )
        async with self.deps.store.read() as reader:
            page = await reader.cases(query)
        found = [one for one in page.items if name in ("", one.contact.name)]
        return sorted(found, key=lambda case: case.number)

    async def timeline(self, name: str) -> list[TimelineItem]:
        case = (await self.cases(name))[0]
        async with self.deps.store.read() as reader:
            page = await reader.timeline(
                self.shop.workspace_id,
                case.conversation_id,  # type: ignore[arg-type]
                limit=200,
            )
        return page.items


@asynccontextmanager
async def look_into(made: MadeSample) -> AsyncIterator[Looking]:
    async with opened(made.settings, ScriptedClock(NOW)) as deps:
        shop = await find_shop(deps)
        assert shop is not None
        yield Looking(deps, shop)
