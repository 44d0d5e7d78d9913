"""The host site's word for who a visitor is: a signed token, or the older identity hash.

The algorithm is ours to choose and not the token's: HS256 and nothing else. A token is for one
inbox, lives ten minutes at most and is used once; a hash never expires and can be replayed by
anyone who saw it, so an inbox must allow it explicitly.

Source:
    RFC 7519 (JWT), RFC 8725 (JWT best current practices, 3.1 and 3.9).
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from clew.domain.errors import InvalidInput
from clew.domain.ids import InboxId
from clew.domain.visitor import checked_email, checked_phone
from clew.ports.channel import ChatSite
from clew.services.visitors.errors import TokenIsWrong

ALGORITHM = "HS256"
LONGEST = 4096
LONGEST_SUBJECT = 200
LONGEST_LIFE = timedelta(minutes=10)
# Clocks of sites are a little off.
LEEWAY = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """What the site says.

    Attributes:
        token_sha256: Of the token's `jti`, which may be used once; None for a hash.
    """

    subject: str
    name: str = ""
    email: str = ""
    phone: str = ""
    is_email_verified: bool = False
    token_sha256: bytes | None = None
    expires_at: datetime | None = None


class _Hash(msgspec.Struct):
    """The older form."""

    user_id: str
    hash: str


def believe(text: str, *, site: ChatSite, inbox_id: InboxId, now: datetime) -> Vouched:
    """Return what the site says of a visitor.

    Raises:
        TokenIsWrong: It is not the site's word, or not for this inbox and moment.
    """
    if len(text) > LONGEST:
        raise TokenIsWrong("it is too long")
    if not site.identity_secrets:
        raise TokenIsWrong("the inbox has no identity secret")
    if text.lstrip().startswith("{"):
        return _hashed(text, site)
    return _signed(text, site, inbox_id, now)


def identity_hash(secret: str, user_id: str) -> str:
    """Return the older form of vouching: hex HMAC-SHA256 of the user's id."""
    return hmac.new(secret.encode(), user_id.encode(), hashlib.sha256).hexdigest()


def _hashed(text: str, site: ChatSite) -> Vouched:
    if not site.takes_hash:
        raise TokenIsWrong("the inbox takes signed tokens only")
    try:
        given = msgspec.json.decode(text, type=_Hash)
    except (msgspec.DecodeError, UnicodeError):
        raise TokenIsWrong("it is not readable") from None
    if not 0 < len(given.user_id) <= LONGEST_SUBJECT:
        raise TokenIsWrong("the user's id is empty or too long")
    said = given.hash.lower().encode("utf-8", "replace")
    good = [
        hmac.compare_digest(identity_hash(secret, given.user_id).encode(), said)
        for secret in site.identity_secrets
    ]
    if not any(good):
        raise TokenIsWrong("the hash does not fit")
    return Vouched(subject=given.user_id)


def _signed(text: str, site: ChatSite, inbox_id: InboxId, now: datetime) -> Vouched:
    claims = _claims(text, site)
    issued, expires = _instant(claims, "iat"), _instant(claims, "exp")
    if expires <= now - LEEWAY:
        raise TokenIsWrong("it has expired")
    if issued > now + LEEWAY:
        raise TokenIsWrong("it is from the future")
    if expires - issued > LONGEST_LIFE:
        raise TokenIsWrong("it lives longer than ten minutes")
    audience = claims.get("aud")
    meant = audience if isinstance(audience, list) else [audience]
    if str(inbox_id) not in meant:
        raise TokenIsWrong("it is for another inbox")
    subject, nonce = _text(claims, "sub"), _text(claims, "jti")
    if not 0 < len(subject) <= LONGEST_SUBJECT or not nonce:
        raise TokenIsWrong("it needs sub and jti")
    return Vouched(
        subject=subject,
        name=_text(claims, "name"),
        email=_checked(checked_email, _text(claims, "email")),
        phone=_checked(checked_phone, _text(claims, "phone")),
        is_email_verified=claims.get("email_verified", True) is True,
        token_sha256=hashlib.sha256(nonce.encode("utf-8", "replace")).digest(),
        expires_at=expires + LEEWAY,
    )


def _claims(text: str, site: ChatSite) -> dict[str, Any]:
    for secret in site.identity_secrets:
        try:
            token = jwt.decode(text, OctKey.import_key(secret.encode()), algorithms=[ALGORITHM])
        except (JoseError, ValueError, TypeError):
            continue
        return dict(token.claims)
    raise TokenIsWrong("the signature does not fit")


def _instant(claims: dict[str, Any], name: str) -> datetime:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e11:
        raise TokenIsWrong(f"it needs {name}")
    return datetime.fromtimestamp(value, UTC)


def _text(claims: dict[str, Any], name: str) -> str:
    value = claims.get(name, "")
    return value if isinstance(value, str) else ""


def _checked(check: Any, text: str) -> str:
    """Return an address, or nothing: a site's odd entry must not keep its user out."""
    try:
        return str(check(text))
    except InvalidInput:
        return ""
