"""Marks are one word each, which nobody can type."""

from clew.storage.search.marks import of_channel


def test_a_channel_is_one_word() -> None:
    assert of_channel("Web-Chat 2") == "_cweb_chat_2"
