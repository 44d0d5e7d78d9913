"""A protected mail is called what it is."""

from __future__ import annotations

import pytest

from clew.channels.email.mail import Protection
from clew.channels.email.mime.parts import Reader
from clew.channels.email.mime.protection import protection_of, stand_in, without_armour
from tests.channels.email.mails import a_mail, a_part, multipart

SIGNED = """Before
-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Hello
- --
Ana
-----BEGIN PGP SIGNATURE-----

iQ
-----END PGP SIGNATURE-----
after"""


@pytest.mark.parametrize(
    ("content_type", "protection"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "smime-encrypted"),
        ("application/x-pkcs7-mime; smime-type=signed-data", "smime-signed"),
        ("application/octet-stream; name=smime.p7m", "smime-encrypted"),
        ("text/plain", "none"),
    ],
)
def test_a_type_tells_the_protection(content_type: str, protection: str) -> None:
    assert protection_of(a_part(f"Content-Type: {content_type}"), "") == protection


def test_a_signature_beside_the_text_is_told_by_its_protocol() -> None:
    for protocol, protection in (
        ("pgp-signature", "pgp-signed"),
        ("pkcs7-signature", "smime-signed"),
    ):
        more = f'; protocol="application/{protocol}"'
        root = Reader(multipart("\nhi", kind="signed", more=more)).read()

        assert protection_of(root, "hi") == protection


def test_armour_in_the_text_is_seen_and_taken_off() -> None:
    root = Reader(a_mail()).read()

    assert protection_of(root, SIGNED) is Protection.PGP_SIGNED
    assert without_armour(SIGNED) == "Before\nHello\n--\nAna\nafter"
    assert protection_of(root, "-----BEGIN PGP MESSAGE-----\n") is Protection.PGP_ENCRYPTED
    assert without_armour("-----BEGIN PGP SIGNED MESSAGE-----\nx") != ""


def test_only_unreadable_mails_need_words_in_their_place() -> None:
    assert stand_in(Protection.SMIME_ENCRYPTED) != ""
    assert stand_in(Protection.NONE) == ""
