from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import (
    Allow,
    AuthorKind,
    Capabilities,
    Deny,
    DenyReason,
    Draft,
    MediaFamily,
    MediaLimit,
    NeedTemplate,
    OptScope,
    SendFacts,
    WaitUntil,
    can_send,
    window_closes_at,
)

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
A_TICK = timedelta(microseconds=1)

WINDOWED = Capabilities(
    media={MediaFamily.IMAGE: MediaLimit(1_000), MediaFamily.DOCUMENT: MediaLimit(2_000)},
    messaging_window=DAY,
    templates=True,
    reactions=True,
    quick_replies=3,
)
PLAIN = Capabilities()


def facts(**changes: object) -> SendFacts:
    return SendFacts(**({"now": NOON, "last_inbound_at": NOON} | changes))  # type: ignore[arg-type]


def test_inside_the_window_anything_goes() -> None:
    assert can_send(WINDOWED, facts(), Draft()) == Allow()


@pytest.mark.parametrize(
    ("ago", "permission"),
    [(DAY - A_TICK, Allow()), (DAY, NeedTemplate(NOON)), (2 * DAY, NeedTemplate(NOON - DAY))],
)
def test_the_window_ends_to_the_instant(ago: timedelta, permission: object) -> None:
    assert can_send(WINDOWED, facts(last_inbound_at=NOON - ago), Draft()) == permission


def test_a_contact_who_never_wrote_gets_a_template() -> None:
    assert can_send(WINDOWED, facts(last_inbound_at=None), Draft()) == NeedTemplate(None)


def test_a_template_may_go_at_any_time() -> None:
    draft = Draft(has_text=False, is_template=True)

    assert can_send(WINDOWED, facts(last_inbound_at=None), draft) == Allow()


def test_when_the_provider_says_the_window_is_closed_it_is() -> None:
    """Arguing is no use, even if our own reckoning says otherwise."""
    refused = NOON - timedelta(minutes=1)
    since = facts(last_inbound_at=NOON - timedelta(hours=1), window_refused_at=refused)

    assert can_send(WINDOWED, since, Draft()) == NeedTemplate(refused)


def test_a_new_message_opens_it_again() -> None:
    before = NOON - timedelta(hours=1)

    assert can_send(WINDOWED, facts(window_refused_at=before), Draft()) == Allow()


def test_a_channel_without_templates_has_to_wait_for_the_contact() -> None:
    closed = Capabilities(messaging_window=DAY)

    assert can_send(closed, facts(last_inbound_at=NOON - DAY), Draft()) == Deny(
        DenyReason.WINDOW_CLOSED
    )


def test_people_may_have_longer_than_machines() -> None:
    patient = Capabilities(messaging_window=DAY, human_window=7 * DAY)
    old = facts(last_inbound_at=NOON - 2 * DAY)

    assert can_send(patient, old, Draft(AuthorKind.AGENT)) == Allow()
    assert can_send(patient, old, Draft(AuthorKind.BOT)) == Deny(DenyReason.WINDOW_CLOSED)


def test_a_channel_without_a_window_has_none() -> None:
    assert can_send(PLAIN, facts(last_inbound_at=None), Draft()) == Allow()
    assert window_closes_at(PLAIN, facts()) is None


def test_when_the_window_closes_can_be_told() -> None:
    assert window_closes_at(WINDOWED, facts()) == NOON + DAY
    assert window_closes_at(WINDOWED, facts(last_inbound_at=None)) is None


def test_each_message_of_the_contact_may_allow_so_many_of_ours() -> None:
    five = Capabilities(messaging_window=2 * DAY, replies_per_window=5)

    assert can_send(five, facts(sent_in_window=4), Draft()) == Allow()
    assert can_send(five, facts(sent_in_window=5), Draft()) == Deny(DenyReason.REPLIES_USED_UP)


@pytest.mark.parametrize(
    ("scope", "author", "is_denied"),
    [
        (OptScope.EVERYTHING, AuthorKind.CAMPAIGN, True),
        (OptScope.EVERYTHING, AuthorKind.AGENT, True),
        (OptScope.MARKETING, AuthorKind.AGENT, False),
        (None, AuthorKind.CAMPAIGN, False),
    ],
)
def test_an_opt_out_is_kept(scope: OptScope | None, author: AuthorKind, is_denied: bool) -> None:
    permission = can_send(WINDOWED, facts(opted_out=scope), Draft(author))

    assert permission == (Deny(DenyReason.OPTED_OUT) if is_denied else Allow())


@pytest.mark.parametrize(
    "advertising",
    [Draft(AuthorKind.CAMPAIGN), Draft(is_template=True, has_text=False, is_marketing=True)],
)
def test_who_wants_no_advertising_gets_none_and_everything_else(advertising: Draft) -> None:
    refuses, takes = facts(opted_out=OptScope.MARKETING), facts()

    assert can_send(WINDOWED, refuses, advertising) == Deny(DenyReason.NO_MARKETING)
    assert can_send(WINDOWED, refuses, Draft(is_template=True)) == Allow()
    assert can_send(WINDOWED, takes, advertising) == Allow()


@pytest.mark.parametrize(
    ("capabilities", "change", "draft", "reason"),
    [
        (WINDOWED, {"is_inbox_enabled": False}, Draft(), DenyReason.INBOX_DISABLED),
        (WINDOWED, {"has_address": False}, Draft(), DenyReason.NO_ADDRESS),
        (WINDOWED, {}, Draft(has_text=False), DenyReason.EMPTY),
        (PLAIN, {}, Draft(is_template=True), DenyReason.NO_TEMPLATES),
        (PLAIN, {}, Draft(is_reaction=True), DenyReason.NO_REACTIONS),
        (PLAIN, {}, Draft(attachment_bytes=(1,)), DenyReason.NO_ATTACHMENTS),
        (WINDOWED, {}, Draft(attachment_bytes=(1, 2_001)), DenyReason.ATTACHMENT_TOO_LARGE),
        (WINDOWED, {}, Draft(choices=4), DenyReason.TOO_MANY_CHOICES),
    ],
)
def test_what_cannot_be_sent_at_all_is_denied_with_its_reason(
    capabilities: Capabilities, change: dict[str, object], draft: Draft, reason: DenyReason
) -> None:
    assert can_send(capabilities, facts(**change), draft) == Deny(reason)


def test_a_quota_makes_it_wait() -> None:
    later = NOON + timedelta(seconds=6)

    assert can_send(WINDOWED, facts(quota_free_at=later), Draft()) == WaitUntil(later)
    assert can_send(WINDOWED, facts(quota_free_at=NOON), Draft()) == Allow()


def test_waiting_is_no_use_where_a_template_is_needed() -> None:
    closed = facts(last_inbound_at=NOON - DAY, quota_free_at=NOON + DAY)

    assert can_send(WINDOWED, closed, Draft()) == NeedTemplate(NOON)


@given(st.timedeltas(timedelta(0), timedelta(days=3)), st.booleans())
def test_free_text_is_allowed_exactly_while_the_window_is_open(
    ago: timedelta, is_template: bool
) -> None:
    permission = can_send(
        WINDOWED, facts(last_inbound_at=NOON - ago), Draft(is_template=is_template)
    )

    assert (permission == Allow()) is (is_template or ago < DAY)
