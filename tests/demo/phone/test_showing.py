from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from clew.demo.graph.chats import Place
from clew.demo.graph.faults import Weather
from clew.demo.graph.provider import Writing
from clew.demo.graph.shapes import Sending, Shape
from clew.demo.phone.showing import show
from tests.demo.simulated import JUDIT, NOON, a_written_provider, move


def test_a_phone_shows_both_sides_with_quotes_and_marks(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    question = provider.chat(JUDIT).said[0]
    provider.accept(Sending(JUDIT, "text", Shape("It left."), quoted=question.id))

    shown = show(provider, JUDIT, 0.0)

    mine, theirs = shown["chat"]["said"]
    assert (mine["by"], theirs["by"]) == ("contact", "shop")
    assert theirs["quoted"] == {"by": "contact", "text": "Is my parcel on its way?"}
    assert theirs["mark"] == "sent"
    assert shown["now"] == NOON.isoformat().replace("+00:00", "Z")


def test_what_did_not_arrive_is_not_on_the_phone(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.weather = Weather.UNDELIVERABLE
    provider.accept(Sending(JUDIT, "text", Shape("lost")))
    move(provider, timedelta(seconds=1))
    provider.deliver()

    shown = show(provider, JUDIT, 0.0)

    assert [one["text"] for one in shown["chat"]["said"]] == ["Is my parcel on its way?"]
    assert shown["people"][0]["last"] == "Is my parcel on its way?"


def test_unread_messages_are_counted_until_somebody_looks(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.accept(Sending(JUDIT, "text", Shape("one")))
    move(provider, timedelta(seconds=1))
    provider.deliver()

    assert show(provider, "", 0.0)["people"][0]["unread"] == 1
    provider.read(JUDIT)
    assert show(provider, "", 0.0)["people"][0]["unread"] == 0


def test_files_and_places_have_words_in_the_list(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.write(JUDIT, Writing(kind="location", place=Place(1, 2, "Home")))
    media = provider.keeping.add_media(b"x", "audio/ogg", "a.ogg")
    last = [show(provider, "", 0.0)["people"][0]["last"]]
    provider.write(JUDIT, Writing(kind="audio", media=media, is_voice=True))
    last.append(show(provider, "", 0.0)["people"][0]["last"])

    assert last == ["Location: Home", "Voice message"]


def test_nobodys_phone_shows_no_chat(tmp_path: Path) -> None:
    assert show(a_written_provider(tmp_path), "999", 0.0)["chat"] is None
