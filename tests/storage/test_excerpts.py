from clew.storage.excerpts import SHOWN_CHARS, excerpt


def test_a_message_is_shown_by_its_beginning() -> None:
    assert excerpt("Hello " * 100) == ("Hello " * 100)[:SHOWN_CHARS]


def test_a_letter_is_shown_by_what_is_new_in_it() -> None:
    """A list would else show the same quoted lines for every answer."""
    assert excerpt("Yes.\n\nOn Monday Olga wrote:\n> Blue?", {"reply": "Yes."}) == "Yes."


def test_where_nothing_is_new_the_text_is_shown() -> None:
    assert excerpt("> Blue?", {"reply": " "}) == "> Blue?"
    assert excerpt("Hello", {"reply": None}) == "Hello"
    assert excerpt("Hello", None) == "Hello"


def test_a_picture_in_the_text_is_shown_by_its_name() -> None:
    assert excerpt("See ![label.png](attachment:01a2-b3) here") == "See [label.png] here"
