"""Who is here just now."""

from __future__ import annotations

from uuid import UUID, uuid4

from clew.domain.ids import ConversationId, VisitorId, WorkspaceId
from clew.services.visitors.presence import Guest, Presence
from tests.fixtures.front import Monotonic

HERE = WorkspaceId(UUID(int=1))
ANNA, TALK = VisitorId(UUID(int=2)), ConversationId(UUID(int=3))


def test_who_has_a_conversation_and_a_socket_is_online_until_the_last_one_closes() -> None:
    presence = Presence(Monotonic())

    presence.come(HERE, "tab one", ANNA, TALK)
    presence.come(HERE, "tab two", ANNA, TALK)
    presence.come(HERE, "stranger", VisitorId(uuid4()), None)
    presence.leave(HERE, "tab one")

    assert presence.guests(HERE) == (Guest(str(TALK), "online"),)
    assert presence.is_here(HERE, ANNA)
    presence.leave(HERE, "tab two")
    assert presence.guests(HERE) == ()
    assert not presence.is_here(HERE, ANNA)


def test_typing_ends_by_itself_and_when_it_is_said() -> None:
    clock = Monotonic()
    presence = Presence(clock)
    presence.come(HERE, "tab", ANNA, TALK)

    presence.say_typing(HERE, ANNA, is_typing=True)
    typing = presence.guests(HERE)
    clock.at += 11
    asleep = presence.guests(HERE)
    presence.say_typing(HERE, ANNA, is_typing=True)
    presence.say_typing(HERE, ANNA, is_typing=False)

    assert [one.state for one in typing] == ["typing"]
    assert [one.state for one in asleep] == ["online"]
    assert [one.state for one in presence.guests(HERE)] == ["online"]


def test_another_workspace_sees_nobody() -> None:
    presence = Presence(Monotonic())
    presence.come(HERE, "tab", ANNA, TALK)

    assert presence.guests(WorkspaceId(uuid4())) == ()
    assert not presence.is_here(WorkspaceId(uuid4()), ANNA)


def test_whoever_watches_is_told_of_both_sides() -> None:
    told: list[WorkspaceId] = []
    presence = Presence(Monotonic())
    presence.watchers.append(told.append)
    agent, case = uuid4(), uuid4()

    presence.come(HERE, "tab", ANNA, TALK)
    presence.place_agents(HERE, [(agent, case, "viewing")])

    assert told == [HERE, HERE]
    assert presence.agents_at(HERE) == {case: [(agent, "viewing")]}
