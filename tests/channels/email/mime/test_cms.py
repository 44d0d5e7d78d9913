"""What was signed is found within its signature, as libraries and as Outlook write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.cms import signed_content

SAID = b"Content-Type: text/plain\r\n\r\nsigned words\r\n"
OID = bytes.fromhex("06092a864886f70d010702")


def signed() -> bytes:
    """Return words that a library signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ana")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2034, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(SAID)
    builder = builder.add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_pieces(*pieces: bytes) -> bytes:
    """Return words as Outlook signs them: in pieces, and lengths left open."""
    strings = b"".join(b"\x04" + bytes([len(piece)]) + piece for piece in pieces)
    algorithms = b"\x31\x80\x30\x80\x05\x00\x00\x00\x00\x00"
    content = b"\x30\x80" + b"\x06\x01\x2a" + b"\xa0\x80\x24\x80" + strings + b"\0\0" * 3
    return b"\x30\x80" + OID + b"\xa0\x80\x30\x80\x02\x01\x01" + algorithms + content + b"\0\0" * 3


def test_words_signed_by_a_library_are_found() -> None:
    assert signed_content(signed()) == SAID


def test_words_in_pieces_are_put_together() -> None:
    assert signed_content(in_pieces(b"one ", b"two")) == b"one two"


@pytest.mark.parametrize(
    "data", [b"", b"\x30", b"\x30\x80", b"\x30\x82\xff", b"words", b"\x24" * 9]
)
def test_something_else_is_no_signature(data: bytes) -> None:
    assert signed_content(data) is None


@given(st.integers(0, 60), st.binary(max_size=4))
def test_a_damaged_signature_is_read_or_not(place: int, damage: bytes) -> None:
    data = in_pieces(b"one ", b"two")
    damaged = data[:place] + damage + data[place + len(damage) :]

    assert isinstance(signed_content(damaged), bytes | None)
    assert signed_content(b"\x30\x80" + OID + b"\xa0\x80\x30\x80" + b"\x30\x80" * 5_000) is None
