"""Cases, policies, ids and instants for tests: what a test does not say is ordinary.

A case is built by what happens to it, never by setting its facts, so that no test rests on a
state which could not come about: `after(a_case(), received(), replied())`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from clew.domain import (
    clocks,
    consulting,
    ending,
    events,
    owning,
    receiving,
    replying,
    waiting,
)
from clew.domain.business_hours import BusinessHours, Span
from clew.domain.case import Case, apply_all
from clew.domain.facts import BotSession, Consult, Outcome
from clew.domain.ids import (
    AgentId,
    CaseId,
    ConsultId,
    ContactId,
    ConversationId,
    DepartmentId,
    MessageId,
    TeamId,
    TurnId,
    WorkspaceId,
)
from clew.domain.sla.policy import Policy

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)

# A Monday without a holiday or a change of the clock near it.
MONDAY_NINE = datetime(2026, 7, 6, 9, tzinfo=UTC)
FRIDAY_NINE = MONDAY_NINE + 4 * A_DAY


def an_id(number: int) -> UUID:
    """Return an id that is the same in every run."""
    return UUID(int=0x0197_0000_0000_7000_8000_0000_0000_0000 + number)


WORKSPACE = WorkspaceId(an_id(1))
CONVERSATION = ConversationId(an_id(2))
CONTACT = ContactId(an_id(3))
TEAM = TeamId(an_id(10))
OTHER_TEAM = TeamId(an_id(11))
ANNA = AgentId(an_id(20))
BEN = AgentId(an_id(21))
BILLING = DepartmentId(an_id(30))
LEGAL = DepartmentId(an_id(31))

EIGHT_TO_SIX = Span(8 * HOUR, 18 * HOUR)
OFFICE_HOURS = BusinessHours(zone="UTC", weekly=((EIGHT_TO_SIX,),) * 5 + ((),) * 2)
POLICY = Policy(hours=BusinessHours.always_open())
OFFICE_POLICY = Policy(hours=OFFICE_HOURS)

Step = Callable[[Case], tuple[events.Event, ...]]


def message_id(number: int = 0) -> MessageId:
    """Return the id of message `number`."""
    return MessageId(an_id(1_000 + number))


def turn_id(number: int = 0) -> TurnId:
    """Return the id of turn `number`."""
    return TurnId(an_id(2_000 + number))


def consult_id(number: int = 0) -> ConsultId:
    """Return the id of consult `number`."""
    return ConsultId(an_id(3_000 + number))


def a_case(
    at: datetime = MONDAY_NINE,
    *,
    policy: Policy = POLICY,
    number: int = 1,
    is_ours: bool = False,
    owner: AgentId | None = None,
) -> Case:
    """Return a case that has just begun, in which nobody has written yet."""
    case = receiving.open_case(
        receiving.begin(at, TEAM, policy, is_ours=is_ours),
        case_id=CaseId(an_id(100 + number)),
        workspace_id=WORKSPACE,
        conversation_id=CONVERSATION,
        contact_id=CONTACT,
        number=number,
        subject="Where is my parcel?",
    )
    return after(case, assigned(owner, at)) if owner else case


def after(case: Case, *steps: Step) -> Case:
    """Return the case after all of the steps."""
    for step in steps:
        case = apply_all(case, step(case))
    return case


def a_waiting_case(at: datetime = MONDAY_NINE, *, policy: Policy = POLICY) -> Case:
    """Return a case of Anna's whose contact wrote `at` and waits for the first answer."""
    return after(a_case(at, policy=policy, owner=ANNA), received(at, policy=policy))


def an_answered_case(at: datetime = MONDAY_NINE, *, policy: Policy = POLICY) -> Case:
    """Return a case of Anna's in which the contact has the next word since `at`."""
    return after(a_waiting_case(at, policy=policy), replied(at, policy=policy))


def received(at: datetime = MONDAY_NINE, number: int = 0, *, policy: Policy = POLICY) -> Step:
    """Let the contact write."""
    return lambda case: receiving.receive(case, message_id(number), turn_id(number), at, policy)


def replied(
    at: datetime = MONDAY_NINE,
    number: int = 500,
    *,
    promise_at: datetime | None = None,
    window_closes_at: datetime | None = None,
    policy: Policy = POLICY,
) -> Step:
    """Let Anna answer."""
    command = replying.Reply(
        message_id=message_id(number),
        by=ANNA,
        promise_at=promise_at,
        window_closes_at=window_closes_at,
    )
    return lambda case: replying.reply(case, command, at, policy)


def held(
    at: datetime = MONDAY_NINE,
    number: int = 600,
    *,
    promise_at: datetime | None = None,
    may_put_off: bool = False,
    policy: Policy = POLICY,
) -> Step:
    """Let Anna say when the answer comes."""
    command = replying.Reply(
        message_id=message_id(number),
        by=ANNA,
        promise_at=promise_at,
        is_holding=True,
        may_put_off=may_put_off,
    )
    return lambda case: replying.reply(case, command, at, policy)


def failed(at: datetime, before: Case, number: int = 500, *, policy: Policy = POLICY) -> Step:
    """Let a reply, given when the case stood as `before`, turn out not to have arrived."""
    return lambda case: replying.fail_delivery(
        case,
        message_id(number),
        before.facts.answer,
        "unreachable",
        at=at,
        policy=policy,
        kept=before.facts.promise,
    )


def waived(at: datetime, *, policy: Policy = POLICY) -> Step:
    """Let Anna say that no reply is needed."""
    return lambda case: replying.need_no_reply(case, ANNA, at, policy)


def promised(
    due_at: datetime,
    at: datetime = MONDAY_NINE,
    *,
    may_put_off: bool = False,
    policy: Policy = POLICY,
) -> Step:
    """Let Anna note what she said on the telephone."""
    return lambda case: waiting.promise(case, due_at, ANNA, at, policy, may_put_off=may_put_off)


def withdrawn(at: datetime, *, policy: Policy = POLICY) -> Step:
    """Let a supervisor release the company from its promise."""
    return lambda case: waiting.withdraw_promise(case, BEN, at, policy)


def parked(wake_at: datetime, at: datetime = MONDAY_NINE, reason: str = "parts on order") -> Step:
    """Let Anna put the case aside."""
    return lambda case: waiting.park(case, wake_at, reason, ANNA, at)


def woken(at: datetime, *, policy: Policy = POLICY) -> Step:
    """Let Anna take the case back before its time."""
    return lambda case: waiting.wake(case, ANNA, at, policy)


def resolved(at: datetime, outcome: Outcome = Outcome.SOLVED) -> Step:
    """Let Anna end the case."""
    return lambda case: ending.resolve(case, outcome, ANNA, at)


def reopened(at: datetime, *, policy: Policy = POLICY) -> Step:
    """Let Anna take the case up again."""
    return lambda case: ending.reopen(case, ANNA, at, policy)


def assigned(owner: AgentId | None, at: datetime = MONDAY_NINE, team: TeamId = TEAM) -> Step:
    """Give the case to a person, or to the queue of a team."""
    return lambda case: owning.assign(case, owning.Assignment(owner_id=owner, team_id=team), at)


def left(at: datetime) -> Step:
    """Let the owner stop taking work."""
    return lambda case: owning.owner_left(case, at)


def returned(at: datetime) -> Step:
    """Let the owner take work again."""
    return lambda case: owning.owner_returned(case, at)


def a_consult(due_at: datetime, number: int = 0) -> Consult:
    """Return a question to Billing."""
    return Consult(
        id=consult_id(number), department_id=BILLING, opened_at=MONDAY_NINE, due_at=due_at
    )


def asked(
    due_at: datetime, at: datetime = MONDAY_NINE, number: int = 0, *, policy: Policy = POLICY
) -> Step:
    """Ask Billing."""
    return lambda case: consulting.ask(case, a_consult(due_at, number), at, policy)


def consult_closed(at: datetime, number: int = 0, *, policy: Policy = POLICY) -> Step:
    """Let Billing answer."""
    return lambda case: consulting.close(case, consult_id(number), "answered", at, policy)


def bot_began(at: datetime, step: timedelta = timedelta(seconds=30)) -> Step:
    """Let a bot take the case."""
    bot = BotSession(began_at=at, step_due_at=at + step)
    return lambda _case: (events.BotBegan(at=at, bot=bot),)


def swept(at: datetime, *, policy: Policy = POLICY) -> Step:
    """Let the clock do all that is due by `at`."""

    def step(case: Case) -> tuple[events.Event, ...]:
        happened: list[events.Event] = []
        while due := clocks.what_is_due(case, at, policy):
            happened += due
            case = apply_all(case, due)
        return tuple(happened)

    return step
