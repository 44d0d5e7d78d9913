"""How sure we are who writes, and when two contacts are one person.

Only what is proven joins by itself: the same address, verified on both sides, or two addresses
that a provider says belong to one account. Everything else is a suggestion to a person, who sees
the reason. So an equal telephone number that two channels vouch for is suggested and not joined:
a sender's number can be forged on some networks, and numbers are given to new owners. Two
contacts who have each proven to be somebody else are never joined by a rule.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clew.domain.contact import Assurance, Identity

PHONE, EMAIL = "phone", "email"
# These name one person wherever they are met; other addresses mean something on one channel only.
COMPARABLE: frozenset[str] = frozenset({PHONE, EMAIL})
# These say that somebody was here, and nothing about who.
ANONYMOUS: frozenset[str] = frozenset({"visitor", "device", "anonymous"})


class Confidence(StrEnum):
    """How sure we are who somebody is, from least to most."""

    NOT_IDENTIFIED = "not_identified"
    LIKELY = "likely"
    CONFIRMED = "confirmed"


class Reason(StrEnum):
    """Why two contacts may be one, the best reason first."""

    SAME_VERIFIED = "same_verified"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_PHONE_CLAIMED = "same_phone_claimed"
    SAME_EMAIL_CLAIMED = "same_email_claimed"
    SAME_ACCOUNT = "same_account"


class Verdict(StrEnum):
    """What becomes of two contacts who have something in common."""

    JOIN = "join"
    SUGGEST = "suggest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that two contacts have in common; `shown` is the address as people read it."""

    reason: Reason
    shown: str


def confidence_in(identity: Identity) -> Confidence:
    """Say how sure an address makes us."""
    if identity.assurance is Assurance.VERIFIED:
        return Confidence.CONFIRMED
    return Confidence.NOT_IDENTIFIED if identity.kind in ANONYMOUS else Confidence.LIKELY


def confidence_of(identities: Iterable[Identity]) -> Confidence:
    """Say how sure we are of a contact: as sure as their best address makes us."""
    ranks = list(Confidence)
    return max((confidence_in(one) for one in identities), key=ranks.index, default=ranks[0])


def evidence(one: Sequence[Identity], other: Sequence[Identity]) -> tuple[Evidence, ...]:
    """Return what two contacts have in common, the best reason first."""
    found = {
        Evidence(reason=reason, shown=mine.display)
        for mine in one
        for theirs in other
        if (reason := _reason(mine, theirs)) is not None
    }
    ranks = list(Reason)
    return tuple(sorted(found, key=lambda it: (ranks.index(it.reason), it.shown)))


def verdict(
    one: Sequence[Identity], other: Sequence[Identity], reasons: Collection[Reason]
) -> Verdict:
    """Say whether two contacts are joined by rule; `reasons` is what they have in common."""
    is_account = Reason.SAME_ACCOUNT in reasons and not _are_two_accounts(one, other)
    is_proven = Reason.SAME_VERIFIED in reasons or is_account
    return Verdict.JOIN if is_proven and not are_in_conflict(one, other) else Verdict.SUGGEST


def are_in_conflict(one: Sequence[Identity], other: Sequence[Identity]) -> bool:
    """Say whether two contacts have each proven an address of one kind, and not the same one."""
    mine, theirs = _proven(one), _proven(other)
    return any(not mine[kind] & theirs[kind] for kind in mine.keys() & theirs.keys())


def _are_two_accounts(one: Sequence[Identity], other: Sequence[Identity]) -> bool:
    """Say whether both have accounts of one sort, and not the same: a number has a new owner."""
    mine, theirs = _accounts(one), _accounts(other)
    return any(not mine[sort] & theirs[sort] for sort in mine.keys() & theirs.keys())


def _accounts(identities: Sequence[Identity]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for one in identities:
        if one.kind not in COMPARABLE | ANONYMOUS:
            found.setdefault((one.scope, one.kind), set()).add(one.address)
    return found


def _proven(identities: Sequence[Identity]) -> dict[str, set[str]]:
    proven: dict[str, set[str]] = {}
    for one in identities:
        # Of a person who is at two devices each device is known for sure.
        if one.assurance is Assurance.VERIFIED and one.kind not in ANONYMOUS:
            proven.setdefault(one.kind, set()).add(key_of(one))
    return proven


def _reason(one: Identity, other: Identity) -> Reason | None:
    if one.kind != other.kind or key_of(one) != key_of(other):
        return None
    if Assurance.VERIFIED is one.assurance is other.assurance:
        return Reason.SAME_VERIFIED
    if one.kind not in COMPARABLE:
        return None
    is_claimed = Assurance.CLAIMED in {one.assurance, other.assurance}
    if one.kind == PHONE:
        return Reason.SAME_PHONE_CLAIMED if is_claimed else Reason.SAME_PHONE
    return Reason.SAME_EMAIL_CLAIMED if is_claimed else Reason.SAME_EMAIL


def key_of(identity: Identity) -> str:
    """Return by what two addresses of a kind are compared."""
    if identity.kind in COMPARABLE:
        return identity.address.casefold().removeprefix("+")
    # An account's name means something on its own channel only.
    return f"{identity.scope}/{identity.address}"
