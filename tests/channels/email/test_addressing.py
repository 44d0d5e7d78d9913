"""To whom a mail goes, whom it shows, and from which of our addresses it comes."""

from __future__ import annotations

from dataclasses import replace

from clew.channels.email.outbound import read_mail_response, render
from clew.ports.channel import (
    AuthorKind,
    Continue,
    Correspondent,
    MailAnswer,
    MailRequest,
    MailResponse,
    MailStage,
    Misconfigured,
    Progress,
    Retry,
    Sent,
)
from tests.channels.email.letters import (
    ANNA,
    BELA,
    CONFIG,
    OURS,
    a_letter,
    read,
    rendered,
    shown,
    whole,
)

GOOD = MailAnswer(250, "2.0.0 queued as 7F3")


def test_others_get_it_too_and_bcc_is_seen_by_nobody() -> None:
    request = rendered(
        a_letter(
            to="Anna@Example.com",
            cc=(Correspondent(BELA, "Béla"), Correspondent("ANNA@example.com")),
            bcc=(Correspondent("boss@shop.example"), Correspondent(BELA)),
        )
    )

    assert request.recipients == ("Anna@example.com", BELA, "boss@shop.example")
    assert shown(request, "Cc") == [BELA]
    assert b"boss@" not in whole(request)


def test_who_wrote_to_another_address_of_ours_is_answered_from_there() -> None:
    request = rendered(a_letter(from_address="Orders+tag@Shop.example"))
    other = rendered(a_letter(from_address="orders@shop.example"))

    assert shown(request, "From") == [OURS]
    assert shown(other, "From") == ["orders@shop.example"]
    assert other.sender == "orders@shop.example"


def test_addresses_of_other_scripts_are_written_as_servers_want_them() -> None:
    request = rendered(a_letter(to="anna@książki.example"))
    beyond = rendered(a_letter(to="żaneta@example.com"))

    assert request.recipients == ("anna@xn--ksiki-5wa74f.example",)
    assert not request.needs_utf8
    assert beyond.needs_utf8
    assert "<żaneta@example.com>".encode() in whole(beyond)


def test_a_server_that_wants_an_address_for_reports_gets_one() -> None:
    letter = a_letter(author=AuthorKind.BOT)
    refused = MailResponse(MailStage.SENDER, MailAnswer(550, "5.7.1 empty sender"))
    outcome = read_mail_response(letter, CONFIG, Progress(), refused)

    assert isinstance(outcome, Continue)
    again = render(letter, CONFIG, outcome.progress)
    assert isinstance(again, MailRequest)
    assert again.sender == OURS
    assert isinstance(read_mail_response(letter, CONFIG, outcome.progress, refused), Misconfigured)


def test_a_server_without_plus_addresses_gets_none() -> None:
    config = replace(CONFIG, settings={**CONFIG.settings, "plus_addresses": "no"})

    assert read(rendered(a_letter(), config))["Reply-To"] is None


def test_whoever_has_it_is_not_written_to_again() -> None:
    letter = a_letter(cc=(Correspondent(BELA),))
    answers = {ANNA: MailAnswer(250), BELA: MailAnswer(450, "4.2.0 later")}
    outcome = read_mail_response(
        letter, CONFIG, Progress(), MailResponse(MailStage.CONTENT, GOOD, answers)
    )

    assert isinstance(outcome, Retry)
    assert outcome.progress.has_reached_contact
    again = render(letter, CONFIG, Progress.from_json(outcome.progress.to_json()))
    assert isinstance(again, MailRequest)
    assert again.recipients == (BELA,)
    assert shown(again, "To") == [ANNA]
    done = read_mail_response(
        letter, CONFIG, outcome.progress, MailResponse(MailStage.CONTENT, GOOD, {BELA: GOOD})
    )
    assert isinstance(done, Sent)
    assert [one.state for one in done.readers] == ["accepted", "accepted"]
    assert isinstance(render(letter, CONFIG, Progress(readers=done.readers)), Sent)
