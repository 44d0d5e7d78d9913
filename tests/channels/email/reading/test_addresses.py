"""Links in a form whose host is beyond doubt."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.addresses import clean_link, is_same_site, says, shown_host


@pytest.mark.parametrize(
    ("written", "kept", "host"),
    [
        ("https://shop.example/a?b=c#d", "https://shop.example/a?b=c#d", "shop.example"),
        ("HTTP://Shop.Example:8080/A", "http://shop.example:8080/A", "shop.example"),
        ("https:\\\\evil.example\\x", "https://evil.example/x", "evil.example"),
        ("https:evil.example", "https://evil.example", "evil.example"),
        ("https:////evil.example/", "https://evil.example/", "evil.example"),
        ("https://bank.example@evil.example/", "https://evil.example/", "evil.example"),
        ("https://bank.example%00@evil.example", "https://evil.example", "evil.example"),
        ("ht\ntps://a\t.example/b c", "https://a.example/b%20c", "a.example"),
        ("https://bänk.example", "https://xn--bnk-qla.example", "xn--bnk-qla.example"),
        ("mailto:ana@example.com?subject=Hi", "mailto:ana@example.com?subject=Hi", ""),
        ("tel:+48123456789", "tel:+48123456789", ""),
    ],
)
def test_a_link_is_written_so_that_its_host_is_beyond_doubt(
    written: str, kept: str, host: str
) -> None:
    assert clean_link(written) == (kept, host)


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:msgbox",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//evil.example",
        "/path",
        "#here",
        "https://",
        "https://%65vil.example",
        'https://a"b.example',
        "https://" + "a" * 9_000,
        "blob:https://a.example",
        "",
    ],
)
def test_other_links_lead_nowhere(written: str) -> None:
    assert clean_link(written) == ("", "")


@pytest.mark.parametrize(
    ("words", "host"),
    [
        ("https://bank.example/login", "bank.example"),
        ("www.bank.example", "www.bank.example"),
        (" Bank.com ", "bank.com"),
        ("<https://bank.example>", "bank.example"),
        ("click here", ""),
        ("Node.js", ""),
        ("ana@bank.com", ""),
        ("readme.md is here", ""),
        ("Invoice", ""),
    ],
)
def test_words_that_name_a_host_are_known(words: str, host: str) -> None:
    assert shown_host(words) == host


@pytest.mark.parametrize(
    ("shown", "host", "same"),
    [
        ("bank.com", "www.bank.com", True),
        ("www.bank.com", "bank.com", True),
        ("bank.com", "login.bank.com", True),
        ("login.bank.com", "bank.com", False),
        ("bank.com", "notbank.com", False),
        ("bank.com", "bank.com.evil.example", False),
    ],
)
def test_a_part_of_a_site_is_the_site(shown: str, host: str, same: bool) -> None:
    assert is_same_site(shown, host) is same


def test_an_address_is_said_whole_or_not_at_all() -> None:
    assert says("www.shop.example/a", "https://shop.example/a/")
    assert says("write to ana@shop.example", "mailto:Ana@shop.example?subject=Hi")
    assert not says("shop.example", "https://shop.example/a")
