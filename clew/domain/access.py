"""Who may do what: one table of roles, asked by the services.

A workspace's border is not a permission: it is in every query, and what lies beyond it does
not exist.
"""

from enum import StrEnum

from clew.domain.errors import NotAllowed
from clew.domain.people import Role


class Permission(StrEnum):
    """Things that not everybody may do."""

    ANSWER = "answer"
    PUT_OFF = "put_off"
    WITHDRAW_PROMISE = "withdraw_promise"
    SEE_QUARANTINE = "see_quarantine"
    SEE_UNDELIVERED = "see_undelivered"
    REPLAY = "replay"
    MANAGE_WORDS = "manage_words"
    REVEAL = "reveal"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_INBOXES = "manage_inboxes"


_AGENT = frozenset({Permission.ANSWER})
_SUPERVISOR = _AGENT | {
    Permission.PUT_OFF,
    Permission.WITHDRAW_PROMISE,
    Permission.SEE_QUARANTINE,
    Permission.SEE_UNDELIVERED,
    Permission.REPLAY,
    Permission.MANAGE_WORDS,
    Permission.REVEAL,
}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.AGENT: _AGENT,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ADMIN: frozenset(Permission),
}


def may(role: Role, permission: Permission) -> bool:
    """Say whether `role` includes `permission`."""
    return permission in GRANTS[role]


def require(role: Role, permission: Permission) -> None:
    """Refuse what the role does not include.

    Raises:
        NotAllowed: With the permission's name.
    """
    if not may(role, permission):
        raise NotAllowed(permission.value)
