"""By which inboxes a contact can be written to now, and what stands in the way."""

from dataclasses import replace
from datetime import datetime

import pytest

from clew.channels.whatsapp.channel import CHANNEL
from clew.domain.consent import Consent, Purpose
from clew.domain.contact import AddressFailure, Assurance, Identity
from clew.domain.ids import ConsentId, ContactId, IdentityId, InboxId
from clew.domain.people import Inbox
from clew.ports.channel import AuthorKind, Draft
from clew.ports.store import Reachability
from clew.services.sendability import DIRECT_ANSWER, Way, way_to, ways_to
from tests.builders import A_DAY, CONTACT, HOUR, MONDAY_NINE, TEAM, WORKSPACE, an_id

NOW = MONDAY_NINE


def an_inbox(number: int = 0, name: str = "WhatsApp", channel: str = "whatsapp") -> Inbox:
    return Inbox(
        id=InboxId(an_id(40 + number)),
        workspace_id=WORKSPACE,
        channel=channel,
        name=name,
        team_id=TEAM,
        settings={},
        created_at=NOW,
    )


def an_identity(number: int = 0, channel: str = "whatsapp") -> Identity:
    return Identity(
        id=IdentityId(an_id(60 + number)),
        workspace_id=WORKSPACE,
        contact_id=CONTACT,
        channel=channel,
        scope=channel,
        kind="phone",
        address=f"+4860000000{number}",
        display="",
        assurance=Assurance.CHANNEL,
        created_at=NOW,
    )


INBOX = an_inbox()
ANNA = an_identity()
REACH = Reachability(
    identities=[ANNA],
    last_inbound={(ANNA.id, INBOX.id): NOW - HOUR},
    window_refused={},
    opted_out={},
)


def way(reach: Reachability = REACH, draft: Draft | None = None, **more: IdentityId) -> Way:
    return way_to(INBOX, CHANNEL, reach, draft or Draft(), NOW, **more)


def ways(reach: Reachability, *inboxes: Inbox) -> list[Way]:
    return ways_to({one.id: one for one in inboxes}, {"whatsapp": CHANNEL}, reach, NOW)


def test_free_text_is_taken_while_the_window_is_open() -> None:
    found = way()

    assert (found.is_free, found.needs_template, found.reason) == (True, False, None)
    assert found.window_closes_at == NOW + 23 * HOUR
    assert found.identity == ANNA


@pytest.mark.parametrize(
    ("reach", "reason"),
    [
        (replace(REACH, last_inbound={}), "template_required"),
        (replace(REACH, last_inbound={(ANNA.id, INBOX.id): NOW - A_DAY}), "template_required"),
        (replace(REACH, window_refused={(ANNA.id, INBOX.id): NOW - HOUR / 2}), "template_required"),
        (replace(REACH, identities=[]), "no_address"),
        (replace(REACH, identities=[an_identity(channel="email")]), "no_address"),
        (replace(REACH, opted_out={ANNA.id: "everything"}), "opted_out"),
    ],
)
def test_what_stands_in_the_way_is_named(reach: Reachability, reason: str) -> None:
    found = way(reach)

    assert found.reason == reason
    assert not found.is_free
    assert found.needs_template == (reason == "template_required")


def a_refusal(at: datetime, purpose: Purpose = Purpose.SERVICE, channel: str = "") -> Consent:
    return Consent(
        id=ConsentId(an_id(80)),
        workspace_id=WORKSPACE,
        contact_id=CONTACT,
        purpose=purpose,
        channel=channel,
        is_given=False,
        how="on the phone",
        at=at,
    )


def test_who_refused_all_messages_is_not_written_to_there() -> None:
    after_writing = NOW - HOUR / 2

    assert way(replace(REACH, consents=[a_refusal(after_writing)])).reason == "opted_out"
    elsewhere = a_refusal(after_writing, channel="email")
    assert way(replace(REACH, consents=[elsewhere])).is_free
    advertising = a_refusal(after_writing, Purpose.MARKETING)
    assert way(replace(REACH, consents=[advertising])).is_free
    campaign = Draft(author=AuthorKind.CAMPAIGN)
    assert way(replace(REACH, consents=[advertising]), campaign).reason == "no_marketing"


def test_who_writes_after_refusing_is_answered_by_people_for_a_while() -> None:
    """They ask for an answer, and not for whatever else comes to our mind."""
    before = replace(REACH, consents=[a_refusal(NOW - 60 * A_DAY)])
    old = {(ANNA.id, INBOX.id): NOW - DIRECT_ANSWER - HOUR}
    template = Draft(is_template=True)

    assert way(before).is_free
    assert way(before, Draft(author=AuthorKind.BOT)).reason == "opted_out"
    assert way(replace(before, last_inbound=old), template).reason == "opted_out"


def test_what_a_provider_was_told_holds_whatever_the_contact_writes() -> None:
    assert way(replace(REACH, opted_out={ANNA.id: "everything"})).is_opted_out


def test_who_wants_no_advertising_is_still_answered() -> None:
    found = way(replace(REACH, opted_out={ANNA.id: "marketing"}))

    assert (found.is_free, found.takes_marketing) == (True, False)
    assert way().takes_marketing


def test_an_opt_out_said_at_one_address_goes_for_the_others_of_the_channel() -> None:
    newer = an_identity(1)
    reach = replace(REACH, identities=[newer, ANNA], opted_out={ANNA.id: "everything"})

    assert way(reach).reason == "opted_out"
    assert way(reach, to=newer.id).reason == "opted_out"


def test_an_opt_out_of_another_channel_does_not_count_here() -> None:
    mail = an_identity(1, "email")
    reach = replace(REACH, identities=[mail, ANNA], opted_out={mail.id: "everything"})

    assert way(reach).is_free


def test_the_address_that_was_added_last_is_written_to_unless_another_is_named() -> None:
    newer = an_identity(1)
    reach = replace(REACH, identities=[newer, ANNA])

    assert way(reach).identity == newer
    assert way(reach, to=ANNA.id).identity == ANNA
    assert way(reach, to=IdentityId(an_id(9))).reason == "no_address"


def test_of_two_numbers_of_one_contact_the_one_that_wrote_last_is_answered() -> None:
    """The provider knows two persons, each with a window of their own."""
    joined = replace(an_identity(1), home_id=ContactId(an_id(8)))
    before = replace(ANNA, home_id=CONTACT)
    reach = replace(REACH, identities=[joined, before])

    assert way(reach).identity == before
    assert way(reach).is_free
    assert way(reach, to=joined.id).reason == "template_required"


def test_an_address_that_is_only_claimed_is_written_to_last() -> None:
    claimed = replace(an_identity(1), assurance=Assurance.CLAIMED)
    reach = replace(REACH, identities=[claimed, ANNA])

    assert way(reach).identity == ANNA


def test_where_nothing_arrives_is_written_to_last_and_refused() -> None:
    """Of several addresses one is left; of one alone nobody shall think that it was sent."""
    failed = replace(an_identity(1), failure=AddressFailure(at=NOW, code="5.1.1", reason="gone"))
    reach = replace(REACH, identities=[failed, ANNA])

    assert way(reach).identity == ANNA
    assert way(reach).is_free
    assert way(reach, to=failed.id).reason == "address_failed"


def test_a_refusal_counts_until_the_contact_writes_again() -> None:
    refused = {(ANNA.id, INBOX.id): NOW - 2 * HOUR}

    assert way(replace(REACH, window_refused=refused)).is_free


def test_the_inbox_where_the_contact_last_wrote_is_the_default() -> None:
    other = an_inbox(1, "Second")
    heard = {(ANNA.id, INBOX.id): NOW - HOUR, (ANNA.id, other.id): NOW - HOUR / 2}

    found = ways(replace(REACH, last_inbound=heard), INBOX, other)

    assert [one.inbox.id for one in found] == [other.id, INBOX.id]
    assert [one.is_default for one in found] == [True, False]


def test_no_inbox_is_the_default_for_a_contact_without_an_address() -> None:
    found = ways(replace(REACH, identities=[]), INBOX)

    assert [one.is_default for one in found] == [False]


def test_inboxes_of_channels_that_are_not_installed_are_left_out() -> None:
    gone = an_inbox(1, channel="pigeon")

    assert [one.inbox.id for one in ways(REACH, INBOX, gone)] == [INBOX.id]
    assert ways(REACH) == []


def test_a_draft_is_judged_with_its_files() -> None:
    large = CHANNEL.capabilities.max_attachment_bytes + 1

    assert way(draft=Draft(has_text=False)).reason == "empty"
    assert way(draft=Draft(attachment_bytes=(large,))).reason == "attachment_too_large"
    assert way(replace(REACH, last_inbound={}), Draft(is_template=True)).reason is None
