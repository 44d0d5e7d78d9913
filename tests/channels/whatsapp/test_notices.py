import pytest

from clew.channels.whatsapp.notices import NOTICES
from clew.ports.channel import (
    InboxNotice,
    NoticeKind,
    OptIn,
    OptOut,
    OptScope,
    Unreadable,
    dedupe_key,
)
from tests.channels.whatsapp.webhooks import (
    JUDIT,
    JUDITS_PHONE,
    NOON,
    NOON_SECONDS,
    a_value,
    an_envelope,
    parsed,
    parsed_one,
)


def preference(**changes: object) -> dict[str, object]:
    return {
        "wa_id": "36205550111",
        "category": "marketing_messages",
        "value": "stop",
        "timestamp": NOON_SECONDS,
    } | changes


@pytest.mark.parametrize(("field", "kind"), NOTICES.items())
def test_each_kind_of_news_becomes_a_notice(field: str, kind: NoticeKind) -> None:
    item = parsed_one(an_envelope({"anything": 1}, field=field))

    assert isinstance(item, InboxNotice)
    assert (item.kind, item.at) == (kind, NOON)
    assert item.detail == {"field": field, "anything": 1}


def test_a_rejected_template_is_serious_and_named() -> None:
    news = {"event": "REJECTED", "message_template_name": "parcel_sent", "reason": "ABUSIVE"}

    item = parsed_one(an_envelope(news, field="message_template_status_update"))

    assert isinstance(item, InboxNotice)
    assert item.is_serious
    assert "parcel_sent · REJECTED · ABUSIVE" in item.summary


def test_good_news_are_not_serious() -> None:
    news = {"event": "UPGRADE", "display_phone_number": "3615550100"}

    item = parsed_one(an_envelope(news, field="phone_number_quality_update"))

    assert isinstance(item, InboxNotice)
    assert not item.is_serious


def test_the_same_news_at_another_time_are_news_again() -> None:
    first = an_envelope({"event": "FLAGGED"}, field="phone_number_quality_update")
    later = an_envelope({"event": "FLAGGED"}, field="phone_number_quality_update")
    later["entry"][0]["time"] -= 60

    keys = [dedupe_key(parsed_one(news)) for news in (first, first, later)]

    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(("value", "wanted"), [("stop", OptOut), ("resume", OptIn)])
def test_a_wish_about_marketing_is_kept(value: str, wanted: type) -> None:
    wishes = a_value(user_preferences=[preference(value=value)], contacts=[JUDIT])

    item = parsed_one(an_envelope(wishes, field="user_preferences"))

    assert isinstance(item, OptOut | OptIn)
    assert isinstance(item, wanted)
    assert item.scope is OptScope.MARKETING
    assert (item.sender.addresses[0].value, item.sender.display_name) == (JUDITS_PHONE, "Judit Kis")


def test_stopping_and_resuming_have_different_keys() -> None:
    wishes = a_value(user_preferences=[preference(), preference(value="resume")])

    stop, resume = parsed(an_envelope(wishes, field="user_preferences"))

    assert dedupe_key(stop) != dedupe_key(resume)


@pytest.mark.parametrize(
    "wish", [preference(wa_id=""), preference(value="maybe"), preference(category="x"), None]
)
def test_a_wish_that_is_not_clear_is_unreadable(wish: object) -> None:
    wishes = a_value(user_preferences=[wish])

    assert isinstance(parsed_one(an_envelope(wishes, field="user_preferences")), Unreadable)
