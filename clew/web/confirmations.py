"""A contact confirms an address: agents ask for it, and whoever has the link answers."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Request
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import ContactId, IdentityId
from clew.services.confirmations import asking, linking
from clew.services.confirmations.linking import Question
from clew.web.parameters import NO_NUL, AskedBy, AtDesk

Token = Annotated[str, Meta(min_length=1, max_length=200, pattern=NO_NUL)]


class ConfirmationWish(Struct):
    """In which language the contact is asked; a visitor of web chat has their own."""

    language: Annotated[str, Meta(max_length=35, pattern=NO_NUL)] = ""


class ConfirmationAsked(Struct):
    """What was sent: digits to type in, or a one-time link."""

    is_code: bool


class ConfirmationToken(Struct):
    """What stands behind the # of a link."""

    token: Token


class ConfirmationQuestion(Struct):
    """Who asks, and whether this address is the reader's; empty, if it has no words."""

    workspace: str
    address: str
    expires_at: datetime


async def ask_to_confirm(
    contact_id: FromPath[UUID],
    identity_id: FromPath[UUID],
    *,
    data: JSONBody[ConfirmationWish],
    desk: AtDesk,
    asker: AskedBy,
    request: Request[Any, Any, Any],
) -> ConfirmationAsked:
    """Ask a contact to confirm an address: by a one-time link there, or by a code in web chat."""
    command = asking.AskToConfirm(
        contact_id=ContactId(contact_id),
        identity_id=IdentityId(identity_id),
        language=data.language,
        origin=str(request.base_url),
    )
    is_code = await asking.ask_to_confirm(command, asker=asker, post=desk.post, deps=desk.deps)
    return ConfirmationAsked(is_code=is_code)


async def look_at_confirmation(
    *, data: JSONBody[ConfirmationToken], desk: AtDesk
) -> ConfirmationQuestion:
    """Say what a link asks, to whoever has it; looking uses nothing up."""
    return _shown(await linking.look(data.token, deps=desk.deps))


async def confirm_by_link(
    *, data: JSONBody[ConfirmationToken], desk: AtDesk
) -> ConfirmationQuestion:
    """Confirm an address by its link, which is used up."""
    return _shown(await linking.confirm_by_link(data.token, deps=desk.deps))


def _shown(question: Question) -> ConfirmationQuestion:
    return ConfirmationQuestion(
        workspace=question.workspace, address=question.address, expires_at=question.expires_at
    )
