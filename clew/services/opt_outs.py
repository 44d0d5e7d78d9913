"""What contacts want no more of, in words of their own: to us, or to their provider.

A contact may say so to the provider alone, who then tells us by refusing. It is kept like a word
of their own, so that nothing is tried again; what they said to us themselves may go further, and
stays.
"""

from dataclasses import dataclass

from clew.domain.consent import Consent, Purpose
from clew.domain.ids import ConsentId, ContactId, ConversationId, IdentityId
from clew.ports.channel import OptedOut, OptScope, Refusal, RefusalCause, Refused
from clew.ports.store import Changes, LogEntry
from clew.services.deps import Deps

OPTED_OUT = "opted_out"
PURPOSES = {OptScope.MARKETING: Purpose.MARKETING, OptScope.EVERYTHING: Purpose.SERVICE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisher:
    """Who wants something no more, or again, and where; `identity_id` if an address said so."""

    channel: str
    contact_id: ContactId | None
    conversation_id: ConversationId
    identity_id: IdentityId | None = None


def scope_in(ending: object) -> OptScope | None:
    """Return what a contact wants no more of, if that is why a delivery ended."""
    if isinstance(ending, OptedOut):
        return ending.scope
    refusal = ending.refusal if isinstance(ending, Refused) else ending
    if isinstance(refusal, Refusal) and refusal.cause is RefusalCause.OPTED_OUT:
        return refusal.scope
    return None


def note_opt_out(changes: Changes, who: Wisher, scope: OptScope | None, deps: Deps) -> None:
    """Keep a wish that a provider told by refusing, and show it in the time line."""
    if who.identity_id is None or scope is None:
        return
    changes.refused[who.identity_id] = scope.value
    note_word(changes, who, scope, deps, is_given=False)
    _tell(changes, who, {"scope": scope.value, "by": "provider"})


def hear_opt_out(changes: Changes, who: Wisher, words: str, deps: Deps) -> None:
    """Keep that a contact wrote nothing but "STOP": no advertising there; answers still go."""
    note_word(changes, who, OptScope.MARKETING, deps, is_given=False, how=words.strip())
    _tell(changes, who, {"scope": OptScope.MARKETING.value})


def note_word(
    changes: Changes,
    who: Wisher,
    scope: OptScope,
    deps: Deps,
    *,
    is_given: bool,
    how: str = "",
) -> None:
    """Keep what a contact said as a word of consent; `how` is empty if the provider told us."""
    if who.contact_id is None:
        return
    changes.consents.append(
        Consent(
            id=ConsentId(deps.ids.new()),
            workspace_id=changes.workspace_id,
            contact_id=who.contact_id,
            purpose=PURPOSES[scope],
            channel=who.channel,
            is_given=is_given,
            how=how,
            at=changes.at,
        )
    )


def _tell(changes: Changes, who: Wisher, data: dict[str, object]) -> None:
    changes.log.append(
        LogEntry(
            kind=OPTED_OUT,
            at=changes.at,
            conversation_id=who.conversation_id,
            contact_id=who.contact_id,
            data=data,
        )
    )
