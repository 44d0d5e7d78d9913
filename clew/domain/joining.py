"""Who may speak in whose case.

A message that names a case, or a message of it, may come from somebody other than its contact: a
colleague in copy, a friend it was forwarded to, or an intruder. Somebody else joins under their
own name, if they show that they were part of the exchange; whoever the message pretends to be
is never spoken for without proof. Joining shows nothing: what is answered goes to the contact.
"""

from dataclasses import dataclass
from enum import Enum

from clew.domain.contact import Assurance
from clew.domain.ids import ContactId


class Proof(Enum):
    """What is known of a message's claim to be from its sender's address."""

    GIVEN = "given"
    MISSING = "missing"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a message brings along to be let into a case.

    Attributes:
        is_signed: It carries what only who saw a message of ours in the case can have.
        was_addressed: Its sender was named, as writer or reader, in the message it goes on with.
    """

    proof: Proof
    is_signed: bool = False
    was_addressed: bool = False


def may_join(case_of: ContactId, by: ContactId, claim: Claim) -> bool:
    """Say whether a message of `by` may enter a case of `case_of`."""
    if by == case_of:
        return True
    return claim.proof is not Proof.REFUTED and (claim.is_signed or claim.was_addressed)


def is_believed(known: Assurance | None, claim: Claim) -> bool:
    """Say whether a message is taken as written by the contact whose address it names.

    Else it is kept apart, under the same address but not as that contact. Once an address was
    proved to be its owner's, a message without any proof has to show that it belongs to the
    exchange: intruders leave the proof away where a false one would give them away.

    Args:
        known: How sure we are of the address, or None if it is new.
        claim: `is_signed` counts here only for a case of that very contact.
    """
    if claim.proof is not Proof.MISSING:
        return claim.proof is Proof.GIVEN
    return known in {None, Assurance.CLAIMED} or claim.is_signed
