from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from clew.demo.graph.chats import Mark, Side
from clew.demo.graph.faults import GraphError, Weather
from clew.demo.graph.provider import WINDOW, Provider, Writing
from clew.demo.graph.shapes import Sending, Shape
from clew.ports.channel import Receipt, ReceiptState
from tests.demo.simulated import (
    JUDIT,
    a_provider,
    a_written_provider,
    heard,
    move,
)

TEXT = Sending(JUDIT, "text", Shape("It left this morning."), reference="our-id")
SECOND = timedelta(seconds=1)


def states(provider: Provider) -> list[ReceiptState]:
    return [item.state for item in heard(provider) if isinstance(item, Receipt)]


def test_a_message_is_sent_delivered_and_read_once_each(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.accept(TEXT)
    provider.deliver()
    move(provider, SECOND)
    provider.deliver()
    provider.deliver()
    provider.read(JUDIT)
    provider.read(JUDIT)

    assert states(provider) == [ReceiptState.SENT, ReceiptState.DELIVERED, ReceiptState.READ]


def test_nothing_is_read_before_it_is_there(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.accept(TEXT)
    provider.read(JUDIT)

    assert states(provider) == [ReceiptState.SENT]


@pytest.mark.parametrize(
    ("later", "is_open"), [(WINDOW - SECOND, True), (WINDOW, False), (WINDOW * 3, False)]
)
def test_the_window_closes_a_day_after_the_contact_wrote(
    tmp_path: Path, later: timedelta, is_open: bool
) -> None:
    provider = a_written_provider(tmp_path)
    move(provider, later)

    if is_open:
        provider.accept(TEXT)
    else:
        with pytest.raises(GraphError) as refused:
            provider.accept(TEXT)
        assert refused.value.code == 131047
        assert provider.accept(Sending(JUDIT, "template", Shape("Hello"))) is not None


def test_a_new_word_opens_the_window_again(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    move(provider, WINDOW)
    provider.write(JUDIT, Writing(text="still here"))

    assert provider.accept(TEXT) is not None


def test_nobody_is_written_to_who_never_wrote(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as refused:
        a_provider(tmp_path).accept(TEXT)

    assert refused.value.code == 131047


def test_a_stranger_cannot_be_reached(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as refused:
        a_provider(tmp_path).accept(Sending("48600100200", "text", Shape("hello")))

    assert refused.value.code == 131026


def test_an_undeliverable_message_is_taken_and_fails_later(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.weather = Weather.UNDELIVERABLE
    provider.accept(TEXT)
    move(provider, SECOND)
    provider.deliver()

    sent, failed = (item for item in heard(provider) if isinstance(item, Receipt))

    assert (sent.state, failed.state) == (ReceiptState.SENT, ReceiptState.FAILED)
    assert failed.refusal is not None
    assert failed.refusal.code == "131026"


def test_a_business_scoped_id_is_an_address_too(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    user_id = provider.chat(JUDIT).person.user_id

    assert provider.accept(Sending(user_id, "text", Shape("hello"))) is not None
    assert user_id.startswith("HU.")


def test_reactions_of_both_sides_stand_on_the_message(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    said = provider.chat(JUDIT).said[0]

    provider.accept(Sending(JUDIT, "reaction", reaction=(said.id, "❤️")))
    provider.react(JUDIT, said.id, "😀")
    provider.react(JUDIT, said.id, "")

    assert said.reactions == {Side.SHOP: "❤️"}
    with pytest.raises(KeyError):
        provider.react(JUDIT, "wamid.unknown", "👍")


def test_seeing_a_message_marks_all_before_it(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    move(provider, SECOND)
    second = provider.write(JUDIT, Writing(text="Hello?"))
    move(provider, SECOND)
    third = provider.write(JUDIT, Writing(text="And?"))

    provider.see(second.id, is_typing=True)

    assert [one.mark for one in provider.chat(JUDIT).said] == [Mark.READ, Mark.READ, Mark.SENT]
    assert provider.chat(JUDIT).typing_until is not None
    with pytest.raises(GraphError):
        provider.see("wamid.unknown", is_typing=False)
    assert third.mark is Mark.SENT


def test_what_is_not_taken_stays_first_in_line(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    for word in ("one", "two", "three"):
        provider.write(JUDIT, Writing(text=word))

    provider.give_back(provider.take_changes(2))

    texts = [change["messages"][0]["text"]["body"] for change in provider.take_changes()]
    assert texts == ["one", "two", "three"]
    assert not provider.news.is_set()


def test_chats_outlive_a_restart(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.save()

    again = a_provider(tmp_path)

    assert again.memory.line == provider.memory.line
    assert [one.text for one in again.chat(JUDIT).said] == ["Is my parcel on its way?"]
    assert again.accept(TEXT) is not None
