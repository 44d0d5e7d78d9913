"""What an answer begins with, by what was said before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from clew.domain.case import Case
from clew.domain.message import Direction
from clew.ports.channel import Correspondent
from clew.services.letters.drafting import draft_for
from tests.builders import an_id
from tests.services.letters.samples import BOOK, CASE, a_letter_in, an_identity

ANNA = an_identity()
WORK = an_identity("anna@work.example", 8)
THE_CASE = cast(Case, SimpleNamespace(id=CASE, subject="Called so"))


def content(**given: Any) -> dict[str, Any]:
    return {"subject": "My parcel", "from": [{"email": "anna@example.com"}], **given}


def test_everybody_who_had_it_gets_the_answer_but_ourselves() -> None:
    letter = a_letter_in(
        content=content(to=["help@shop.example", "b@c.example"], cc=["d@e.example"])
    )
    draft = draft_for(THE_CASE, [letter], [ANNA], BOOK)

    assert (draft.subject, draft.identity, draft.from_address) == (
        "Re: My parcel",
        ANNA,
        "help@shop.example",
    )
    assert draft.cc == (Correspondent("b@c.example"), Correspondent("d@e.example"))


def test_the_address_that_they_last_used_is_answered() -> None:
    letter = a_letter_in(content=content(**{"from": ["anna@work.example"]}), identity_id=WORK.id)

    draft = draft_for(THE_CASE, [letter], [ANNA, WORK], BOOK)
    assert (draft.identity, draft.cc) == (WORK, ())


def test_somebody_else_who_wrote_in_between_is_copied_and_the_contact_answered() -> None:
    guest = a_letter_in(content=content(**{"from": ["guest@x.example"]}), identity_id=an_id(99))

    draft = draft_for(THE_CASE, [guest], [ANNA], BOOK)
    assert draft.identity == ANNA
    assert draft.cc == (Correspondent("guest@x.example"),)


def test_a_vacation_note_changes_nothing_of_the_answer() -> None:
    letter = a_letter_in(content=content())
    note = a_letter_in(
        content=content(subject="Automatic reply: My parcel", cc=["all@work.example"]),
        is_automatic=True,
    )

    assert draft_for(THE_CASE, [note, letter], [ANNA], BOOK) == draft_for(
        THE_CASE, [letter], [ANNA], BOOK
    )
    alone = draft_for(THE_CASE, [note], [ANNA], BOOK)
    assert alone.subject == "Re: Automatic reply: My parcel"


def test_without_a_letter_the_case_lends_its_name() -> None:
    draft = draft_for(THE_CASE, [], [ANNA], BOOK)

    assert (draft.subject, draft.identity, draft.cc) == ("Called so", ANNA, ())
    assert draft_for(THE_CASE, [], [], BOOK).identity is None


def test_our_own_letter_that_nobody_answered_is_gone_on_with() -> None:
    mine = a_letter_in(
        direction=Direction.OUT,
        content={"subject": "Hello", "from": ["help@shop.example"], "cc": ["d@e.example"]},
    )
    draft = draft_for(THE_CASE, [mine], [ANNA], BOOK)

    assert (draft.subject, draft.from_address) == ("Hello", "help@shop.example")
    assert draft.cc == (Correspondent("d@e.example"),)


def test_letters_of_another_case_say_nothing() -> None:
    other = a_letter_in(case_id=an_id(55), content=content(cc=["d@e.example"]))

    assert draft_for(THE_CASE, [other], [ANNA], BOOK).cc == ()
