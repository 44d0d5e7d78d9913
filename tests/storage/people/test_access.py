"""Who is signed in, for how long, and what was answered before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import Conflict
from clew.ports.store import Store
from clew.ports.store.people import KeptAnswer
from tests.builders import HOUR, MINUTE, MONDAY_NINE
from tests.storage.batches import Workplace

TOKEN = b"k" * 32


async def test_a_session_lasts_until_it_expires_or_is_ended(store: Store) -> None:
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        people = tx.people
        await people.add_session(TOKEN, workplace.agent_id, "csrf", MONDAY_NINE + HOUR)
        signed_in = await people.session(TOKEN, MONDAY_NINE)
        expired = await people.session(TOKEN, MONDAY_NINE + HOUR)
        unknown = await people.session(b"x" * 32, MONDAY_NINE)
        await people.end_sessions(token_sha256=TOKEN)
        ended = await people.session(TOKEN, MONDAY_NINE)

    assert signed_in is not None
    assert signed_in.agent == workplace.agent
    assert signed_in.workspace == workplace.workspace
    assert signed_in.csrf_token == "csrf"
    assert signed_in.expires_at == MONDAY_NINE + HOUR
    assert expired is unknown is ended is None


async def test_a_disabled_agent_is_signed_in_nowhere(store: Store) -> None:
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        people = tx.people
        await people.add_session(TOKEN, workplace.agent_id, "csrf", MONDAY_NINE + HOUR)
        await people.add_token(TOKEN, workplace.agent_id, "script")
        by_token = await people.token(TOKEN)
        await people.save_agent(replace(workplace.agent, is_disabled=True))
        session, token = await people.session(TOKEN, MONDAY_NINE), await people.token(TOKEN)
        await people.save_agent(workplace.agent)
        await people.end_sessions(agent_id=workplace.agent_id)
        ended = await people.session(TOKEN, MONDAY_NINE)

    assert by_token is not None
    assert by_token.csrf_token == ""
    assert by_token.expires_at > MONDAY_NINE
    assert session is token is ended is None


async def test_attempts_are_counted_per_window(store: Store) -> None:
    async with store.write() as tx:
        people = tx.people
        counts = [
            await people.count_attempt("anna", MONDAY_NINE),
            await people.count_attempt("anna", MONDAY_NINE),
            await people.count_attempt("ben", MONDAY_NINE),
            await people.count_attempt("anna", MONDAY_NINE + MINUTE),
        ]
        await people.forget_attempts("anna")
        anew = await people.count_attempt("anna", MONDAY_NINE + MINUTE)

    assert counts == [1, 2, 1, 1]
    assert anew == 1


async def test_an_answer_is_kept_once(store: Store) -> None:
    workplace = await Workplace().save(store)
    answer = KeptAnswer(request_sha256="ab", status=201, body=b'{"id": 1}\xff')

    async def keep() -> None:
        async with store.write() as tx:
            await tx.people.keep_answer(workplace.agent_id, "key", answer, MONDAY_NINE)

    await keep()

    async with store.write() as tx:
        assert await tx.people.kept_answer(workplace.agent_id, "key") == answer
        assert await tx.people.kept_answer(workplace.agent_id, "other") is None
    with pytest.raises(Conflict):
        await keep()


async def test_what_is_old_is_forgotten(store: Store) -> None:
    workplace = await Workplace().save(store)
    answer = KeptAnswer(request_sha256="ab", status=201, body=b"")

    async with store.write() as tx:
        people = tx.people
        await people.add_session(TOKEN, workplace.agent_id, "csrf", MONDAY_NINE)
        await people.keep_answer(workplace.agent_id, "old", answer, MONDAY_NINE)
        await people.keep_answer(workplace.agent_id, "new", answer, MONDAY_NINE + HOUR)
        await people.forget_old(MONDAY_NINE + HOUR, MONDAY_NINE + MINUTE)
        session = await people.session(TOKEN, MONDAY_NINE - HOUR)
        old = await people.kept_answer(workplace.agent_id, "old")
        new = await people.kept_answer(workplace.agent_id, "new")

    assert session is None
    assert old is None
    assert new == answer
