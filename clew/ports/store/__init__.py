"""What services need of a database: transactions that record, and questions about what is there.

Reads inside a transaction lock what they say they lock. Every method that takes a workspace
answers for that workspace only: what lies beyond its border does not exist.
"""

from clew.ports.store.changes import (
    CaseChange,
    Changes,
    LogEntry,
    MessageEdit,
    Recorded,
)
from clew.ports.store.intake import Intake, IntakeCounts, IntakeEvent, IntakeState, NewEvent
from clew.ports.store.reachability import Reachability
from clew.ports.store.reading import CaseQuery, Order, Place, Reader
from clew.ports.store.stores import Claim, Store
from clew.ports.store.transaction import (
    InboundContext,
    InboundQuestion,
    KnownIdentity,
    StoreIsUnavailable,
    Transaction,
)

__all__ = [
    "CaseChange",
    "CaseQuery",
    "Changes",
    "Claim",
    "InboundContext",
    "InboundQuestion",
    "Intake",
    "IntakeCounts",
    "IntakeEvent",
    "IntakeState",
    "KnownIdentity",
    "LogEntry",
    "MessageEdit",
    "NewEvent",
    "Order",
    "Place",
    "Reachability",
    "Reader",
    "Recorded",
    "Store",
    "StoreIsUnavailable",
    "Transaction",
]
