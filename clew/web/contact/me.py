"""The visitor themselves."""

from datetime import datetime
from typing import Annotated

from litestar.params import JSONBody
from msgspec import Meta, Struct

from clew.services.visitors import ending
from clew.services.visitors.expecting import ExpectationView
from clew.services.visitors.standing import (
    AnswererView,
    ChangeMe,
    VisitorView,
    change_me,
    view_me,
)
from clew.services.visitors.visiting import Visiting
from clew.web.contact.lobby import AtLobby, CalledBy, Caller, Lobby
from clew.web.parameters import NO_NUL

Line = Annotated[str, Meta(max_length=300, pattern=NO_NUL)]


class Claims(Struct):
    """What a visitor says of themselves: what is not given stays, and nothing takes it back."""

    name: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    language: Line | None = None


class Me(Struct, rename={"answerer": "with"}):
    """How a visitor stands at `at`; `conversation` is `none`, `open` or `resolved`."""

    visitor: VisitorView
    expectation: ExpectationView
    answerer: AnswererView | None
    conversation: str
    unread: int
    seq: int
    at: datetime


async def get_me(*, lobby: AtLobby, caller: CalledBy) -> Me:
    """Return how the visitor stands: who they are to us, who answers, and by when."""
    return await shown(caller.visiting, lobby, caller)


async def change_visitor(*, data: JSONBody[Claims], lobby: AtLobby, caller: CalledBy) -> Me:
    """Take what the visitor says of themselves; it proves nothing."""
    command = ChangeMe(name=data.name, email=data.email, phone=data.phone, language=data.language)
    visiting = await change_me(
        command,
        visiting=caller.visiting,
        room=caller.room,
        visits=lobby.visits,
        deps=lobby.deps,
    )
    return await shown(visiting, lobby, caller)


async def say_solved(*, lobby: AtLobby, caller: CalledBy) -> Me:
    """End the case that the visitor sees, for they say that it is solved; nothing if none is open.

    What was owed in it is not owed any more. Who writes again takes it up again.
    """
    await ending.say_solved(visiting=caller.visiting, deps=lobby.deps)
    return await shown(caller.visiting, lobby, caller)


async def shown(visiting: Visiting, lobby: Lobby, caller: Caller) -> Me:
    """Return how a visitor stands, as the API shows it."""
    me = await view_me(visiting, room=caller.room, expectations=lobby.expectations, deps=lobby.deps)
    return Me(
        visitor=me.visitor,
        expectation=me.expectation,
        answerer=me.answerer,
        conversation=me.conversation,
        unread=me.unread,
        seq=me.seq,
        at=me.at,
    )
