"""Web push: a browser gets the hint, can decrypt it, and is forgotten when it is gone."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from joserfc import jwt
from joserfc.jwk import ECKey

from clew.domain.errors import InvalidInput
from clew.ports.channel import HttpRequest, HttpResponse
from clew.ports.http import NotSent
from clew.services.visitors.push import (
    Subscription,
    bytes_of,
    check,
    public_key,
    push,
    request_of,
    subscribe,
    text_of,
    unsubscribe,
)
from tests.fixtures.chat import Chat
from tests.web.contact.test_sessions import signed

AUTH = b"0123456789abcdef"
ENDPOINT = "https://push.example.test/send/1"


class Browser:
    """A browser's half: its keys, and what it can read."""

    def __init__(self, endpoint: str = ENDPOINT) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.subscription = Subscription(endpoint, text_of(point), text_of(AUTH))

    def read(self, body: bytes) -> bytes:
        return bytes(
            http_ece.decrypt(body, private_key=self.key, auth_secret=AUTH, version="aes128gcm")
        )


class Service:
    """A push service that keeps what it is sent."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.requests: list[HttpRequest] = []

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        self.requests.append(request)
        status = self.statuses.pop(0)
        if status == 0:
            raise NotSent("no connection")
        return HttpResponse(status)


async def test_pushes_end_with_the_session_that_asked_and_go_on_with_what_replaces_it(
    chat: Chat,
) -> None:
    """The next person at the device is told nothing of the last one's answers."""
    deps, browser = chat.shop.deps, Browser()
    guest = await chat.guest()
    visiting = await chat.visiting(guest)
    visitor = visiting.visitor
    await public_key(visitor.workspace_id, deps)
    await subscribe(browser.subscription, visiting=visiting, deps=deps)

    known = await chat.guest(guest.token, token=signed(chat))
    service = Service(201)
    to = {"contact": "mailto:a@b.test", "http": service, "deps": deps}
    told = await push(visitor.workspace_id, visitor.id, {}, **to)  # type: ignore[arg-type]
    await known.client.delete("/session")
    after = await push(visitor.workspace_id, visitor.id, {}, **to)  # type: ignore[arg-type]

    assert (told.taken, told.gone) == (1, ())
    assert (after.taken, len(after.gone), len(service.requests)) == (0, 1, 1)


def test_the_bodies_are_those_of_the_standard() -> None:
    """RFC 8291, appendix A: what the standard encrypted, the library decrypts."""
    body = bytes_of(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6"
        "TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    private = int.from_bytes(bytes_of("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))

    plain = http_ece.decrypt(
        body,
        private_key=ec.derive_private_key(private, ec.SECP256R1()),
        auth_secret=bytes_of("BTBZMqHH6r4Tts7J_aSIgg"),
        version="aes128gcm",
    )

    assert plain == b"When I grow up, I want to be a watermelon"


async def test_a_browser_decrypts_what_it_is_sent_and_the_token_is_for_its_service(
    each_chat: Chat,
) -> None:
    deps, browser, service = each_chat.shop.deps, Browser(), Service(201)
    visiting = await each_chat.visiting(await each_chat.guest())
    visitor = visiting.visitor
    public = await public_key(visitor.workspace_id, deps)
    await subscribe(browser.subscription, visiting=visiting, deps=deps)

    pushed = await push(
        visitor.workspace_id,
        visitor.id,
        {"v": 1, "t": "msg", "n": 2},
        contact="mailto:us@example.test",
        http=service,
        deps=deps,
    )

    [request] = service.requests
    token, _, key = request.headers["Authorization"].removeprefix("vapid t=").partition(",k=")
    claims = jwt.decode(token, _jwk(public), algorithms=["ES256"]).claims
    assert (pushed.taken, pushed.gone) == (1, ())
    assert browser.read(request.content) == b'{"v":1,"t":"msg","n":2}'
    assert key == public == await public_key(visitor.workspace_id, deps)
    assert (claims["aud"], claims["sub"]) == ("https://push.example.test", "mailto:us@example.test")
    assert claims["exp"] - each_chat.shop.clock.now().timestamp() <= 24 * 3600
    assert request.headers["Content-Encoding"] == "aes128gcm"
    assert int(request.headers["TTL"]) > 0


def _jwk(public: str) -> ECKey:
    point = bytes_of(public)
    return ECKey.import_key(
        {"kty": "EC", "crv": "P-256", "x": text_of(point[1:33]), "y": text_of(point[33:])}
    )


async def test_what_is_gone_is_named_and_what_fails_is_not(chat: Chat) -> None:
    deps = chat.shop.deps
    visiting = await chat.visiting(await chat.guest())
    visitor = visiting.visitor
    await public_key(visitor.workspace_id, deps)
    for number in range(4):
        browser = Browser(f"https://push.example.test/{number}")
        await subscribe(browser.subscription, visiting=visiting, deps=deps)
    service = Service(410, 0, 500, 404)

    pushed = await push(
        visitor.workspace_id, visitor.id, {}, contact="mailto:a@b.test", http=service, deps=deps
    )
    await unsubscribe(visiting=visiting, deps=deps)
    none = await push(
        visitor.workspace_id, visitor.id, {}, contact="mailto:a@b.test", http=Service(), deps=deps
    )

    assert (pushed.taken, len(pushed.gone)) == (0, 2)
    assert none.taken == 0


async def test_where_a_browser_takes_pushes_is_sealed(chat: Chat) -> None:
    visiting = await chat.visiting(await chat.guest())
    browser = Browser()

    await subscribe(browser.subscription, visiting=visiting, deps=chat.shop.deps)
    async with chat.shop.deps.store.read() as reader:
        [(_, sealed)] = await reader.notices.subscriptions(
            visiting.visitor.workspace_id, visiting.visitor.id
        )

    assert b"push.example.test" not in sealed
    assert browser.subscription.auth.encode() not in sealed


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"endpoint": "ftp://push.example.test"}, "endpoint"),
        ({"endpoint": "https://user:pass@push.example.test"}, "endpoint"),
        ({"endpoint": "nonsense"}, "endpoint"),
        ({"p256dh": text_of(b"\x04" + b"\x01" * 64)}, "keys.p256dh"),
        ({"p256dh": "ż"}, "keys.p256dh"),
        ({"auth": text_of(b"short")}, "keys.auth"),
        ({"auth": "ż"}, "keys.auth"),
    ],
)
def test_what_is_no_subscription_is_refused(changed: dict[str, str], field: str) -> None:
    good = Browser().subscription
    wrong = Subscription(
        **{"endpoint": good.endpoint, "p256dh": good.p256dh, "auth": good.auth, **changed}
    )

    check(good)
    with pytest.raises(InvalidInput) as refused:
        check(wrong)
    assert refused.value.field == field


def test_two_pushes_are_never_encrypted_alike() -> None:
    browser = Browser()
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    made = [
        request_of(browser.subscription, b"x", pem, contact="mailto:a@b.test", now=now).content
        for _ in range(2)
    ]

    assert made[0] != made[1]
    assert base64.b64encode(made[0][:16]) != base64.b64encode(made[1][:16])
