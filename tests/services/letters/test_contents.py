"""The content of a message is read with care: channels write what their providers say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clew.domain.message import Message
from clew.ports.channel import Correspondent
from clew.services.letters.contents import as_content, names_in, people_in, subject_in
from tests.services.letters.samples import a_letter_in

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def with_content(content: Any) -> Message:
    return replace(a_letter_in(), content=content)


def test_people_are_found_once_in_order() -> None:
    content = {"to": [{"email": "a@b.example", "name": "A"}], "cc": ["c@d.example", "A@b.example"]}

    assert people_in(with_content(content), "to", "cc") == (
        Correspondent("A@b.example"),
        Correspondent("c@d.example"),
    )


def test_people_come_back_as_they_were_stored() -> None:
    people = (Correspondent("a@b.example", "A"), Correspondent("c@d.example"))

    assert people_in(with_content({"cc": as_content(people)}), "cc") == people


def test_a_message_is_called_as_the_provider_calls_it() -> None:
    assert names_in(with_content({"references": ["<a@b>", 7]})) == ("<a@b>", "<in@mail.example>")


@given(st.dictionaries(st.sampled_from(["subject", "to", "cc", "references"]), ANYTHING))
def test_no_content_is_too_odd(content: dict[str, Any]) -> None:
    message = with_content(content)

    assert isinstance(subject_in(message), str)
    assert all("@" in one.address for one in people_in(message, "to", "cc"))
    assert all(isinstance(one, str) for one in names_in(message))
