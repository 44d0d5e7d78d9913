"""Nothing that runs, loads or lies survives, and what is harmless does."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading.cleaning import ATTRIBUTES, MAX_DATA_CHARACTERS, TAGS, clean
from clew.channels.email.reading.css import clean_style
from tests.channels.email.reading.vectors import VECTORS

ADDED = {"target", "rel", "data-host", "data-shows"}
LINKS = ("http://", "https://", "mailto:", "tel:", "sms:")


class Findings(HTMLParser):
    """What an independent parser finds in cleaned HTML that should not be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()) | ADDED
        names = [name for name, _ in attrs]
        self.found += [f"{tag} {name}" for name in names if name not in allowed]
        self.found += [f"{tag} {name} twice" for name in names if names.count(name) > 1]
        self.found += [
            f"{tag} {name}={value}" for name, value in attrs if not is_harmless(name, value or "")
        ]

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def is_harmless(name: str, value: str) -> bool:
    match name:
        case "href":
            return value.startswith(LINKS)
        case "src":
            return value.startswith("data:image/") and "svg" not in value[:20]
        case "background":
            return False
        case "data-remote-src" | "data-remote-background" | "data-remote-style":
            return value.startswith(("http://", "https://"))
        case "style":
            return clean_style(value) == (value, "")
        case "target":
            return value == "_blank"
        case "rel":
            return value == "noopener noreferrer"
    return True


def active(cleaned: str) -> list[str]:
    findings = Findings()
    findings.feed(cleaned)
    findings.close()
    return findings.found


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_active_survives(vector: str) -> None:
    for html in (vector, f"<table><tr><td>{vector}", f"<p>a{vector}b</p>", vector * 200):
        assert active(clean(html)) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_cleaning_twice_is_cleaning_once(vector: str) -> None:
    once = clean(vector)

    assert clean(once) == once


def fragments() -> Iterator[str]:
    yield from VECTORS
    yield from (
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=https://a.example>",
        "</a>",
        "<table>",
        "<td>",
    )
    yield from (
        "</table>",
        "text",
        "&amp;",
        "&#1;",
        "\x02",
        '"',
        "'",
        ">",
        "<",
        "<blockquote>",
        "</div>",
    )
    yield from ("<svg>", "<math>", "</math>", "<style>", "</style>", "<!--", "-->", "<select>")


@given(st.lists(st.sampled_from(list(fragments())), max_size=12).map("".join))
def test_no_mixture_of_them_is_active(html: str) -> None:
    assert active(clean(html)) == []


@given(st.text())
def test_any_text_is_cleaned(html: str) -> None:
    assert active(clean(html)) == []


def test_a_link_opens_a_tab_of_its_own_and_names_its_host() -> None:
    assert clean('<a href="https://shop.example/a?b=1&amp;c=2">Shop</a>') == (
        '<a href="https://shop.example/a?b=1&amp;c=2" data-host="shop.example" target="_blank"'
        ' rel="noopener noreferrer">Shop</a>'
    )


def test_a_link_that_shows_another_host_says_so() -> None:
    lying = clean('<a href="https://evil.example/">https://<b>bank.com</b>/login</a>')
    honest = clean('<a href="https://www.bank.com/">bank.com</a>')

    assert 'data-host="evil.example"' in lying
    assert 'data-shows="bank.com"' in lying
    assert "data-shows" not in honest


def test_remote_pictures_wait_for_a_click() -> None:
    cleaned = clean(
        '<table background="http://a.example/t.png"><tr><td style="background:url(https://a.example/c.png)">'
        '<img src="https://a.example/i.png" alt="Picture" width="10">'
    )

    assert 'data-remote-background="http://a.example/t.png"' in cleaned
    assert 'data-remote-style="https://a.example/c.png"' in cleaned
    assert '<img data-remote-src="https://a.example/i.png" alt="Picture" width="10">' in cleaned
    assert " src=" not in cleaned
    assert "url(" not in cleaned


def test_enclosed_pictures_are_named_by_their_content_id() -> None:
    assert clean('<img src="cid:image001.png@01D">') == '<img data-cid="image001.png@01D">'


def test_pictures_inside_are_kept_if_they_are_small_and_made_of_dots() -> None:
    small = "data:image/png;base64,iVBORw0KGgo="
    large = "data:image/png;base64," + "A" * MAX_DATA_CHARACTERS

    assert clean(f'<img src="{small}">') == f'<img src="{small}">'
    assert clean(f'<img src="{large}">') == "<img>"


def test_marks_of_mail_programs_are_kept_and_other_names_are_not() -> None:
    assert clean('<div class="gmail_attr x" id="y">a</div>') == '<div class="gmail_attr">a</div>'


def test_words_of_unknown_elements_are_kept() -> None:
    assert clean("<o:p>one</o:p><custom-x>two</custom-x><form>three</form>") == "onetwothree"
