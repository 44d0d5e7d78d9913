"""One reading of text for what is kept and for what is asked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.language.analyser import analyse
from clew.ports.language import Token, asked_terms, kept_terms


def finds(question: str, text: str) -> bool:
    """Say whether a search for `question` has to find `text`."""
    kept = set(kept_terms(analyse(text)))
    tokens = analyse(question)
    return bool(tokens) and all(is_met(token, kept) for token in tokens)


def is_met(token: Token, kept: set[str]) -> bool:
    by_pieces = bool(token.pieces) and all(is_met(piece, kept) for piece in token.pieces)
    return by_pieces or not kept.isdisjoint(token.terms)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("zazolc", "Zażółć gęślą jaźń"),
        ("ZAŻÓŁĆ", "zazolc"),
        ("reklamacja", "Złożyłam reklamację wczoraj"),
        ("reklamacje", "w sprawie reklamacji"),
        ("zamowienie", "Gdzie jest moje zamówienie?"),
        ("zamowienia", "Co z zamówieniem?"),
        ("paczka", "Czekam na trzy paczki"),
        ("paczka", "brakuje mi paczek"),
        ("paczka", "w paczce był inny towar"),
        ("faktura", "proszę o fakturę"),
        ("faktury", "na fakturze jest błąd"),
        ("karta", "zapłaciłem na karcie"),
    ],
)
def test_polish_words_are_found_by_any_form(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("заказ", "где мои заказы?"),
        ("доставка", "Сколько стоит доставку оформить"),
        ("посылка", "пять посылок не пришли"),
        ("ещё", "еще нет"),
        ("возврат", "Хочу оформить возврата деньги"),
    ],
)
def test_russian_words_are_found_by_any_form(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("csomag", "Hol van a csomagom?"),
        ("csomag", "nem kaptam meg a csomagomat"),
        ("rendelés", "a rendelésemet kérem"),
        ("rendeles", "rendelésem"),
        ("számla", "számlát kérek"),
    ],
)
def test_hungarian_words_are_found_by_any_form(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("refund", "I want two refunds"),
        ("delivered", "when will you deliver it"),
        ("Anna", "it is Anna's parcel"),
        ("email", "my e-mail is wrong"),
        ("e-mail", "no email came"),
        ("cant", "I can't sign in"),
    ],
)
def test_english_words_are_found_by_any_form(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("订单", "我的订单还没到"),
        ("订单还没", "我的订单还没到"),
        ("单", "我的订单还没到"),
        ("到", "我的订单还没到"),
        ("荷物", "私の荷物はどこですか"),
        ("พัสดุ", "ยังไม่ได้รับพัสดุเลย"),
        ("주문", "주문을 취소하고 싶어요"),
        ("12345", "订单12345号"),
    ],
)
def test_scripts_without_spaces_are_found_by_any_part(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("anna.kow@example.com", "write to Anna.Kow@Example.com please"),
        ("example.com", "write to anna@example.com"),
        ("anna", "邮箱anna@example.com"),
        ("ZAM/2026/0815", "zamówienie zam-2026-0815"),
        ("2026", "zamówienie ZAM/2026/0815"),
        ("ABC123", "part ABC-123"),
        ("601234567", "call +48 601 234 567"),
        ("601 234 567", "call 0048601234567"),
        ("+48601234567", "call 601-234-567"),
        ("0048 601 234 567", "601234567"),
        ("601-234-567", "room 12, 601 234 567 12.50"),
        ("12", "price 12.50"),
        ("12345", "order no. 12345, thanks"),
    ],
)
def test_addresses_and_numbers_are_found_whole_and_in_pieces(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("refund", "when will it arrive"),
        ("订餐", "我的订单"),
        ("20260815001", "order 20250815001"),
        ("anna@example.com", "anna wrote to other@example.com"),
        ("601234567", "601234568"),
    ],
)
def test_what_is_not_there_is_not_found(question: str, text: str) -> None:
    assert not finds(question, text)


@pytest.mark.parametrize("text", ["", " ", "'\"", "* ( ) ^ - :", "→ … €", "\x00", "\ud800", "_-_"])
def test_text_without_words_has_no_tokens(text: str) -> None:
    assert analyse(text) == []


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("🎉", "Paid🎉🎉, thanks"),
        ("👍", "👍🏽"),
        ("👍🏽", "ok 👍"),
        ("❤️", "with ❤"),
        ("👩🏽‍💻", "our 👩‍💻"),
        ("🇵🇱", "to 🇵🇱 or 🇭🇺"),
        ("refund 🙏", "🙏 my refund"),
    ],
)
def test_a_picture_is_found_in_any_colour(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"), [("🎉", "emoji 1f389"), ("🎉", "emoji@1f389.example"), ("🇵🇱", "🇱🇵 🇵🇭")]
)
def test_a_picture_is_not_found_in_words_or_other_pictures(question: str, text: str) -> None:
    assert not finds(question, text)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_read_and_found_by_itself(text: str) -> None:
    tokens = analyse(text)

    assert not tokens or finds(text, text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_terms_hold_nothing_that_a_query_language_could_read(text: str) -> None:
    terms = [*kept_terms(analyse(text)), *asked_terms(analyse(text))]

    assert all(term and not set(term) & set(" '\"\\&|!():*<>-+^{}[]%.,;\0\n") for term in terms)


@pytest.mark.parametrize(
    "part", ["a", "a-+", "1 ", "1234567890", "@.", "a.b@", "我", "'", "a'", "((1(", "é\u0301-"]
)
def test_no_text_takes_long(part: str) -> None:
    text = part * (10_000 // len(part))

    began = time.process_time()
    analyse(text)

    assert time.process_time() - began < 2.0
