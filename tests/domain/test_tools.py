"""What a canned reply may leave open."""

from hypothesis import given
from hypothesis import strategies as st

from clew.domain.tools import VARIABLES, unknown_variables


@given(st.lists(st.sampled_from(sorted(VARIABLES))), st.text(alphabet="ab .,\n"))
def test_what_can_be_filled_in_is_known(names: list[str], between: str) -> None:
    assert unknown_variables(between.join(f"{{{name}}}" for name in names)) == []


def test_what_nobody_can_fill_in_is_named_once_in_order() -> None:
    text = "Hello {contact.nick}, {agent.name} {order.id} {contact.nick}"

    assert unknown_variables(text) == ["contact.nick", "order.id"]


def test_braces_that_hold_no_name_are_words() -> None:
    assert unknown_variables("{} {1} { contact.name } {Contact} }{") == []
