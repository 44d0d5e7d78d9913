"""Joining and parting while people write and are answered, and in any order: nothing is lost."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.domain.case import Case
from clew.domain.ids import MergeId
from clew.domain.merging import CannotBeJoined
from clew.domain.message import AuthorKind
from clew.services.cases import park, promise
from clew.services.drafts import KeepDraft, keep_draft
from clew.services.marks import star
from clew.services.replies import AddNote, add_note
from clew.storage import schema
from tests.builders import A_DAY, HOUR
from tests.services.recognition.people import People
from tests.services.world import World, a_world

WRITTEN, ANSWERED, JOINED = 10, 5, 4
NAMES = ("One", "Two", "Three", "Four")

Step = tuple[Literal["write", "answer", "note", "merge", "part"], int, int]


async def said_by_address(people: People) -> dict[str, list[str]]:
    """Return what came in, by the number that it came from."""
    numbers = {row["id"]: row["display"] for row in await people.rows(schema.identities)}
    found: dict[str, list[str]] = {}
    for row in await people.rows(schema.messages, direction="in"):
        found.setdefault(numbers[row["identity_id"]], []).append(row["text"])
    return {number: sorted(texts) for number, texts in found.items()}


BOTH = ("Judit", "Jutka")


async def write(people: People) -> None:
    for number in range(1, WRITTEN):
        for name in BOTH:
            await people.say(name, f"{name} {number}")


async def answer(people: People, case: Case, name: str) -> None:
    for number in range(ANSWERED):
        await people.answer(case, f"to {name} {number}")
        await asyncio.sleep(0)


async def join_and_part(people: People, one: Case, other: Case) -> None:
    for _ in range(JOINED):
        merge_id = await people.merge(one, other)
        await asyncio.sleep(0)
        await people.part(one, merge_id)


async def test_what_is_written_while_two_are_joined_and_parted_is_all_there(
    each_world: World,
) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "Judit 0"), await people.write("Jutka", "Jutka 0")

    await asyncio.gather(
        write(people),
        answer(people, judit, "Judit"),
        answer(people, other, "Jutka"),
        join_and_part(people, judit, other),
    )
    while await each_world.sends():
        pass

    assert len(await people.rows(schema.merges)) == JOINED
    answers: list[str] = []
    for case, name in ((judit, "Judit"), (other, "Jutka")):
        texts = await people.texts(case.conversation_id)
        received = sorted(one for one in texts if not one.startswith("to "))
        assert received == sorted(f"{name} {n}" for n in range(WRITTEN))
        answers += [one for one in texts if one.startswith("to ")]
    # What was answered while they were one went to where that one wrote last, and stays there.
    assert sorted(answers) == [f"to {name} {n}" for name in BOTH for n in range(ANSWERED)]
    assert await people.audit() == {}


async def test_what_agents_keep_of_a_case_goes_with_it_and_comes_back(each_world: World) -> None:
    people, asker, deps = People(each_world), each_world.asker, each_world.deps
    judit, parked = await people.write("Judit"), await people.write("Jutka")
    promised = await people.write("Third")
    now = deps.clock.now()
    await people.answer(parked)
    await each_world.sends()
    await park(parked.id, now + A_DAY, "the refund", asker=asker, deps=deps)
    await promise(promised.id, now + HOUR, asker=asker, deps=deps)
    for case in (parked, promised):
        await star(case.id, case.id, asker=asker, deps=deps)
        draft = KeepDraft(case_id=case.id, mode="reply", content={"text": "x"}, written_at=now)
        await keep_draft(draft, asker=asker, deps=deps)
    before = await people.everything()
    facts = {case.id: await people.case(case.id) for case in (parked, promised)}

    merges = [await people.merge(judit, other) for other in (parked, promised)]
    for table in (schema.stars, schema.drafts, schema.moves):
        rows = [{**row, "v": 0} for row in await people.rows(table)]
        assert (
            sorted(str({k: v for k, v in row.items() if k != "v"}) for row in rows)
            == (before[table.name])
        )
    for case_id, was in facts.items():
        joined = await people.case(case_id)
        assert (joined.facts, joined.moves) == (was.facts, was.moves)
    for merge_id in merges:
        await people.part(judit, merge_id)

    assert await people.everything() == before
    assert await people.audit() == {}


class Story:
    """What happens to four people, step by step; what a rule refuses does not happen."""

    def __init__(self, people: People, first: dict[str, Case]) -> None:
        self._people = people
        self._first = first
        self._merges: list[tuple[Case, MergeId]] = []

    async def step(self, number: int, what: str, one: int, other: int) -> None:
        name, people = NAMES[one], self._people
        case = await people.case(self._first[name].id)
        if what == "write":
            await people.say(name, f"{name} {number}")
        elif what == "answer":
            await people.answer(case, f"answer {number}")
        elif what == "note":
            await self._note(case, f"note {number}")
        elif what == "merge":
            with suppress(CannotBeJoined):
                merge_id = await people.merge(case, self._first[NAMES[other]])
                self._merges.append((case, merge_id))
        elif self._merges:
            await people.part(*self._merges.pop(one % len(self._merges)))

    async def end(self) -> None:
        """Part all who are still joined."""
        while self._merges:
            await self._people.part(*self._merges.pop())

    async def _note(self, case: Case, text: str) -> None:
        world = self._people.world
        note = AddNote(
            conversation_id=case.conversation_id,
            note_id=world.deps.ids.new(),  # type: ignore[arg-type]
            case_id=case.id,
            text=text,
        )
        await add_note(note, asker=world.asker, deps=world.deps)


async def play(people: People, steps: list[Step]) -> None:
    """Let a story happen; the auditor looks at every step of it."""
    story = Story(people, {name: await people.write(name, f"{name} begins") for name in NAMES})
    for number, step in enumerate(steps):
        await story.step(number, *step)
        assert await people.audit() == {}, step
    await story.end()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "answer", "note", "merge", "merge", "part"]),
        st.integers(0, len(NAMES) - 1),
        st.integers(0, len(NAMES) - 1),
    ),
    max_size=14,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_after_any_story_each_has_their_own_words_and_the_auditor_finds_nothing(
    steps: list[Step],
) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with a_world(Path(folder), f"sqlite:///{folder}/clew.db") as world:
                people = People(world)
                await play(people, steps)
                said = await said_by_address(people)
                texts = [text for one in said.values() for text in one]
                written = sum(what == "write" for what, *_ in steps)
                assert len(texts) == len(NAMES) + written
                for words in said.values():
                    assert len({text.split()[0] for text in words}) == 1
                conversations = {
                    row["conversation_id"]: set[str]() for row in await people.rows(schema.messages)
                }
                for row in await people.rows(schema.messages, author_kind=AuthorKind.CONTACT.value):
                    conversations[row["conversation_id"]].add(row["text"].split()[0])
                assert sorted(map(len, conversations.values())) == [1] * len(NAMES)
                assert await people.audit() == {}

    asyncio.run(story())
