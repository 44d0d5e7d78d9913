"""How sure we are who writes, and when two are one."""

from __future__ import annotations

import pytest

from clew.domain.contact import Assurance, Identity
from clew.domain.ids import ContactId, IdentityId
from clew.domain.recognition import (
    Confidence,
    Reason,
    Verdict,
    are_in_conflict,
    confidence_of,
    evidence,
    verdict,
)
from tests.builders import MONDAY_NINE, WORKSPACE, an_id

VERIFIED, CHANNEL, CLAIMED = Assurance.VERIFIED, Assurance.CHANNEL, Assurance.CLAIMED


def an_identity(
    address: str, assurance: Assurance, kind: str = "email", channel: str = "email"
) -> Identity:
    return Identity(
        id=IdentityId(an_id(60)),
        workspace_id=WORKSPACE,
        contact_id=ContactId(an_id(61)),
        channel=channel,
        scope=channel,
        kind=kind,
        address=address,
        display=address,
        assurance=assurance,
        created_at=MONDAY_NINE,
    )


def a_phone(number: str, assurance: Assurance, channel: str = "whatsapp") -> Identity:
    return an_identity(number, assurance, "phone", channel)


@pytest.mark.parametrize(
    ("identities", "confidence"),
    [
        ([], Confidence.NOT_IDENTIFIED),
        ([an_identity("v1", CHANNEL, "visitor", "webchat")], Confidence.NOT_IDENTIFIED),
        ([an_identity("a@b.example", CLAIMED)], Confidence.LIKELY),
        ([a_phone("+48600", CHANNEL)], Confidence.LIKELY),
        ([a_phone("+48600", CHANNEL), an_identity("a@b.example", VERIFIED)], Confidence.CONFIRMED),
    ],
)
def test_a_contact_is_as_sure_as_their_best_address(
    identities: list[Identity], confidence: Confidence
) -> None:
    assert confidence_of(identities) is confidence


@pytest.mark.parametrize(
    ("one", "other", "reason", "what"),
    [
        (
            an_identity("A@b.example", VERIFIED),
            an_identity("a@b.example", VERIFIED, channel="webchat"),
            Reason.SAME_VERIFIED,
            Verdict.JOIN,
        ),
        (
            an_identity("a@b.example", VERIFIED),
            an_identity("a@b.example", CLAIMED, channel="webchat"),
            Reason.SAME_EMAIL_CLAIMED,
            Verdict.SUGGEST,
        ),
        (
            a_phone("+48600", CHANNEL),
            a_phone("48600", CHANNEL, "sms"),
            Reason.SAME_PHONE,
            Verdict.SUGGEST,
        ),
        (
            a_phone("+48600", CHANNEL),
            a_phone("+48600", CLAIMED, "webchat"),
            Reason.SAME_PHONE_CLAIMED,
            Verdict.SUGGEST,
        ),
    ],
)
def test_only_what_is_proven_joins_by_itself(
    one: Identity, other: Identity, reason: Reason, what: Verdict
) -> None:
    found = evidence([one], [other])

    assert [it.reason for it in found] == [reason]
    assert verdict([one], [other], [reason]) is what


def test_what_has_nothing_in_common_is_not_suggested() -> None:
    assert evidence([a_phone("+48600", CHANNEL)], [a_phone("+48601", CHANNEL)]) == ()
    # The same name of an account on two channels says nothing.
    one, other = (an_identity("42", CHANNEL, "psid", channel) for channel in ("a", "b"))
    assert evidence([one], [other]) == ()


def test_the_best_reason_comes_first() -> None:
    one = [an_identity("a@b.example", CLAIMED), a_phone("+48600", CHANNEL)]
    other = [a_phone("+48600", CHANNEL, "sms"), an_identity("a@b.example", CLAIMED, channel="x")]

    assert [it.reason for it in evidence(one, other)] == [
        Reason.SAME_PHONE,
        Reason.SAME_EMAIL_CLAIMED,
    ]


def test_two_who_have_each_proven_to_be_somebody_else_are_not_joined_by_rule() -> None:
    one = [an_identity("a@b.example", VERIFIED), an_identity("x", CHANNEL, "bsuid", "whatsapp")]
    other = [an_identity("c@d.example", VERIFIED)]

    assert are_in_conflict(one, other)
    assert verdict(one, other, [Reason.SAME_ACCOUNT]) is Verdict.SUGGEST
    assert verdict(one, other[:0], [Reason.SAME_ACCOUNT]) is Verdict.JOIN


def test_a_person_may_be_known_for_sure_at_two_devices() -> None:
    mail = an_identity("a@b.example", VERIFIED)
    one = [mail, an_identity("one", VERIFIED, "visitor", "webchat")]
    other = [mail, an_identity("two", VERIFIED, "visitor", "webchat")]

    assert verdict(one, other, [Reason.SAME_VERIFIED]) is Verdict.JOIN


def test_an_account_that_has_another_number_now_is_not_joined_with_its_old_owner() -> None:
    one, other = [an_identity(name, CHANNEL, "bsuid", "whatsapp") for name in ("HU.1", "HU.2")]
    number = a_phone("36205550009", CHANNEL)

    assert verdict([one], [number], {Reason.SAME_ACCOUNT}) is Verdict.JOIN
    assert verdict([one], [other, number], {Reason.SAME_ACCOUNT}) is Verdict.SUGGEST
