"""Everything that can be done to a case, each with what must be true afterwards.

A deed returns whether it was allowed; that it was rightly allowed or refused is checked here.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from clew.domain import consulting, ending, events, owning, receiving, replying, waiting
from clew.domain.facts import CANCELLING, BotSession, Consult, DutyKind, Outcome
from clew.domain.ids import AgentId, ConsultId
from tests.builders import ANNA, BEN, BILLING, LEGAL, TEAM, an_id
from tests.domain.model.invariants import Violation
from tests.domain.model.world import World


def receive(world: World) -> bool:
    before = world.case
    world.happen(
        receiving.receive(before, world.message_id(), world.turn_id(), world.now, world.policy)
    )
    ledger = world.ledger if before.is_open else world.ledger.reopened()
    world.ledger = ledger.received(world.now)
    world.check_ledger("receive")
    world.check_born_in_time(before, "receive")
    if world.case.facts.bot is None and not world.is_ours_now():
        raise Violation("receive: the contact wrote and nobody of ours has the move")
    return True


def reply(world: World, promise_at: datetime | None, window_closes_at: datetime | None) -> bool:
    command = replying.Reply(
        message_id=world.message_id(),
        by=ANNA,
        promise_at=promise_at,
        window_closes_at=window_closes_at,
    )
    sent = world.about_to_send(command.message_id, is_holding=False)
    if not world.attempt(lambda: replying.reply(world.case, command, world.now, world.policy)):
        return False
    world.keep(sent)
    world.ledger = world.ledger.answered(world.case.facts.promise)
    if promise_at is None and sent.before.consults == () and world.case.facts.promise:
        raise Violation("reply: a promise that nobody gave")
    world.check_ledger("reply")
    return True


def hold(world: World, promise_at: datetime | None, *, may_put_off: bool) -> bool:
    command = replying.Reply(
        message_id=world.message_id(),
        by=ANNA,
        promise_at=promise_at,
        is_holding=True,
        may_put_off=may_put_off,
    )
    sent = world.about_to_send(command.message_id, is_holding=True)
    if not world.attempt(lambda: replying.reply(world.case, command, world.now, world.policy)):
        return False
    world.check_cap(may_put_off=may_put_off)
    world.keep(sent)
    world.ledger = world.ledger.held(world.standing())
    world.check_ledger("hold")
    return True


def promise(world: World, due_at: datetime, *, may_put_off: bool) -> bool:
    owed = bool(world.ledger.waits or world.ledger.promise)
    if not world.attempt(
        lambda: waiting.promise(
            world.case, due_at, ANNA, world.now, world.policy, may_put_off=may_put_off
        )
    ):
        return False
    if owed:
        world.check_cap(may_put_off=may_put_off)
    world.ledger = world.ledger.promised(world.standing())
    world.check_ledger("promise")
    return True


def withdraw(world: World) -> bool:
    if not world.attempt(
        lambda: waiting.withdraw_promise(world.case, BEN, world.now, world.policy)
    ):
        return False
    world.ledger = world.ledger.withdrawn()
    world.check_ledger("withdraw")
    return True


def need_no_reply(world: World) -> bool:
    if not world.attempt(lambda: replying.need_no_reply(world.case, ANNA, world.now, world.policy)):
        return False
    world.ledger = world.ledger.needs_no_reply(world.now)
    world.check_ledger("need_no_reply")
    return True


def park(world: World, wake_at: datetime) -> bool:
    before = world.case
    is_owed = world.ledger.is_waiting and bool(world.ledger.waits)
    is_near = bool(world.ledger.promise and world.ledger.promise.prepare_at <= world.now)
    is_done = world.attempt(lambda: waiting.park(world.case, wake_at, "later", ANNA, world.now))
    if is_done and is_owed:
        raise Violation("park: put aside while the contact waits")
    if is_done and is_near:
        raise Violation("park: put aside although the promise is near")
    duty = before.facts.duty
    is_unseen = duty is not None and duty.kind is DutyKind.DELIVERY and bool(world.ledger.waits)
    has_reason = is_owed or is_near or is_unseen or not before.is_open or wake_at <= world.now
    if not is_done and not has_reason:
        raise Violation("park: refused without a reason")
    return is_done


def wake(world: World) -> bool:
    before = world.case
    is_done = world.attempt(lambda: waiting.wake(world.case, ANNA, world.now, world.policy))
    if is_done != (before.is_open and before.facts.park is not None):
        raise Violation("wake: only a parked case wakes")
    if is_done and not world.is_ours_now():
        raise Violation("wake: nobody of ours has the move")
    return is_done


def resolve(world: World, outcome: Outcome) -> bool:
    before = world.case
    owes = bool(world.ledger.waits or world.ledger.promise or before.facts.consults)
    is_done = world.attempt(lambda: ending.resolve(world.case, outcome, ANNA, world.now))
    if is_done and owes and outcome not in CANCELLING:
        raise Violation("resolve: ended while something was owed")
    if not is_done and before.is_open and (not owes or outcome in CANCELLING):
        raise Violation("resolve: refused without a reason")
    if is_done:
        world.ledger = world.ledger.cancelled() if outcome in CANCELLING else world.ledger
        world.check_ledger("resolve")
    return is_done


def reopen(world: World) -> bool:
    before = world.case
    if not world.attempt(lambda: ending.reopen(world.case, ANNA, world.now, world.policy)):
        return False
    world.ledger = world.ledger.reopened()
    world.check_born_in_time(before, "reopen")
    return True


def assign(world: World, owner: AgentId | None, *, is_reachable: bool) -> bool:
    wanted = owning.Assignment(owner_id=owner, team_id=TEAM, is_reachable=is_reachable)
    return world.attempt(lambda: owning.assign(world.case, wanted, world.now))


def leave(world: World) -> bool:
    return world.attempt(lambda: owning.owner_left(world.case, world.now))


def come_back(world: World) -> bool:
    return world.attempt(lambda: owning.owner_returned(world.case, world.now))


def ask(world: World, due_at: datetime) -> bool:
    standing = world.case.facts.promise
    consult = Consult(
        id=ConsultId(an_id(world.mint())),
        department_id=BILLING,
        opened_at=world.now,
        due_at=due_at,
    )
    if not world.attempt(lambda: consulting.ask(world.case, consult, world.now, world.policy)):
        return False
    if standing is not None and world.standing() != standing:
        raise Violation("ask: a promise was moved behind the contact's back")
    world.ledger = world.ledger.asked(world.standing())
    world.check_ledger("ask")
    return True


def acknowledge(world: World, which: int) -> bool:
    return world.attempt(
        lambda: consulting.acknowledge(world.case, world.consult(which), world.now)
    )


def close_consult(world: World, which: int) -> bool:
    is_done = world.attempt(
        lambda: consulting.close(
            world.case, world.consult(which), "answered", world.now, world.policy
        )
    )
    if is_done and not world.is_ours_now():
        raise Violation("close_consult: nobody finishes")
    return is_done


def redirect(world: World, which: int) -> bool:
    before = {one.id: one for one in world.case.facts.consults}
    old = world.consult(which)
    new = ConsultId(an_id(world.mint()))
    is_done = world.attempt(lambda: consulting.redirect(world.case, old, new, LEGAL, world.now))
    if is_done:
        now = next(one for one in world.case.facts.consults if one.id == new)
        if now.due_at != before[old].due_at or now.level != before[old].level:
            raise Violation("redirect: a consult was given more time than was left")
    return is_done


def begin_bot(world: World) -> bool:
    if not world.case.is_open:
        return False
    step = timedelta(seconds=30)
    world.happen(
        (
            events.BotBegan(
                at=world.now, bot=BotSession(began_at=world.now, step_due_at=world.now + step)
            ),
        )
    )
    return True


def fail(world: World, which: int) -> bool:
    if not world.sent:
        return False
    sent = world.sent.pop(which % len(world.sent))
    world.lost, before = sent, world.case
    turn = None if sent.is_holding else sent.before.answer
    world.happen(
        replying.fail_delivery(
            world.case,
            sent.message_id,
            turn,
            "unreachable",
            at=world.now,
            policy=world.policy,
            kept=sent.before.promise,
        )
    )
    ledger = world.ledger if before.is_open else world.ledger.reopened()
    world.ledger = ledger.failed(sent)
    world.check_ledger("fail")
    answer = world.case.facts.answer
    if turn and answer and answer.due_at > turn.due_at:
        raise Violation("fail: the answer's clock was restarted")
    if not world.is_ours_now():
        raise Violation("fail: nobody of ours has the move")
    return True


def arrive(world: World) -> bool:
    """Let the message that failed last turn out to have arrived, if nothing came of that yet."""
    sent, facts = world.lost, world.case.facts
    is_given_back = facts.duty is not None and facts.duty.kind is DutyKind.DELIVERY
    if sent is None or facts.last_reply_id != sent.message_id or not is_given_back:
        return False
    if facts.last_contact_message_at != sent.before.last_contact_message_at:
        return False
    turn = None if sent.is_holding else sent.before.answer
    world.lost = None
    world.happen(
        replying.arrive_after_all(
            world.case, sent.message_id, turn, sent.promised, at=world.now, policy=world.policy
        )
    )
    if turn is None and sent.promised is not None:
        world.ledger = world.ledger.held(sent.promised)
    else:
        world.ledger = world.ledger.answered(world.case.facts.promise)
    world.check_ledger("arrive")
    return True


def undo(world: World, which: int) -> bool:
    if not world.sent:
        return False
    sent = world.sent.pop(which % len(world.sent))
    facts = world.case.facts
    is_exact = world.case.revision == sent.revision
    last_is_other = facts.last_reply_id != sent.message_id
    is_settled = last_is_other and facts.holding_replies == 0
    is_cancelled = bool(facts.resolution and facts.resolution.outcome in CANCELLING)
    world.happen(
        replying.undo_reply(world.case, sent.message_id, sent.before, sent.revision, world.now)
    )
    if is_exact:
        world.ledger = sent.ledger
    elif not (is_settled or is_cancelled):
        world.ledger = world.ledger.undone(sent)
    world.check_ledger("undo")
    return True
