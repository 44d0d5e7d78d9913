"""The site's word: believed when it is right in every point, and in no other case.

Source of the vectors:
    The identity hash is compatible with the one that other chat widgets use; hash and token were
    checked with `openssl dgst -sha256 -hmac` and by hand.
"""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey

from clew.domain.ids import InboxId
from clew.ports.channel import ChatSite
from clew.services.visitors.errors import TokenIsWrong
from clew.services.visitors.vouching import Vouched, believe, identity_hash

SECRET = "hmac_identity_secret_1"
INBOX = InboxId(UUID(int=7))
NOW = datetime(2025, 6, 8, 19, 33, 10, tzinfo=UTC)
SITE = ChatSite(
    allowed_sites=(),
    languages=("en",),
    appearance={},
    identity_secrets=(SECRET,),
    only_verified=False,
    takes_hash=True,
    mails_answers=True,
)
KNOWN_TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjdXN0b21lci00MiIsImVtYWlsIjoiYW5hQGV4YW1wbGUuY29t"
    "IiwiaWF0IjoxNzQ5NDE2MzgzLCJleHAiOjE3NDk0MTY2ODMsImF1ZCI6IndpZGdldDppbmJveF83In0"
    ".j8Ac4kut9Z2PYaYOIgjHTppn1TCis-BxwPaFKXcZDxE"
)


def claims(**more: Any) -> dict[str, Any]:
    at = int(NOW.timestamp())
    said = {"sub": "customer-42", "aud": str(INBOX), "iat": at, "exp": at + 300, "jti": "n1"}
    return {name: value for name, value in {**said, **more}.items() if value is not None}


def signed(key: str = SECRET, alg: str = "HS256", **more: Any) -> str:
    return jwt.encode({"alg": alg}, claims(**more), OctKey.import_key(key), algorithms=[alg])


def word(text: str, site: ChatSite = SITE, now: datetime = NOW) -> Vouched:
    return believe(text, site=site, inbox_id=INBOX, now=now)


def why(text: str, site: ChatSite = SITE, now: datetime = NOW) -> str:
    with pytest.raises(TokenIsWrong) as refused:
        word(text, site, now)
    return refused.value.why


def test_the_hash_is_the_one_that_others_make() -> None:
    assert identity_hash(SECRET, "customer-42") == (
        "6430c850a55366c622744e2680a3b09e822176cc1bdc246c1f3bb47e602f61ab"
    )


def test_the_signature_of_a_known_token_fits() -> None:
    """It is for another audience and has no `jti`, and that is what it is refused for."""
    at = datetime.fromtimestamp(1749416383, UTC)

    assert why(KNOWN_TOKEN, now=at) == "it is for another inbox"
    assert why(KNOWN_TOKEN[:-2] + "AA", now=at) == "the signature does not fit"


def test_a_right_token_says_who_it_is() -> None:
    said = word(signed(name="Ana", email="Ana@Example.com", phone="+48 600 100 200"))

    assert (said.subject, said.name, said.email) == ("customer-42", "Ana", "ana@example.com")
    assert said.is_email_verified
    assert said.token_sha256 is not None
    assert not word(signed(email="a@b.test", email_verified=False)).is_email_verified
    assert word(signed(aud=["other", str(INBOX)])).subject == "customer-42"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"aud": "other"}, "it is for another inbox"),
        ({"aud": None}, "it is for another inbox"),
        ({"exp": 1749411189 - 300}, "it has expired"),
        ({"iat": int(NOW.timestamp()) + 120}, "it is from the future"),
        ({"exp": int(NOW.timestamp()) + 601}, "it lives longer than ten minutes"),
        ({"exp": None}, "it needs exp"),
        ({"iat": None}, "it needs iat"),
        ({"exp": "tomorrow"}, "it needs exp"),
        ({"exp": True}, "it needs exp"),
        ({"jti": None}, "it needs sub and jti"),
        ({"sub": ""}, "it needs sub and jti"),
        ({"sub": "x" * 201}, "it needs sub and jti"),
        ({"sub": 42}, "it needs sub and jti"),
    ],
)
def test_every_point_is_looked_at(more: dict[str, Any], reason: str) -> None:
    assert why(signed(**more)) == reason


def test_the_algorithm_is_not_the_tokens_to_choose() -> None:
    """RFC 8725, 3.1: `none`, and other members of the family, are refused."""
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    body = base64.urlsafe_b64encode(json.dumps(claims()).encode()).decode().rstrip("=")

    assert why(f"{head}.{body}.") == "the signature does not fit"
    assert why(signed(alg="HS512", key=SECRET * 4)) == "the signature does not fit"


def test_an_odd_address_keeps_nobody_out() -> None:
    assert word(signed(email="not an address", phone="call me")).email == ""


def test_the_previous_secret_is_good_while_it_is_there() -> None:
    site = replace(SITE, identity_secrets=("the new secret of it", SECRET))

    assert word(signed(), site).subject == "customer-42"
    assert why(signed(), replace(SITE, identity_secrets=("the new secret of it",))) != ""
    assert why(signed(), replace(SITE, identity_secrets=())) == "the inbox has no identity secret"


def test_a_hash_is_taken_where_it_is_allowed_and_fits() -> None:
    good = json.dumps({"user_id": "customer-42", "hash": identity_hash(SECRET, "customer-42")})

    assert word(good).subject == "customer-42"
    assert word(good).token_sha256 is None
    assert why(good.replace("42", "43")) == "the hash does not fit"
    assert why(good, replace(SITE, takes_hash=False)) == "the inbox takes signed tokens only"
    assert why('{"user_id": "", "hash": ""}') == "the user's id is empty or too long"


@given(text=st.one_of(st.text(max_size=200), st.text(alphabet='ey.J{}":abc', max_size=80)))
def test_any_text_is_refused_and_never_an_error(text: str) -> None:
    assert why(text) != ""


def test_a_moment_around_the_end_is_forgiven() -> None:
    assert word(signed(), now=NOW + timedelta(seconds=320)).subject == "customer-42"
    assert why(signed(), now=NOW + timedelta(seconds=331)) == "it has expired"
