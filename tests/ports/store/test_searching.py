"""Whether a question asks for anything but words."""

from dataclasses import replace

from clew.domain.ids import TagId
from clew.ports.store.searching import SearchQuery
from tests.builders import MONDAY_NINE, WORKSPACE, an_id


def test_words_are_no_filter_and_everything_else_is() -> None:
    words = SearchQuery(workspace_id=WORKSPACE, text="kettle")

    assert not words.has_filter
    assert replace(words, has_file=True).has_filter
    assert replace(words, until=MONDAY_NINE).has_filter
    assert not replace(words, until=MONDAY_NINE).is_of_cases
    assert replace(words, tag_id=TagId(an_id(4))).is_of_cases
