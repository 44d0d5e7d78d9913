"""What was changed is seen by who may change it, and taken back as any change is made."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import BusinessHoursId, CannedReplyId, InboxId, RevisionId, TagId
from clew.domain.people import InboxStage, Role
from clew.domain.revisions import CannotBeTakenBack, FieldChange, RevisionKind
from clew.domain.tools import TagColor
from clew.services.business_hours import HoursData, SaveHours, list_hours, save_hours
from clew.services.canned_replies import SaveCannedReply, list_canned_replies, save_canned_reply
from clew.services.history import RevisionView, Thing, list_revisions, take_back
from clew.services.inboxes import ChangeInbox, change_inbox
from clew.services.sessions import Sessions
from clew.services.tags import SaveTag, list_tags, save_tag
from clew.services.teams import SaveTeam, list_teams, save_team
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def history(shop: Shop, kind: RevisionKind, thing_id: UUID) -> list[RevisionView]:
    found = await list_revisions(Thing(kind=kind, id=thing_id), asker=shop.admin, deps=shop.deps)
    return found.value


async def undo(shop: Shop, kind: RevisionKind, thing_id: UUID, revision: RevisionView) -> None:
    await take_back(
        Thing(kind=kind, id=thing_id),
        RevisionId(revision.id),
        asker=shop.admin,
        deps=shop.deps,
        sessions=Sessions(shop.deps.store, shop.clock),
    )


async def test_a_tag_is_as_it_was_and_that_is_a_change_itself(each_shop: Shop) -> None:
    shop = each_shop
    tag = await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)
    change = SaveTag(tag_id=TagId(tag.id), name="Money", color=TagColor.RED)
    await save_tag(change, asker=shop.admin, deps=shop.deps)
    changed, added = await history(shop, RevisionKind.TAG, tag.id)

    await undo(shop, RevisionKind.TAG, tag.id, changed)

    assert (await list_tags(asker=shop.admin, deps=shop.deps)).value == [tag]
    assert changed.changed["name"] == FieldChange("Refund", "Money")
    latest = (await history(shop, RevisionKind.TAG, tag.id))[0]
    assert latest.changed["name"] == FieldChange("Money", "Refund")
    assert (added.is_first, added.can_be_taken_back) == (True, False)
    with pytest.raises(CannotBeTakenBack):
        await undo(shop, RevisionKind.TAG, tag.id, added)


async def test_what_a_change_is_refused_for_taking_back_is_refused_for(shop: Shop) -> None:
    tag = await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)
    renamed = SaveTag(tag_id=TagId(tag.id), name="Money")
    await save_tag(renamed, asker=shop.admin, deps=shop.deps)
    await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)
    changed = (await history(shop, RevisionKind.TAG, tag.id))[0]

    with pytest.raises(InvalidInput) as refused:
        await undo(shop, RevisionKind.TAG, tag.id, changed)

    assert refused.value.fault is Fault.TAKEN


async def test_a_canned_reply_is_everybodys_again(each_shop: Shop) -> None:
    shop = each_shop
    command = SaveCannedReply(title="Thanks", shortcut="thanks", text="Thank you")
    reply = await save_canned_reply(command, asker=shop.admin, deps=shop.deps)
    narrowed = SaveCannedReply(reply_id=CannedReplyId(reply.id), team_id=shop.team.id, text="Ta")
    await save_canned_reply(narrowed, asker=shop.admin, deps=shop.deps)

    await undo(
        shop,
        RevisionKind.CANNED_REPLY,
        reply.id,
        (await history(shop, RevisionKind.CANNED_REPLY, reply.id))[0],
    )

    assert (await list_canned_replies(asker=shop.admin, deps=shop.deps)).value == [reply]


async def test_who_joined_a_team_meanwhile_stays_in_it(each_shop: Shop) -> None:
    shop = each_shop
    ben, eve = await shop.join("Ben"), await shop.join("Eve")
    sessions = Sessions(shop.deps.store, shop.clock)

    async def save(**given: object) -> UUID:
        command = replace(SaveTeam(), **given)  # type: ignore[arg-type]  # as the test says
        return (await save_team(command, asker=shop.admin, deps=shop.deps, sessions=sessions)).id

    team = await save(name="Night", agent_ids=(ben.id,))
    await save(team_id=team, agent_ids=(), first_reply_minutes=5)
    emptied = (await history(shop, RevisionKind.TEAM, team))[0]
    await save(team_id=team, agent_ids=(eve.id,))

    await undo(shop, RevisionKind.TEAM, team, emptied)

    listed = (await list_teams(asker=shop.admin, deps=shop.deps)).value
    [night] = [one for one in listed if one.id == team]
    assert (set(night.agent_ids), night.first_reply_minutes) == ({ben.id, eve.id}, 60)


async def test_a_holiday_that_was_added_since_stays(each_shop: Shop) -> None:
    shop = each_shop
    weekly = {"monday": ["08:00-16:00"]}

    async def save(hours_id: UUID | None, exceptions: dict[str, list[str]]) -> UUID:
        hours = HoursData(zone="UTC", weekly=weekly, exceptions=exceptions)
        known = BusinessHoursId(hours_id) if hours_id else None
        command = SaveHours(hours_id=known, name="Office", hours=hours)
        return (await save_hours(command, asker=shop.admin, deps=shop.deps)).id

    office = await save(None, {"2026-12-24": []})
    await save(office, {})
    removed = (await history(shop, RevisionKind.BUSINESS_HOURS, office))[0]
    await save(office, {"2026-12-31": ["08:00-12:00"]})

    await undo(shop, RevisionKind.BUSINESS_HOURS, office, removed)

    found = (await list_hours(asker=shop.admin, deps=shop.deps)).value
    [hours] = [one.hours for one in found if one.id == office]
    assert hours.exceptions == {"2026-12-24": [], "2026-12-31": ["08:00-12:00"]}
    assert hours.weekly["monday"] == weekly["monday"]


async def test_an_inbox_goes_back_without_its_secrets(each_shop: Shop) -> None:
    shop, inbox = each_shop, each_shop.inbox
    command = ChangeInbox(
        inbox_id=inbox.id,
        name="Second",
        settings={**inbox.settings, "phone_number_id": "555"},
        secrets={"access_token": "EAAG-canary"},
    )
    await change_inbox(command, asker=shop.admin, deps=shop.deps)
    paused = ChangeInbox(inbox_id=inbox.id, stage=InboxStage.PAUSED)
    await change_inbox(paused, asker=shop.admin, deps=shop.deps)
    _, changed, _ = found = await history(shop, RevisionKind.INBOX, inbox.id)

    await undo(shop, RevisionKind.INBOX, inbox.id, changed)

    assert "canary" not in repr(found)
    assert changed.changed["secrets.access_token"] == FieldChange(None, None)
    async with shop.deps.store.read() as reader:
        back = await reader.people.inbox(InboxId(inbox.id))
    assert back is not None
    assert (back[0].name, back[0].settings) == (inbox.name, inbox.settings)
    assert back[0].stage is InboxStage.PAUSED
    assert await sealed_token(shop) == "EAAG-canary"


async def sealed_token(shop: Shop) -> str:
    found = await shop.deps.directory.inbox(shop.inbox.id)
    assert found is not None
    return found[1].secrets["access_token"]


async def test_a_secret_alone_cannot_be_taken_back(shop: Shop) -> None:
    command = ChangeInbox(inbox_id=shop.inbox.id, secrets={"access_token": "EAAG-two"})
    await change_inbox(command, asker=shop.admin, deps=shop.deps)
    replaced = (await history(shop, RevisionKind.INBOX, shop.inbox.id))[0]

    with pytest.raises(CannotBeTakenBack):
        await undo(shop, RevisionKind.INBOX, shop.inbox.id, replaced)


@pytest.mark.parametrize("kind", [RevisionKind.INBOX, RevisionKind.TEAM])
async def test_only_who_may_change_a_thing_sees_its_history(shop: Shop, kind: RevisionKind) -> None:
    sue = await shop.join("Sue", Role.SUPERVISOR)

    with pytest.raises(NotAllowed):
        await list_revisions(Thing(kind=kind, id=shop.inbox.id), asker=sue, deps=shop.deps)


async def test_what_is_not_here_has_no_history(shop: Shop) -> None:
    tag = await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)
    [added] = await history(shop, RevisionKind.TAG, tag.id)

    with pytest.raises(NotFound):
        await history(shop, RevisionKind.TAG, an_id(9))
    with pytest.raises(NotFound):
        await undo(shop, RevisionKind.TAG, tag.id, replace(added, id=an_id(9)))
