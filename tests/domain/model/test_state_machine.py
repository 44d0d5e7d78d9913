"""The same world in the hands of hypothesis, which shrinks what breaks it to a few steps."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from clew.domain.facts import Outcome
from clew.domain.ids import AgentId
from clew.domain.sla.policy import Policy
from tests.builders import ANNA, BEN
from tests.domain.model import deeds
from tests.domain.model.walk import BEGINNINGS, POLICIES, let_alone
from tests.domain.model.world import World

MINUTES = st.integers(-30, 5_000).map(lambda minutes: timedelta(minutes=minutes))
AHEAD = st.integers(0, 5_000).map(lambda minutes: timedelta(minutes=minutes))
WHICH = st.integers(0, 3)


class CaseMachine(RuleBasedStateMachine):
    """Everything that can happen to a case, in any order."""

    world: World

    @initialize(
        policy=st.sampled_from(POLICIES),
        beginning=st.sampled_from(BEGINNINGS),
        later=AHEAD,
        is_ours=st.booleans(),
    )
    def begin(self, policy: Policy, beginning: datetime, later: timedelta, is_ours: bool) -> None:
        self.world = World(policy=policy, now=beginning + later, is_ours=is_ours)
        if not is_ours:
            deeds.receive(self.world)

    @rule()
    def receive(self) -> None:
        deeds.receive(self.world)

    @rule(promise_in=st.none() | AHEAD, window=st.none() | AHEAD)
    def reply(self, promise_in: timedelta | None, window: timedelta | None) -> None:
        now = self.world.now
        promise_at = None if promise_in is None else now + promise_in
        deeds.reply(self.world, promise_at, None if window is None else now + window)

    @rule(promise_in=st.none() | AHEAD, may_put_off=st.booleans())
    def hold(self, promise_in: timedelta | None, may_put_off: bool) -> None:
        promise_at = None if promise_in is None else self.world.now + promise_in
        deeds.hold(self.world, promise_at, may_put_off=may_put_off)

    @rule(due_in=AHEAD, may_put_off=st.booleans())
    def promise(self, due_in: timedelta, may_put_off: bool) -> None:
        deeds.promise(self.world, self.world.now + due_in, may_put_off=may_put_off)

    @rule()
    def withdraw(self) -> None:
        deeds.withdraw(self.world)

    @rule()
    def need_no_reply(self) -> None:
        deeds.need_no_reply(self.world)

    @rule(wake_in=AHEAD)
    def park(self, wake_in: timedelta) -> None:
        deeds.park(self.world, self.world.now + wake_in)

    @rule()
    def wake(self) -> None:
        deeds.wake(self.world)

    @rule(outcome=st.sampled_from([one for one in Outcome if one is not Outcome.NO_REPLY]))
    def resolve(self, outcome: Outcome) -> None:
        deeds.resolve(self.world, outcome)

    @rule()
    def reopen(self) -> None:
        deeds.reopen(self.world)

    @rule(owner=st.sampled_from([ANNA, BEN, None]), is_reachable=st.booleans())
    def assign(self, owner: AgentId | None, is_reachable: bool) -> None:
        deeds.assign(self.world, owner, is_reachable=is_reachable)

    @rule()
    def leave(self) -> None:
        deeds.leave(self.world)

    @rule()
    def come_back(self) -> None:
        deeds.come_back(self.world)

    @rule(due_in=AHEAD)
    def ask(self, due_in: timedelta) -> None:
        deeds.ask(self.world, self.world.now + due_in)

    @rule(which=WHICH)
    def acknowledge(self, which: int) -> None:
        deeds.acknowledge(self.world, which)

    @rule(which=WHICH)
    def close_consult(self, which: int) -> None:
        deeds.close_consult(self.world, which)

    @rule(which=WHICH)
    def redirect(self, which: int) -> None:
        deeds.redirect(self.world, which)

    @rule()
    def begin_bot(self) -> None:
        deeds.begin_bot(self.world)

    @rule(which=WHICH)
    def fail(self, which: int) -> None:
        deeds.fail(self.world, which)

    @rule()
    def arrive(self) -> None:
        deeds.arrive(self.world)

    @rule(which=WHICH)
    def undo(self, which: int) -> None:
        deeds.undo(self.world, which)

    @rule(length=MINUTES, is_swept=st.booleans())
    def pass_time(self, length: timedelta, is_swept: bool) -> None:
        self.world.pass_time(length, is_swept=is_swept)

    @invariant()
    def the_log_gives_the_case(self) -> None:
        self.world.check_replay()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            let_alone(self.world)


@pytest.mark.slow
def test_anything_can_happen_to_a_case() -> None:
    run_state_machine_as_test(
        CaseMachine, settings=settings(max_examples=40, stateful_step_count=40, deadline=None)
    )
