"""From the values of a form to a chat that is set up."""

from __future__ import annotations

import time

import pytest

from clew.channels.webchat.settings import SETTINGS, chat_site
from clew.ports.channel import InboxConfig, problems_with


def test_an_inbox_without_settings_is_complete_and_shows_on_no_site() -> None:
    site = chat_site(InboxConfig())

    assert problems_with(SETTINGS, InboxConfig()) == ()
    assert site.allowed_sites == ()
    assert site.languages == ("en", "pl", "ru", "hu")
    assert (site.only_verified, site.takes_hash, site.mails_answers) == (False, False, True)
    assert site.identity_secrets == ()


def test_values_are_read_as_they_are_meant() -> None:
    config = InboxConfig(
        {
            "allowed_sites": "https://Shop.example.com/, http://localhost:3000\nhttps://a.test",
            "languages": "pl, en",
            "colour": "#123abc",
            "greeting_pl": "W czym pomóc?",
            "greeting_hu": "not a language of this inbox",
            "only_verified": "yes",
        },
        {
            "identity_secret": "new-secret-of-the-site",
            "previous_identity_secret": "old-one-of-it!!",
        },
    )

    site = chat_site(config)

    assert site.allowed_sites == (
        "https://shop.example.com", "http://localhost:3000", "https://a.test",
    )  # fmt: skip
    assert site.languages == ("pl", "en")
    assert site.appearance["colour"] == "#123abc"
    assert site.appearance["texts"] == {"pl": {"greeting": "W czym pomóc?"}, "en": {}}
    assert site.only_verified
    assert site.identity_secrets == ("new-secret-of-the-site", "old-one-of-it!!")
    assert "secret" not in repr(site).replace("identity_secrets", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("allowed_sites", "shop.example.com"),
        ("allowed_sites", "https://a.test/path"),
        ("allowed_sites", "*"),
        ("languages", "en de"),
        ("colour", "red"),
        ("position", "top"),
        ("greeting_en", "two\nlines"),
        ("only_verified", "maybe"),
    ],
)
def test_what_cannot_be_meant_is_refused(name: str, value: str) -> None:
    [problem] = problems_with(SETTINGS, InboxConfig({name: value}))

    assert problem.name == name


def test_a_long_list_of_sites_is_read_in_no_time() -> None:
    began = time.perf_counter()

    problems_with(SETTINGS, InboxConfig({"allowed_sites": "https://a.test " * 2_000 + "!"}))

    assert time.perf_counter() - began < 0.5
