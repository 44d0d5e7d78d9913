"""What one window changes beside the cases, the others hear of: whose it is, and nobody else."""

from __future__ import annotations

import json
from uuid import UUID

from clew.domain.ids import AgentId, CaseId, NoteId, SavedViewId, TagId
from clew.domain.people import Role
from clew.realtime.changes import read_changes
from clew.services.canned_replies import SaveCannedReply, save_canned_reply
from clew.services.marks import read_mentions, star, unstar
from clew.services.people import set_preferences
from clew.services.replies import AddNote, add_note
from clew.services.tags import SaveTag, save_tag
from clew.services.views import SaveView, delete_view, save_view
from tests.fixtures.workplace import Shop


class Ears:
    """What each agent of a shop is told to read again, since they last listened."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._heard = 0

    async def hear(self) -> tuple[set[str], dict[AgentId, set[str]]]:
        """Return what everybody hears, and what only one does."""
        async with self._shop.deps.store.read() as reader:
            read = await read_changes(reader, self._shop.admin.workspace_id, self._heard, 1_000)
        self._heard = read.last_seq
        own = {AgentId(UUID(who)): _named(told) for who, told in read.own.items()}
        return _named(read.changes), own


def _named(told: list[bytes]) -> set[str]:
    changes = [json.loads(one) for one in told]
    return {one["what"] for one in changes if one["type"] == "outdated"}


async def test_a_star_is_told_to_whose_it_is_once(each_shop: Shop) -> None:
    await each_shop.write("The code is 4711")
    case_id, ears = CaseId((await each_shop.case()).id), Ears(each_shop)
    ben = await each_shop.join("Ben")
    await ears.hear()

    await star(case_id, case_id, asker=ben, deps=each_shop.deps)
    assert await ears.hear() == (set(), {ben.id: {"stars"}})
    await star(case_id, case_id, asker=ben, deps=each_shop.deps)
    assert await ears.hear() == (set(), {})
    await unstar(case_id, asker=ben, deps=each_shop.deps)

    assert await ears.hear() == (set(), {ben.id: {"stars"}})


async def test_mentions_that_were_read_are_told_to_whom_they_name(each_shop: Shop) -> None:
    await each_shop.write()
    case, ears = await each_shop.case(), Ears(each_shop)
    ben = await each_shop.join("Ben")
    await add_note(
        AddNote(
            conversation_id=case.conversation_id,  # type: ignore[arg-type]
            note_id=NoteId(each_shop.deps.ids.new()),
            case_id=CaseId(case.id),
            text="Ben?",
            mentions=(ben.id,),
        ),
        asker=each_shop.admin,
        deps=each_shop.deps,
    )
    await ears.hear()

    await read_mentions(CaseId(case.id), asker=ben, deps=each_shop.deps)
    assert await ears.hear() == (set(), {ben.id: {"mentions"}})
    await read_mentions(None, asker=ben, deps=each_shop.deps)
    assert await ears.hear() == (set(), {})


async def test_preferences_are_told_to_whose_they_are(each_shop: Shop) -> None:
    ears, ben = Ears(each_shop), await each_shop.join("Ben")
    await ears.hear()

    await set_preferences({"keys": {"reply": "y"}}, asker=ben, deps=each_shop.deps)

    assert await ears.hear() == (set(), {ben.id: {"preferences"}})


async def test_a_view_is_told_to_those_who_see_it_or_saw_it(each_shop: Shop) -> None:
    ears, lead = Ears(each_shop), await each_shop.join("Lea", Role.SUPERVISOR)
    await ears.hear()

    async def save(**wanted: object) -> SavedViewId:
        command = SaveView(**wanted)  # type: ignore[arg-type]
        return SavedViewId((await save_view(command, asker=lead, deps=each_shop.deps)).id)

    view_id = await save(name="Polish", filters={"text": "zł"})
    assert await ears.hear() == (set(), {lead.id: {"views"}})
    await save(view_id=view_id, is_shared=True)
    assert await ears.hear() == ({"views"}, {})
    await save(view_id=view_id, is_shared=False)
    assert await ears.hear() == ({"views"}, {})
    await delete_view(view_id, asker=lead, deps=each_shop.deps)
    assert await ears.hear() == (set(), {lead.id: {"views"}})


async def test_the_words_of_the_workspace_are_told_to_everybody(each_shop: Shop) -> None:
    ears, asker = Ears(each_shop), each_shop.admin
    await ears.hear()

    tag = await save_tag(SaveTag(name="Refund"), asker=asker, deps=each_shop.deps)
    await save_tag(SaveTag(tag_id=TagId(tag.id), name="Refunds"), asker=asker, deps=each_shop.deps)
    assert await ears.hear() == ({"tags"}, {})
    thanks = SaveCannedReply(title="Thanks", shortcut="thx", text="Thank you.")
    await save_canned_reply(thanks, asker=asker, deps=each_shop.deps)
    assert await ears.hear() == ({"canned_replies"}, {})
