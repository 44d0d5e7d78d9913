"""Recipients and reasons are found in words."""

from __future__ import annotations

from clew.channels.email.bounce_texts import human_part, said_of_recipients


def test_recipients_at_the_beginning_of_lines_have_what_follows() -> None:
    human = "Sorry.\n\n<a@x.example>:\nNo such user\n\n<b@x.example>: Mailbox full\n"

    assert list(said_of_recipients(human, set(), ())) == [
        ("a@x.example", "No such user"),
        ("b@x.example", "Mailbox full"),
    ]


def test_a_recipient_in_a_sentence_is_found_and_we_are_none() -> None:
    human = "Dear help@clew.example, your mail to ana@x.example failed."

    assert [name for name, _ in said_of_recipients(human, {"help@clew.example"}, ())] == [
        "ana@x.example"
    ]


def test_without_a_recipient_everything_is_the_reason() -> None:
    assert list(said_of_recipients("It failed.", set(), ())) == [("", "It failed.")]


def test_the_copy_of_the_mail_is_not_what_the_server_says() -> None:
    text = "Failed.\n--- Below this line is a copy of the message.\nTo: c@x.example"

    assert human_part(text) == "Failed.\n"
    assert human_part("Failed.") == "Failed."
