"""What this server itself writes to visitors."""

from __future__ import annotations

from datetime import UTC, datetime
from string import Formatter

import pytest

from clew.ports.http import NotSent
from clew.ports.mail import NoMailer
from clew.services.visitors.errors import MailIsNotSetUp
from clew.services.visitors.letters import WORDS, Letter, Post, joined, link_to, send, written
from tests.services.visitors.post import Keeper, a_post

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)


def a_letter(language: str = "pl", name: str = "Sklep", **values: str) -> Letter:
    given = {"code": "012345", **values}
    return Letter(kind="code", to="anna@example.test", language=language, name=name, values=given)


def test_every_language_has_every_letter_with_the_same_values() -> None:
    def names(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for kind, (subject, text) in WORDS["en"].items():
        for language, letters in WORDS.items():
            assert letters.keys() == WORDS["en"].keys(), language
            assert names(letters[kind][0]) == names(subject), (language, kind)
            assert names(letters[kind][1]) == names(text), (language, kind)


async def test_a_letter_is_marked_as_made_by_a_machine() -> None:
    keeper = Keeper()

    assert await send(a_letter(), post=a_post(keeper), now=NOW)

    [request], [mail] = keeper.requests, keeper.mails()
    assert request.sender == ""
    assert request.recipients == ("anna@example.test",)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Subject"] == "012345 to Twój kod"
    assert "Twój kod dla Sklep: 012345." in mail.get_content()


def test_a_name_cannot_add_headers() -> None:
    mail = written(a_letter(name="Shop\r\nBcc: all@example.test"), "chat@example.test", NOW)

    head = mail.partition(b"\r\n\r\n")[0]
    assert b"\r\nBcc:" not in head


async def test_without_a_server_nothing_is_sent_and_a_failure_is_said() -> None:
    with pytest.raises(MailIsNotSetUp):
        await send(a_letter(), post=Post(mailer=NoMailer()), now=NOW)
    broken = Post(mailer=NoMailer(), server=a_post(Keeper()).server, sender="a@b.test")
    assert not await send(a_letter(), post=broken, now=NOW)
    assert not await send(a_letter(), post=a_post(Keeper(code=451)), now=NOW)
    with pytest.raises(NotSent):
        await NoMailer().submit(None)  # type: ignore[arg-type]


def test_the_token_of_a_link_stands_where_no_server_logs_it() -> None:
    post = a_post(Keeper())

    assert link_to("018f", "secret", post) == "https://clew.example.test/widget/018f#link=secret"
    assert link_to("018f", "secret", Post(mailer=NoMailer())) == ""
    assert joined([" One ", "", "Two"]) == "One\n\nTwo"
