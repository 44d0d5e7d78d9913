"""What a provider's refusal tells of a contact's wish: they want no more of it there.

A contact may say so to the provider alone, who then tells us by refusing. It is kept like a word
of their own, so that nothing is tried again; what they said to us themselves may go further, and
stays.
"""

from clew.domain.ids import ContactId, ConversationId, IdentityId
from clew.ports.channel import OptedOut, OptScope, Refusal, RefusalCause, Refused
from clew.ports.store import Changes, LogEntry

OPTED_OUT = "opted_out"


def scope_in(ending: object) -> OptScope | None:
    """Return what a contact wants no more of, if that is why a delivery ended."""
    if isinstance(ending, OptedOut):
        return ending.scope
    refusal = ending.refusal if isinstance(ending, Refused) else ending
    if isinstance(refusal, Refusal) and refusal.cause is RefusalCause.OPTED_OUT:
        return refusal.scope
    return None


def note_opt_out(
    changes: Changes,
    identity_id: IdentityId | None,
    scope: OptScope | None,
    contact_id: ContactId | None,
    conversation_id: ConversationId,
) -> None:
    """Keep a contact's wish, and show it in the time line."""
    if identity_id is None or scope is None:
        return
    changes.refused[identity_id] = scope.value
    changes.log.append(
        LogEntry(
            kind=OPTED_OUT,
            at=changes.at,
            conversation_id=conversation_id,
            contact_id=contact_id,
            data={"scope": scope.value, "by": "provider"},
        )
    )
