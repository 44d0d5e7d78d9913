"""A contact who is asked to confirm an address, and what they were sent."""

from __future__ import annotations

import re

from clew.domain.case import Case
from clew.domain.ids import IdentityId
from clew.services.confirmations.asking import AskToConfirm, ask_to_confirm
from clew.services.visitors.letters import Post
from tests.services.recognition.people import People
from tests.services.recognition.test_confirming import identity_of
from tests.services.visitors.post import Keeper, a_post


async def ask(
    people: People,
    case: Case,
    identity_id: IdentityId | None = None,
    *,
    language: str = "",
    post: Post | None = None,
) -> bool:
    world = people.world
    command = AskToConfirm(
        contact_id=case.contact_id,
        identity_id=identity_id or await identity_of(people, case),
        language=language,
        origin="http://clew.test/",
    )
    return await ask_to_confirm(
        command, asker=world.asker, post=post or a_post(Keeper()), deps=world.deps
    )


def tokens(people: People) -> list[str]:
    """Return what the links say that have left."""
    return re.findall(r"/confirm#([\w-]{20,})", str(people.world.provider.posted))


async def a_link(people: People, case: Case) -> str:
    """Ask somebody, and return what the link says that they got."""
    await ask(people, case)
    await people.world.sends()
    return tokens(people)[-1]
