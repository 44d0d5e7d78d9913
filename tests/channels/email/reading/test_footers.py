"""Signatures, disclaimers and footers of devices."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.folds import FoldKind
from clew.channels.email.reading.footers import fold_footers, is_device_footer
from clew.channels.email.reading.quotes import Kinds, quoted


def kinds(mail: str) -> dict[str, FoldKind | None]:
    lines = mail.split("\n")
    found: Kinds = quoted(lines)
    fold_footers(lines, found)
    return {line: kind for line, kind in zip(lines, found, strict=True) if line}


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Sent from Yahoo Mail for iPhone",
        "Wysłane z iPhone'a",
        "Wysłane z mojego iPhone’a",
        "Wysłane z aplikacji Outlook dla systemu Android",
        "Отправлено с iPhone",
        "Отправлено из Яндекс Почты для мобильных",
        "Надіслано з iPhone",
        "iPhone-ról küldve",
        "Von meinem iPhone gesendet",
        "Gesendet mit der GMX Mail App",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Enviado do meu iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Odesláno z iPhonu",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "发自我的iPhone",
        "iPhoneから送信",
    ],
)
def test_footers_of_devices_are_known(line: str) -> None:
    assert is_device_footer(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my office yesterday, please check",
        "The parcel was sent from Warsaw",
        "Download it",
    ],
)
def test_words_of_a_person_are_not(line: str) -> None:
    assert not is_device_footer(line)


def test_a_signature_goes_from_its_delimiter_to_the_quotation() -> None:
    found = kinds("Yes.\n\n-- \nAna\nExample Ltd\n\nOn 8.06.2025 22:59, Jan wrote:\n> x")

    assert found["Yes."] is None
    assert found["Ana"] is found["Example Ltd"] is FoldKind.SIGNATURE
    assert found["> x"] is FoldKind.QUOTE


def test_many_lines_below_dashes_are_no_signature() -> None:
    mail = "Yes.\n--\n" + "\n".join(f"line {number}" for number in range(30))

    assert set(kinds(mail).values()) == {None}


def test_a_disclaimer_is_folded_by_the_paragraph() -> None:
    found = kinds(
        "Yes.\n\nThis message is confidential and may be privileged.\nIf you are not the"
        " intended recipient, delete it.\n\nP.S. Blue."
    )

    assert list(found.values()) == [None, FoldKind.DISCLAIMER, FoldKind.DISCLAIMER, None]


def test_a_device_below_the_words_is_folded() -> None:
    assert kinds("Yes.\n\nSent from my iPhone")["Sent from my iPhone"] is FoldKind.DEVICE
