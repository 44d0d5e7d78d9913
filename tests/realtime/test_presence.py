"""Who looks at which case."""

from clew.realtime.frames import Present
from clew.realtime.presence import TYPING_SECONDS, Presence
from tests.builders import ANNA, BEN
from tests.fixtures.front import Monotonic


def test_two_windows_of_one_agent_are_one_and_typing_counts() -> None:
    presence = Presence(Monotonic())
    presence.say("window 1", ANNA, "case", is_typing=True)
    presence.say("window 2", ANNA, "case", is_typing=False)

    assert presence.now() == (Present(str(ANNA), "case", "typing"),)


def test_typing_ends_by_itself() -> None:
    clock = Monotonic()
    presence = Presence(clock)
    presence.say("window", ANNA, "case", is_typing=True)

    clock.at += TYPING_SECONDS + 1

    assert presence.now() == (Present(str(ANNA), "case", "viewing"),)


def test_a_closed_window_looks_at_nothing() -> None:
    presence = Presence(Monotonic())
    presence.say("one", ANNA, "case", is_typing=False)
    presence.say("two", BEN, "case", is_typing=False)

    presence.leave("one")
    presence.say("two", BEN, None, is_typing=False)

    assert presence.now() == ()


def test_what_was_told_is_no_news() -> None:
    presence = Presence(Monotonic())
    presence.say("one", ANNA, "case", is_typing=False)

    assert presence.news() is not None
    assert presence.news() is None
    presence.leave("one")
    assert presence.news() == ()
