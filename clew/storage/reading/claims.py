"""What is known of visitors beside their messages: what they said of themselves, and their site.

An address that somebody gave is nobody's identity and leads to nobody's words; it only tells who
may be who. For whom the host site vouches is somebody there: as good as a proven address.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.contact import Assurance, Identity
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.recognition import EMAIL, PHONE, key_of
from clew.ports.channel import CHAT, VISITOR
from clew.storage.engine import padded
from clew.storage.schema import identities, visitors
from clew.storage.schema.visitors import HAS_EMAIL, HAS_PHONE
from clew.storage.unit import Unit


async def claims_of(
    connection: AsyncConnection, workspace_id: WorkspaceId, known: Sequence[Identity]
) -> list[Identity]:
    """Return what is known of the visitors among these, as if it were identities.

    An address that was confirmed by a code counts as verified, whoever has it as an identity. So
    does the name by which the host site knows them, which means something on that site only.
    """
    by_id = {UUID(one.address): one for one in known if one.kind == VISITOR and _is_id(one.address)}
    if not by_id:
        return []
    rows = await connection.execute(
        select(
            visitors.c.id,
            visitors.c.email,
            visitors.c.phone,
            visitors.c.email_confirmed_at,
            visitors.c.inbox_id,
            visitors.c.subject,
        ).where(visitors.c.workspace_id == workspace_id, visitors.c.id.in_(padded(sorted(by_id))))
    )
    found = []
    for visitor_id, email, phone, confirmed_at, inbox_id, subject in rows:
        here = replace(by_id[visitor_id], scope=f"{CHAT}:claimed")
        if subject is not None:
            found.append(
                replace(
                    here,
                    kind=f"subject:{inbox_id}",
                    address=subject,
                    display="",
                    assurance=Assurance.VERIFIED,
                )
            )
        if email:
            sure = Assurance.VERIFIED if confirmed_at else Assurance.CLAIMED
            found.append(replace(here, kind=EMAIL, address=email, display=email, assurance=sure))
        if phone:
            found.append(
                replace(here, kind=PHONE, address=phone, display=phone, assurance=Assurance.CLAIMED)
            )
    return found


async def who_claims(
    unit: Unit, workspace_id: WorkspaceId, mine: Iterable[Identity], limit: int
) -> set[ContactId]:
    """Return the contacts who gave one of these addresses in web chat."""
    emails = sorted({key_of(one) for one in mine if one.kind == EMAIL})
    phones = sorted({f"+{key_of(one)}" for one in mine if one.kind == PHONE})
    ways = []
    if emails:
        ways.append(and_(HAS_EMAIL, visitors.c.email.in_(padded(emails))))
    if phones:
        ways.append(and_(HAS_PHONE, visitors.c.phone.in_(padded(phones))))
    if not ways:
        return set()
    gave = await unit.all(
        select(visitors.c.id)
        .where(visitors.c.workspace_id == workspace_id, or_(*ways))
        .order_by(visitors.c.id.desc())
        .limit(limit)
    )
    if not gave:
        return set()
    rows = await unit.all(
        select(identities.c.contact_id).where(
            identities.c.workspace_id == workspace_id,
            identities.c.scope == CHAT,
            identities.c.address.in_(padded([str(row[0]) for row in gave])),
        )
    )
    return {ContactId(row[0]) for row in rows}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
