"""Who signed a mail is known only by a signature of the writer's own domain that holds."""

from __future__ import annotations

import base64
import time
from typing import Any

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.signed import judge, names
from clew.ports.channel import InboxConfig, Proof, RawEvent
from tests.builders import MONDAY_NINE
from tests.fixtures.front import changed
from tests.fixtures.post import Post

NAME = "s1._domainkey.shop.example"
CONFIG = InboxConfig(settings={})
MAIL = (
    b"From: Ana <ana@shop.example>\r\nTo: help@x.example\r\nSubject: Hello\r\n"
    b"Date: Mon, 4 May 2026 10:00:00 +0200\r\n\r\nWhere  is \tmy order? \r\n\r\n\r\n"
)


def _pair(bits: int = 1_024) -> tuple[bytes, bytes]:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=bits)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


PRIVATE, RECORD = _pair()


def signed(mail: bytes = MAIL, *, domain: bytes = b"shop.example", **how: Any) -> bytes:
    options = {"canonicalize": (b"relaxed", b"relaxed"), **how}
    return bytes(dkim.sign(mail, b"s1", domain, PRIVATE, **options)) + mail


def raw(mail: bytes) -> RawEvent:
    return RawEvent("POST", {}, {}, mail, MONDAY_NINE)


def proof(mail: bytes, record: bytes = RECORD, name: str = NAME) -> Proof:
    return judge(raw(mail), CONFIG, {name: record})


@pytest.mark.parametrize("body", [b"relaxed", b"simple"])
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_signature_that_holds_proves_the_writer(body: bytes, end: bytes) -> None:
    mail = signed(canonicalize=(b"relaxed", body))

    assert names(raw(mail), CONFIG) == (NAME,)
    assert proof(mail.replace(b"\r\n", end)) is Proof.PROVIDER


def test_blanks_that_mean_nothing_may_be_changed_on_the_way() -> None:
    mail = signed().replace(b"  is \tmy", b" is   my").replace(b"order? ", b"order?\t \t")

    assert proof(mail) is Proof.PROVIDER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"my order?", b"his order?"),
        (b"Subject: Hello", b"Subject: Money"),
        (b"ana@shop.example", b"eve@shop.example"),
        (b"\r\n\r\nWhere", b"\r\n\r\nPay me.\r\nWhere"),
    ],
)
def test_what_was_changed_on_the_way_proves_nothing(before: bytes, after: bytes) -> None:
    assert proof(signed().replace(before, after)) is Proof.NONE


def test_another_domains_signature_says_nothing_of_the_writer() -> None:
    mail = signed(domain=b"evil.example")

    assert names(raw(mail), CONFIG) == ()
    assert proof(mail, name="s1._domainkey.evil.example") is Proof.NONE


def test_the_domain_above_the_writers_signs_for_it() -> None:
    mail = signed(MAIL.replace(b"ana@shop", b"ana@mail.shop"))

    assert proof(mail) is Proof.PROVIDER
    assert names(raw(signed(domain=b"example")), CONFIG) == ()


def test_two_writers_are_proved_by_nobody() -> None:
    """Which of them is shown, and which was signed, need not be the same."""
    mail = b"From: boss@shop.example\r\n" + signed()

    assert names(raw(mail), CONFIG) == ()


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"v=DKIM1; p=",
        b"v=DKIM1; t=y; " + RECORD.partition(b"; ")[2],
        b"nonsense",
        _pair()[1],
    ],
)
def test_a_key_that_is_revoked_a_test_or_another_proves_nothing(record: bytes) -> None:
    assert proof(signed(), record) is Proof.NONE


@pytest.mark.parametrize("how", [{"length": True}, {"signature_algorithm": b"rsa-sha1"}])
def test_weak_signatures_are_not_looked_at(how: dict[str, Any]) -> None:
    mail = signed(**how)

    assert names(raw(mail), CONFIG) == ()


def test_a_body_of_blanks_takes_no_time() -> None:
    """Left to the library, each run of them would be looked at again and again."""
    mail = signed() + b"y" + b" " * 4_000_000 + b"y"
    began = time.process_time()

    assert proof(mail) is Proof.NONE
    assert time.process_time() - began < 2


@given(st.binary(max_size=300), st.integers(0, 400), st.binary(max_size=60))
def test_whatever_the_bytes_there_is_an_answer(noise: bytes, place: int, record: bytes) -> None:
    mail = signed()
    mail = mail[:place] + noise + mail[place:]

    assert all(name.endswith(".shop.example") for name in names(raw(mail), CONFIG))
    assert proof(mail, record) is Proof.NONE


class Published:
    """Names with the one key."""

    async def texts(self, name: str) -> tuple[bytes, ...]:
        return (RECORD,) if name == NAME else ()


async def test_nobody_else_writes_as_a_contact_whose_domain_signs(post: Post) -> None:
    forged = MAIL.replace(b"Where  is", b"Send me").decode()

    with changed(post.shop.deps, names=Published()):
        await post.comes(signed().decode())
        await post.comes(forged)
        await post.comes(signed(MAIL.replace(b"Where  is", b"It is me about")).decode())

    cases = {case.contact.id: case for case in await post.shop.cases()}
    said = {
        case.contact.name: [(item.text or "").split()[0] for item in await post.shop.messages(case)]
        for case in cases.values()
    }
    assert said == {
        "Ana": ["Where", "It"],
        "ana@shop.example": ["Send"],
    }
    assert await post.shop.violations() == {}
