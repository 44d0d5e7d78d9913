"""What contacts agreed to, written down as they say it."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.domain.consent import EVERY_CHANNEL, HOW_MAX_CHARS, Consent, Purpose
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import ConsentId, ContactId
from clew.domain.sizes import check_length
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class AddConsent:
    """A word of a contact, as an agent writes it down; see `clew.domain.consent.Consent`."""

    contact_id: ContactId
    purpose: Purpose
    is_given: bool
    channel: str = EVERY_CHANNEL
    how: str = ""


async def add_consent(command: AddConsent, *, asker: Asker, deps: Deps) -> Consent:
    """Write down that a contact agrees, or no longer does.

    Raises:
        NotFound: There is no such contact here.
        InvalidInput: There is no such channel, or how they said it is not told, or at length.
    """
    require(asker.agent.role, Permission.ANSWER)
    how = " ".join(command.how.replace("\x00", "").split())
    check_length("how", how, least=1, most=HOW_MAX_CHARS)
    if command.channel != EVERY_CHANNEL and command.channel not in deps.channels:
        raise InvalidInput("channel", "is not one of ours", Fault.UNKNOWN)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.joining.parties(asker.workspace_id, [command.contact_id])
        if command.contact_id not in found:
            raise NotFound("contact", command.contact_id)
        consent = Consent(
            id=ConsentId(deps.ids.new()),
            workspace_id=asker.workspace_id,
            contact_id=found[command.contact_id].contact.id,
            purpose=command.purpose,
            channel=command.channel,
            is_given=command.is_given,
            how=how,
            at=now,
            by=asker.author,
        )
        await tx.dossiers.add_consent(consent)
        told = LogEntry(
            kind=CONTACT_CHANGED,
            at=now,
            contact_id=consent.contact_id,
            actor=asker.author,
            data={"consent": consent.purpose.value, "is_given": consent.is_given},
        )
        await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[told]))
    return consent
