"""Every answer of a mail server is exactly one outcome, and the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.answers import Round, kind_of, outcome_of, probe_of
from clew.channels.email.writing.readers import Reader
from clew.ports.channel import (
    Continue,
    InboxConfig,
    MailAnswer,
    MailResponse,
    MailStage,
    Misconfigured,
    Progress,
    ReaderRole,
    ReaderState,
    Refused,
    Retry,
    Sent,
    Unavailable,
)
from tests.channels.email.letters import ANNA, BELA, CONFIG

READERS = (Reader(ANNA, "", ReaderRole.CONTACT), Reader(BELA, "", ReaderRole.CC))
GOOD = MailAnswer(250, "2.0.0 ok")
NOBODY = MailAnswer(550, "5.1.1 no such person")
LATER = MailAnswer(450, "4.2.0 greylisted")


def a_round(**given: object) -> Round:
    return Round(READERS, "<m@shop.example>", Progress(), CONFIG, **given)  # type: ignore[arg-type]


@given(
    st.sampled_from(MailStage),
    st.integers(200, 599),
    st.text(max_size=80),
    st.dictionaries(st.sampled_from([ANNA, BELA]), st.integers(200, 599).map(MailAnswer)),
)
def test_every_answer_has_a_meaning(
    stage: MailStage, code: int, text: str, recipients: dict[str, MailAnswer]
) -> None:
    outcome = outcome_of(a_round(), MailResponse(stage, MailAnswer(code, text), recipients))

    assert isinstance(outcome, Sent | Retry | Refused | Misconfigured)
    probe_of(CONFIG, "help@shop.example", MailResponse(stage, MailAnswer(code, text)))


@pytest.mark.parametrize(
    ("stage", "answer", "kind"),
    [
        (MailStage.GREETING, MailAnswer(554, "no service"), Retry),
        (MailStage.LOGIN, MailAnswer(454, "4.7.0 later"), Retry),
        (MailStage.LOGIN, MailAnswer(535, "5.7.8 wrong"), Misconfigured),
        (MailStage.SENDER, MailAnswer(451, "4.3.0 later"), Retry),
        (MailStage.SENDER, MailAnswer(550, "5.7.60 not your address"), Misconfigured),
        (MailStage.SENDER, MailAnswer(552, "5.3.4 too big"), Refused),
        (MailStage.CONTENT, MailAnswer(451, "4.3.0 later"), Retry),
        (MailStage.CONTENT, MailAnswer(554, "5.7.1 spam"), Refused),
    ],
)
def test_what_concerns_the_inbox_stops_it_and_what_passes_is_tried_again(
    stage: MailStage, answer: MailAnswer, kind: type
) -> None:
    recipients = {ANNA: GOOD, BELA: GOOD} if stage is MailStage.CONTENT else {}

    assert isinstance(outcome_of(a_round(), MailResponse(stage, answer, recipients)), kind)


def test_a_mail_that_others_get_and_the_contact_does_not_has_failed() -> None:
    answers = {ANNA: NOBODY, BELA: GOOD}
    outcome = outcome_of(a_round(), MailResponse(MailStage.CONTENT, GOOD, answers))

    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "address_unknown"
    assert [one.state for one in outcome.readers] == [ReaderState.REFUSED, ReaderState.ACCEPTED]


def test_a_mail_that_the_contact_gets_is_sent_whatever_others_say() -> None:
    answers = {ANNA: GOOD, BELA: NOBODY}
    outcome = outcome_of(a_round(), MailResponse(MailStage.CONTENT, GOOD, answers))

    assert isinstance(outcome, Sent)
    assert outcome.readers[1].reason == "5.1.1 no such person"


def test_whoever_is_put_off_is_tried_again() -> None:
    outcome = outcome_of(
        a_round(), MailResponse(MailStage.CONTENT, GOOD, {ANNA: LATER, BELA: GOOD})
    )

    assert isinstance(outcome, Retry)
    assert not outcome.is_maybe_sent
    assert not outcome.progress.has_reached_contact


def test_a_refused_empty_sender_is_replaced_and_nothing_stops() -> None:
    refused = MailResponse(MailStage.SENDER, MailAnswer(550, "5.7.1 empty sender"))

    assert isinstance(outcome_of(a_round(has_null_sender=True), refused), Continue)


@pytest.mark.parametrize(
    ("answer", "stage", "kind"),
    [
        (MailAnswer(550, "5.1.1 x"), MailStage.RECIPIENTS, "address_unknown"),
        (MailAnswer(550, "5.2.1 disabled"), MailStage.RECIPIENTS, "address_unknown"),
        (MailAnswer(552, "5.2.2 full"), MailStage.RECIPIENTS, "mailbox_full"),
        (MailAnswer(452, "4.2.2 full"), MailStage.RECIPIENTS, "mailbox_full"),
        (MailAnswer(552, "5.3.4 big"), MailStage.CONTENT, "too_big"),
        (MailAnswer(552, "too much"), MailStage.CONTENT, "too_big"),
        (MailAnswer(550, "5.7.26 not signed"), MailStage.CONTENT, "policy"),
        (MailAnswer(550, "5.7.1 relaying denied"), MailStage.RECIPIENTS, "policy"),
        (MailAnswer(550, "unknown user"), MailStage.RECIPIENTS, "address_unknown"),
        (MailAnswer(554, "go away"), MailStage.CONTENT, "policy"),
        (MailAnswer(553, "5.6.7 ascii only"), MailStage.SENDER, "address_unknown"),
        (MailAnswer(553, "5.1.8 bad sender"), MailStage.SENDER, "policy"),
    ],
)
def test_the_reason_is_one_that_tells_what_to_do(
    answer: MailAnswer, stage: MailStage, kind: str
) -> None:
    assert kind_of(answer, stage) == kind


def test_no_reason_repeats_a_secret() -> None:
    text = "5.7.8 a-password-of-the-shop is wrong"
    outcome = outcome_of(a_round(), MailResponse(MailStage.LOGIN, MailAnswer(535, text)))

    assert isinstance(outcome, Misconfigured)
    assert "a-password" not in outcome.reason


def test_a_server_that_is_busy_says_nothing_about_the_inbox() -> None:
    busy = MailResponse(MailStage.GREETING, MailAnswer(421, "4.3.2 busy"))

    assert isinstance(probe_of(InboxConfig(), "", busy), Unavailable)
