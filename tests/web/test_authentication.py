"""Headers say who asks."""

from typing import Any

import pytest

from clew.web.authentication import Authenticator, cookie_of, read_headers

NOBODY: Any = None


@pytest.mark.parametrize(
    ("cookies", "token"),
    [
        ("", ""),
        ("clew_session=abc", "abc"),
        ("a=1; clew_session=abc; b=2", "abc"),
        ('clew_session="abc"', "abc"),
        ("xclew_session=abc", ""),
        ("clew_session", ""),
    ],
)
def test_the_session_is_found_among_cookies(cookies: str, token: str) -> None:
    assert cookie_of({"cookie": cookies}) == token


def test_headers_are_read_by_lower_case_name() -> None:
    assert read_headers([(b"Host", b"a"), (b"host", b"b")]) == {"host": "b"}


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://clew.test:8080", True),
        ("https://clew.test:8080", True),
        ("http://clew.test", False),
        ("http://evil.example", False),
        ("null", False),
    ],
)
def test_a_page_is_ours_if_it_came_from_this_address(origin: str, is_ours: bool) -> None:
    headers = {"origin": origin, "host": "clew.test:8080"}

    assert Authenticator(NOBODY).is_ours(headers) is is_ours


def test_with_a_public_address_only_that_counts() -> None:
    """A name that points here, given by somebody else, must not count as ours."""
    authenticator = Authenticator(NOBODY, ["https://clew.example/"])

    assert authenticator.is_ours({"origin": "https://clew.example", "host": "10.0.0.1"})
    assert not authenticator.is_ours(
        {"origin": "http://rebound.example", "host": "rebound.example"}
    )


async def test_an_unknown_scheme_is_nobody() -> None:
    assert await Authenticator(NOBODY).find({"authorization": "Basic YTpi"}) is None
