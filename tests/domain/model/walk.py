"""A long random walk through the lives of many cases: quick, seeded, counted."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from clew.domain import moves
from clew.domain.business_hours import BusinessHours
from clew.domain.facts import Outcome
from clew.domain.moves import Holder, Move
from clew.domain.sla.policy import Policy, ReplyTargets, SilentCases
from tests.builders import ANNA, BEN, OFFICE_HOURS
from tests.domain.hours import WARSAW
from tests.domain.model import deeds
from tests.domain.model.invariants import OURS, Violation
from tests.domain.model.world import World

STEPS_OF_A_LIFE = 150
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SHOP = BusinessHours.from_data(
    {"zone": "America/New_York", "weekly": {"saturday": ["22:00-24:00"], "sunday": ["00:00-03:00"]}}
)
POLICIES = (
    Policy(hours=BusinessHours.always_open()),
    Policy(hours=WARSAW),
    Policy(hours=OFFICE_HOURS, silence=SilentCases(nudge_after=None)),
    Policy(
        hours=WARSAW,
        targets=ReplyTargets(first=HOUR, next=6 * HOUR, reserve=timedelta(0)),
        max_holding_replies=1,
    ),
    Policy(
        hours=SHOP,
        targets=ReplyTargets(finish=5 * MINUTE, promise=2 * HOUR, max_promise=8 * HOUR),
        max_holding_replies=3,
    ),
)
# Near the changes of the clock of the calendars above, and not near them.
BEGINNINGS = (
    datetime(2026, 3, 27, 15, tzinfo=UTC),
    datetime(2026, 10, 23, 15, tzinfo=UTC),
    datetime(2026, 4, 30, 7, tzinfo=UTC),
    datetime(2026, 7, 6, 9, tzinfo=UTC),
)
OUTCOMES = (Outcome.SOLVED, Outcome.SOLVED, Outcome.WITHDRAWN, Outcome.SPAM)

Deed = Callable[[World, Random], object]


def soon(world: World, chance: Random) -> datetime:
    """Return an instant from now to a few days on, mostly near; sometimes exactly a deadline."""
    if chance.random() < 0.2 and world.case.moves:
        return chance.choice(world.case.moves).due_at
    return world.now + chance.choice((5, 20, 40, 120, 600, 3_000)) * MINUTE


def perhaps(chance: Random, instant: datetime) -> datetime | None:
    """Return the instant or nothing."""
    return instant if chance.random() < 0.5 else None


def pass_a_while(world: World, chance: Random) -> None:
    """Let minutes pass, or go on to the very instant at which something falls due."""
    at = moves.next_action_at(world.case.moves)
    if at is not None and at > world.now and chance.random() < 0.4:
        world.pass_time(min(at - world.now, timedelta(days=5)))
    else:
        world.pass_time(chance.choice((0, 1, 7, 35, 130)) * MINUTE)


def jump(world: World, chance: Random) -> None:
    """Put the clock forward or back, or stop the sweeper for a while."""
    kind = chance.random()
    if kind < 0.3:
        world.pass_time(chance.uniform(-1, 1) * HOUR)
    elif kind < 0.6:
        world.pass_time(2 * HOUR, is_swept=False)
    else:
        world.pass_time(chance.choice((9, 25, 40)) * HOUR)


DEEDS: dict[str, tuple[int, Deed]] = {
    "time": (22, pass_a_while),
    "jump": (3, jump),
    "receive": (14, lambda world, _: deeds.receive(world)),
    "reply": (
        12,
        lambda world, chance: deeds.reply(
            world,
            soon(world, chance) if chance.random() < 0.2 else None,
            perhaps(chance, world.now + chance.choice((1, 20, 24)) * HOUR),
        ),
    ),
    "hold": (
        6,
        lambda world, chance: deeds.hold(
            world, perhaps(chance, soon(world, chance)), may_put_off=chance.random() < 0.2
        ),
    ),
    "promise": (
        3,
        lambda world, chance: deeds.promise(
            world, soon(world, chance), may_put_off=chance.random() < 0.2
        ),
    ),
    "withdraw": (2, lambda world, _: deeds.withdraw(world)),
    "need_no_reply": (5, lambda world, _: deeds.need_no_reply(world)),
    "park": (7, lambda world, chance: deeds.park(world, soon(world, chance))),
    "wake": (2, lambda world, _: deeds.wake(world)),
    "resolve": (4, lambda world, chance: deeds.resolve(world, chance.choice(OUTCOMES))),
    "reopen": (3, lambda world, _: deeds.reopen(world)),
    "assign": (
        3,
        lambda world, chance: deeds.assign(
            world, chance.choice((ANNA, BEN, None)), is_reachable=chance.random() < 0.8
        ),
    ),
    "leave": (1, lambda world, _: deeds.leave(world)),
    "come_back": (2, lambda world, _: deeds.come_back(world)),
    "ask": (3, lambda world, chance: deeds.ask(world, soon(world, chance))),
    "acknowledge": (2, lambda world, chance: deeds.acknowledge(world, chance.randrange(3))),
    "close_consult": (4, lambda world, chance: deeds.close_consult(world, chance.randrange(3))),
    "redirect": (1, lambda world, chance: deeds.redirect(world, chance.randrange(3))),
    "begin_bot": (2, lambda world, _: deeds.begin_bot(world)),
    "fail": (3, lambda world, chance: deeds.fail(world, chance.randrange(4))),
    "arrive": (2, lambda world, _: deeds.arrive(world)),
    "undo": (3, lambda world, chance: deeds.undo(world, chance.randrange(4))),
}
NAMES = [name for name, (weight, _) in DEEDS.items() for _ in range(weight)]


@dataclass
class Walk:
    """What a walk has seen."""

    steps: int = 0
    happened: int = 0
    lives: int = 0
    done: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    passes: set[tuple[Holder | None, str, Holder | None]] = field(default_factory=set)


def a_world(chance: Random) -> World:
    """Return a world in which somebody has just written, or we are about to."""
    world = World(
        policy=chance.choice(POLICIES),
        now=chance.choice(BEGINNINGS) + chance.randrange(10_000) * MINUTE,
        is_ours=chance.random() < 0.2,
    )
    if not world.is_ours:
        deeds.receive(world)
    return world


def walk(seed: int, steps: int, seen: Walk | None = None) -> Walk:
    """Walk so many steps; what breaks the model raises `Violation` with the way to it."""
    chance = Random(seed)
    seen = seen or Walk()
    last = seen.steps + steps
    while seen.steps < last:
        live(chance, seen, min(STEPS_OF_A_LIFE, last - seen.steps))
    return seen


def live(chance: Random, seen: Walk, steps: int) -> None:
    """Live one case for so many steps, then see that it ends well."""
    world = a_world(chance)
    way: list[str] = []
    try:
        for _ in range(steps):
            name = chance.choice(NAMES)
            way.append(name)
            before = world.case.next_move
            count = len(world.log)
            is_done = DEEDS[name][1](world, chance)
            seen.steps += 1
            seen.done[name] += is_done is not False
            for event in world.log[count:]:
                seen.seen.add(type(event).__name__)
            now = world.case.next_move
            seen.passes.add((_holder(before), name, _holder(now)))
        world.check_replay()
        let_alone(world)
    except Violation as violation:
        raise Violation(f"{violation} [{' '.join(way[-12:])}]") from violation
    seen.happened += len(world.log)
    seen.lives += 1


def _holder(move: Move | None) -> Holder | None:
    return None if move is None else move.holder


def let_alone(world: World) -> None:
    """Check liveness: alone a debt's ladder keeps climbing, and an answered case closes."""
    world = copy.copy(world)
    world.log, world.held = list(world.log), dict(world.held)
    world.now = world.since = max(world.now, world.latest)
    world.sweep()
    climbed = 0
    for _ in range(16):
        if not world.case.is_open:
            return
        climbed += _hop(world)
    facts = world.case.facts
    if climbed < 10 or not (facts.consults or any(m.holder in OURS for m in world.case.moves)):
        raise Violation("progress: what is owed is neither done nor pressed")
    while world.case.facts.consults:
        deeds.close_consult(world, 0)
    deeds.reply(world, None, None)
    for _ in range(6):
        if not world.case.is_open:
            return
        _hop(world)
    raise Violation("progress: a silent case does not close")


def _hop(world: World) -> int:
    """Go to the next instant at which something is due, and return how much was done."""
    at = moves.next_action_at(world.case.moves)
    if at is None:
        raise Violation("progress: an open case that nobody will look at")
    world.now = world.latest = max(at, world.now)
    done = world.sweep()
    if not done:
        raise Violation("progress: the clock looks at a case and does nothing")
    return done


__all__ = ["DEEDS", "POLICIES", "Walk", "a_world", "let_alone", "walk"]
