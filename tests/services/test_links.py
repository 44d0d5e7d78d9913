"""A link sets a password once, in time, and says nothing to anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from clew.domain.errors import InvalidInput
from clew.ports.channel import MailAnswer, MailRequest, MailResponse, MailServer, MailStage
from clew.ports.store.links import LinkPurpose
from clew.services.asking import Asker
from clew.services.attempts import Attempts, TooManyAttempts
from clew.services.links import (
    LASTS,
    QUIET,
    LinkIsVoid,
    UseLink,
    count_request,
    look_at_link,
    make_link,
    send_reset,
    use_link,
)
from clew.services.passwords import Passwords
from clew.services.sessions import Sessions
from clew.services.signing_in import SignIn, WrongCredentials, sign_in
from clew.services.visitors.letters import Post
from tests.fixtures.workplace import PASSWORD, QUICK, Shop

NEW = "a password of my own"
TAKEN = MailResponse(MailStage.CONTENT, MailAnswer(250, "ok"))


@dataclass
class Postbox:
    """A mail server that keeps what it is given."""

    mails: list[MailRequest] = field(default_factory=list)

    async def submit(self, request: MailRequest) -> MailResponse:
        self.mails.append(request)
        return replace(TAKEN, recipients=dict.fromkeys(request.recipients, TAKEN.answer))

    def open(self) -> Post:
        server = MailServer("mx.example.org", 25)
        return Post(
            mailer=self, server=server, sender="clew@example.org", public_url="https://clew.example"
        )

    def text(self) -> str:
        """Return the words of the last mail."""
        content = self.mails[-1].content[0]
        assert isinstance(content, bytes)
        return str(message_from_bytes(content, policy=policy.default).get_content())

    def token(self) -> str:
        """Return what the link of the last mail says."""
        return self.text().partition("/join#")[2].split()[0]


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    made = Passwords(QUICK)
    yield made
    made.close()


async def a_link(shop: Shop, whose: Asker, purpose: LinkPurpose = LinkPurpose.RESET) -> str:
    async with shop.deps.store.write() as tx:
        return (await make_link(whose.id, purpose, tx, shop.deps)).token


async def use(shop: Shop, token: str, passwords: Passwords, password: str = NEW) -> str:
    command = UseLink(token=token, password=password)
    sessions = Sessions(shop.deps.store, shop.deps.clock)
    begun = await use_link(command, deps=shop.deps, passwords=passwords, sessions=sessions)
    return begun.signed_in.agent.name


async def enter(shop: Shop, whose: Asker, password: str, passwords: Passwords) -> None:
    attempts = Attempts(shop.deps.store, shop.deps.clock)
    command = SignIn(email=whose.agent.email, password=password)
    await sign_in(command, deps=shop.deps, passwords=passwords, attempts=attempts)


async def test_a_link_sets_a_password_and_signs_in_once(
    each_shop: Shop, passwords: Passwords
) -> None:
    ben = await each_shop.join("Ben")
    token = await a_link(each_shop, ben)

    assert (await look_at_link(token, deps=each_shop.deps)).agent.email == ben.agent.email
    assert await use(each_shop, token, passwords) == "Ben"
    await enter(each_shop, ben, NEW, passwords)
    with pytest.raises(WrongCredentials):
        await enter(each_shop, ben, PASSWORD, passwords)
    with pytest.raises(LinkIsVoid):
        await use(each_shop, token, passwords, "another password")


@pytest.mark.parametrize("purpose", LinkPurpose)
async def test_a_link_is_good_for_some_time(
    shop: Shop, passwords: Passwords, purpose: LinkPurpose
) -> None:
    token = await a_link(shop, await shop.join("Ben"), purpose)

    shop.clock.advance(LASTS[purpose] - timedelta(seconds=1))
    await look_at_link(token, deps=shop.deps)
    shop.clock.advance(timedelta(seconds=1))

    with pytest.raises(LinkIsVoid):
        await use(shop, token, passwords)


async def test_a_new_link_voids_the_one_before(each_shop: Shop, passwords: Passwords) -> None:
    ben = await each_shop.join("Ben")
    first, second = await a_link(each_shop, ben), await a_link(each_shop, ben)

    with pytest.raises(LinkIsVoid):
        await look_at_link(first, deps=each_shop.deps)
    with pytest.raises(InvalidInput):
        await use(each_shop, second, passwords, "short")
    assert await use(each_shop, second, passwords) == "Ben"


async def test_who_forgot_gets_a_mail_and_strangers_none(
    each_shop: Shop, passwords: Passwords
) -> None:
    ben, box = await each_shop.join("Ben"), Postbox()

    await send_reset("nobody@example.org", "pl", post=box.open(), deps=each_shop.deps)
    assert box.mails == []
    await send_reset(ben.agent.email.upper(), "pl", post=box.open(), deps=each_shop.deps)

    assert box.mails[0].recipients == (ben.agent.email,)
    assert "https://clew.example/join#" in box.text()
    assert await use(each_shop, box.token(), passwords) == "Ben"


async def test_a_mailbox_is_not_filled_by_who_knows_its_address(shop: Shop) -> None:
    ben, box = await shop.join("Ben"), Postbox()

    for _ in range(3):
        await send_reset(ben.agent.email, "", post=box.open(), deps=shop.deps)
    assert len(box.mails) == 1
    shop.clock.advance(QUIET)
    await send_reset(ben.agent.email, "", post=box.open(), deps=shop.deps)

    assert len(box.mails) == 2


async def test_asking_on_and_on_is_refused(shop: Shop) -> None:
    attempts = Attempts(shop.deps.store, shop.deps.clock)

    for _ in range(10):
        await count_request("ben@example.org", "192.0.2.1", attempts=attempts)

    with pytest.raises(TooManyAttempts):
        await count_request("ben@example.org", "192.0.2.1", attempts=attempts)
