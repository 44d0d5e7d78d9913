import pytest

from clew.channels.whatsapp.settings import PUBLIC_API, SETTINGS, api_url, missing_for_sending
from clew.ports.channel import InboxConfig, problems_with, with_defaults
from tests.channels.whatsapp.webhooks import CONFIG


def test_three_settings_and_the_secrets_are_all_an_inbox_needs() -> None:
    assert problems_with(SETTINGS, CONFIG) == ()
    assert missing_for_sending(CONFIG) is None


def test_only_account_address_and_old_secret_may_be_left_out() -> None:
    problems = {problem.name for problem in problems_with(SETTINGS, InboxConfig())}

    assert problems == {"phone_number_id", "access_token", "app_secret", "verify_token"}


def test_the_public_address_is_the_default() -> None:
    filled = with_defaults(SETTINGS, InboxConfig({"phone_number_id": "1"}))

    assert filled.settings["api_base_url"] == PUBLIC_API
    assert api_url(InboxConfig(), "1", "messages") == f"{PUBLIC_API}/1/messages"


def test_a_segment_cannot_leave_its_place_in_the_address() -> None:
    assert api_url(CONFIG, "../me?x").endswith("/..%2Fme%3Fx")


def test_a_value_that_cannot_be_right_is_refused() -> None:
    wrong = InboxConfig(
        {**CONFIG.settings, "phone_number_id": "1/2", "api_base_url": "ftp://x"}, CONFIG.secrets
    )

    assert [problem.name for problem in problems_with(SETTINGS, wrong)] == [
        "phone_number_id",
        "api_base_url",
    ]


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "zażółć"])
def test_a_token_that_no_header_can_carry_is_refused(token: str) -> None:
    wrong = InboxConfig(CONFIG.settings, {**CONFIG.secrets, "access_token": token})

    assert [problem.name for problem in problems_with(SETTINGS, wrong)] == ["access_token"]


def test_a_password_in_the_address_is_refused() -> None:
    """Addresses are logged."""
    wrong = InboxConfig({**CONFIG.settings, "api_base_url": "https://me:pw@x"}, CONFIG.secrets)

    assert [problem.name for problem in problems_with(SETTINGS, wrong)] == ["api_base_url"]
