"""What a list says of who writes: through a merge and its undoing, as a fresh page would say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clew.domain.ids import ContactId
from clew.ports.store import CaseQuery, Place
from clew.ports.store.views import CaseView
from clew.realtime.changes import read_changes
from clew.realtime.frames import encode
from clew.services.recognition.merging import merge_contacts
from clew.services.recognition.parting import unmerge_contacts
from tests.fixtures.chat import Chat
from tests.fixtures.workplace import Shop

NOBODY, LIKELY = "not_identified", "likely"


class Screen:
    """A list in a browser: a page, and every change since, by the rules of the front end."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._seq = 0
        self.rows: dict[str, Any] = {}

    async def load(self) -> Screen:
        here = self._shop.admin.workspace_id
        query = CaseQuery(
            workspace_id=here, agent_id=self._shop.admin.id, place=Place.ALL, sees_all=True
        )
        async with self._shop.deps.store.read() as reader:
            self._seq = await reader.seq(here)
            page = (await reader.cases(query)).items
        self.rows = {str(view.id): json.loads(encode(view)) for view in page}
        return self

    async def follow(self) -> None:
        """Take what the stream says; a row that is not newer than the one held is ignored."""
        async with self._shop.deps.store.read() as reader:
            read = await read_changes(reader, self._shop.admin.workspace_id, self._seq, 1_000)
        self._seq = read.last_seq
        for change in map(json.loads, read.changes):
            if change["type"] == "case":
                held = self.rows.get(change["case"]["id"], {"v": 0})
                if change["case"]["v"] > held["v"]:
                    self.rows[change["case"]["id"]] = change["case"]
            elif change["type"] == "contact":
                for row in self.rows.values():
                    if row["contact"]["id"] == change["contact"]["id"]:
                        row["contact"] = change["contact"]

    def chip(self, case: CaseView) -> str:
        return str(self.rows[str(case.id)]["contact"]["confidence"])

    @property
    def who(self) -> dict[str, Any]:
        """Return whose each case is, what they are called, and how sure we are of it."""
        return {case_id: row["contact"] for case_id, row in self.rows.items()}


@pytest.mark.parametrize("is_kept", [True, False], ids=["kept", "a_part"])
async def test_the_chip_of_who_was_not_known_follows_a_merge_and_its_undoing(
    each_chat: Chat, *, is_kept: bool
) -> None:
    shop = each_chat.shop
    await (await each_chat.guest()).say("Is my parcel here?")
    nobodys = await shop.case()
    await shop.write("My parcel?")
    (annas,) = [one for one in await shop.cases() if one.id != nobodys.id]
    screen = await Screen(shop).load()
    assert (screen.chip(nobodys), screen.chip(annas)) == (NOBODY, LIKELY)
    both = [ContactId(nobodys.contact.id), ContactId(annas.contact.id)]
    kept, other = both if is_kept else reversed(both)

    merge_id = await merge_contacts(kept, other, "", asker=shop.admin, deps=shop.deps)
    await screen.follow()
    assert screen.who == (await Screen(shop).load()).who
    assert (screen.chip(nobodys), screen.chip(annas)) == (LIKELY, LIKELY)

    await unmerge_contacts(kept, merge_id, asker=shop.admin, deps=shop.deps)
    await screen.follow()
    assert screen.who == (await Screen(shop).load()).who
    assert (screen.chip(nobodys), screen.chip(annas)) == (NOBODY, LIKELY)
