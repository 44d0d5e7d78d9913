"""A mail has one name for ever."""

from __future__ import annotations

from clew.channels.email.mails import name_of, write
from clew.channels.email.tokens import messages_in
from clew.channels.email.writing.readers import readers_of
from tests.channels.email.letters import CONFIG, KEY, MESSAGE_ID, OURS, a_heading, a_letter


def test_a_message_has_the_same_name_each_time_it_is_sent() -> None:
    """So that a copy which may have arrived twice falls together at the contact's."""
    letter = a_letter()
    written = write(letter, a_heading(), OURS, readers_of(letter.to, a_heading()), CONFIG)

    assert written.message_id == name_of(letter, OURS, CONFIG)
    assert messages_in(written.message_id, [KEY]) == (MESSAGE_ID,)
