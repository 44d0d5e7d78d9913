"""Web push: a hint to a browser that an answer is there; it holds no words.

Each workspace has its own key pair, the private half sealed; where a browser takes pushes is as
good as a key to it and is sealed too. What leaves goes the one way out, which lets nobody point
us at addresses of our own network.

Source:
    RFC 8030 (push), RFC 8291 (encryption), RFC 8292 (VAPID).
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import http_ece
import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc import jwt
from joserfc.jwk import ECKey

from clew.domain.errors import InvalidInput
from clew.domain.ids import VisitorId, WorkspaceId
from clew.domain.visitor import Visitor
from clew.ports.channel import HttpRequest
from clew.ports.http import CallFailed, Http
from clew.ports.store import Transaction
from clew.ports.store.notices import PushKey
from clew.services.deps import Deps
from clew.services.visitors.visiting import Visiting

TTL = timedelta(days=2)
TOKEN_LASTS = timedelta(hours=12)
LONGEST_ENDPOINT = 1_000
GONE = frozenset({404, 410})
TAKEN = frozenset({200, 201, 202})


class Subscription(msgspec.Struct, frozen=True):
    """Where one browser takes pushes: an address, and the keys for what is sent there.

    Attributes:
        session: The hash of the token that asked for it, in base64url: with the session it ends.
    """

    endpoint: str
    p256dh: str
    auth: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many browsers took it, which are gone, and how many services could not be reached."""

    taken: int
    gone: tuple[bytes, ...]
    unreached: int = 0


async def public_key(workspace_id: WorkspaceId, deps: Deps) -> str:
    """Return the workspace's public key; the pair is made when it is first asked for."""
    async with deps.store.read() as reader:
        known = await reader.notices.push_key(workspace_id)
    if known is not None:
        return known.public_key
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    made = PushKey(
        public_key=text_of(_point(key.public_key())),
        sealed=deps.vault.seal(pem.decode(), _key_place(workspace_id)),
    )
    async with deps.store.write() as tx:
        await tx.notices.add_push_key(workspace_id, made)
        kept = await tx.notices.push_key(workspace_id)
    return (kept or made).public_key


async def subscribe(subscription: Subscription, *, visiting: Visiting, deps: Deps) -> None:
    """Keep where a browser of the visitor takes pushes.

    Raises:
        InvalidInput: The address or a key is none.
    """
    check(subscription)
    async with deps.store.write() as tx:
        await _keep(subscription, visiting, tx, deps)


async def take_along(before: Visiting, after: Visiting, deps: Deps) -> None:
    """Let browsers that asked by a session, which is replaced, be told by the one that follows."""
    visitor, old = before.visitor, text_of(before.token_sha256)
    async with deps.store.write() as tx:
        for _, sealed in await tx.notices.subscriptions(visitor.workspace_id, visitor.id):
            known = _opened(sealed, visitor.id, deps)
            if known.session == old:
                await _keep(known, after, tx, deps)


async def _keep(
    subscription: Subscription, visiting: Visiting, tx: Transaction, deps: Deps
) -> None:
    visitor = visiting.visitor
    bound = msgspec.structs.replace(subscription, session=text_of(visiting.token_sha256))
    sealed = deps.vault.seal(msgspec.json.encode(bound).decode(), _place(visitor.id))
    digest = hashlib.sha256(subscription.endpoint.encode()).digest()
    await tx.notices.subscribe(visitor, digest, sealed, deps.clock.now())


def _opened(sealed: bytes, visitor_id: VisitorId, deps: Deps) -> Subscription:
    return msgspec.json.decode(deps.vault.open(sealed, _place(visitor_id)), type=Subscription)


async def unsubscribe(*, visiting: Visiting, deps: Deps) -> None:
    """Forget all browsers of the visitor."""
    visitor = visiting.visitor
    async with deps.store.write() as tx:
        await tx.notices.unsubscribe(visitor.workspace_id, visitor.id)


def check(subscription: Subscription) -> None:
    """Refuse what is no subscription.

    Raises:
        InvalidInput: With the member that is wrong.
    """
    parts = urlsplit(subscription.endpoint)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise InvalidInput("endpoint", "the address of a push service")
    if len(subscription.endpoint) > LONGEST_ENDPOINT or parts.username is not None:
        raise InvalidInput("endpoint", "the address of a push service")
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(subscription.p256dh))
    except ValueError:
        raise InvalidInput("keys.p256dh", "a point on P-256 in base64url") from None
    try:
        is_long_enough = len(bytes_of(subscription.auth)) == 16
    except ValueError:
        is_long_enough = False
    if not is_long_enough:
        raise InvalidInput("keys.auth", "16 bytes in base64url")


async def takes_pushes(visitor: Visitor, deps: Deps) -> bool:
    """Say whether there is a browser of the visitor that would be told."""
    async with deps.store.read() as reader:
        known = await reader.notices.subscriptions(visitor.workspace_id, visitor.id)
        key = await reader.notices.push_key(visitor.workspace_id)
    asked = [_opened(sealed, visitor.id, deps) for _, sealed in known] if key else []
    return any([await _is_signed_in(one, deps) for one in asked])


async def push(
    workspace_id: WorkspaceId,
    visitor_id: VisitorId,
    payload: Mapping[str, object],
    *,
    contact: str,
    http: Http,
    deps: Deps,
) -> Pushed:
    """Send a hint to every browser of a visitor; what is gone is named and not asked again."""
    async with deps.store.read() as reader:
        known = await reader.notices.subscriptions(workspace_id, visitor_id)
        key = await reader.notices.push_key(workspace_id)
    if key is None or not known:
        return Pushed(0, ())
    pem = deps.vault.open(key.sealed, _key_place(workspace_id))
    taken, unreached, gone = 0, 0, list[bytes]()
    for digest, sealed in known:
        subscription = _opened(sealed, visitor_id, deps)
        if not await _is_signed_in(subscription, deps):
            gone.append(digest)
            continue
        request = request_of(
            subscription, msgspec.json.encode(payload), pem, contact=contact, now=deps.clock.now()
        )
        try:
            status = (await http.call(request)).status
        except CallFailed:
            unreached += 1
            continue
        unreached += status == 429 or status >= 500
        taken += status in TAKEN
        if status in GONE:
            gone.append(digest)
    return Pushed(taken, tuple(gone), unreached)


async def _is_signed_in(subscription: Subscription, deps: Deps) -> bool:
    """Say whether whoever asked is still there: the next person at the device is told nothing."""
    if not subscription.session:
        return True
    async with deps.store.read() as reader:
        key = bytes_of(subscription.session)
        return await reader.visitors.session(key, deps.clock.now()) is not None


def request_of(
    subscription: Subscription, payload: bytes, pem: str, *, contact: str, now: datetime
) -> HttpRequest:
    """Return the request that pushes `payload` to a browser, encrypted for it alone."""
    body = http_ece.encrypt(
        payload,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=bytes_of(subscription.p256dh),
        auth_secret=bytes_of(subscription.auth),
        version="aes128gcm",
    )
    key = serialization.load_pem_private_key(pem.encode(), None)
    parts = urlsplit(subscription.endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int((now + TOKEN_LASTS).timestamp()),
        "sub": contact,
    }
    token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, ECKey.import_key(pem))
    public = text_of(_point(key.public_key()))  # type: ignore[arg-type]  # ours are on a curve
    return HttpRequest(
        "POST",
        subscription.endpoint,
        {
            "TTL": str(int(TTL.total_seconds())),
            "Urgency": "high",
            "Topic": "answer",
            "Content-Encoding": "aes128gcm",
            "Authorization": f"vapid t={token},k={public}",
        },
        content=body,
        max_bytes=64 * 1024,
    )


def bytes_of(text: str) -> bytes:
    """Return what stands in base64url, with or without its padding.

    Raises:
        ValueError: It is none.
    """
    if not text.isascii():
        raise ValueError("not base64url")
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))


def text_of(data: bytes) -> str:
    """Return bytes in base64url, without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )


def _key_place(workspace_id: WorkspaceId) -> str:
    return f"push-key/{workspace_id}"


def _place(visitor_id: VisitorId) -> str:
    return f"push/{visitor_id}"
