"""An invitation and an answer to it are readable without a calendar."""

from __future__ import annotations

from clew.channels.email.mime.calendars import describe, is_calendar, method_of

INVITATION = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
SUMMARY:Visit\\, first
 floor
DTSTART;TZID="Europe/Warsaw":20240603T100000
DTEND:20240603T110000Z
LOCATION:Room 5
ORGANIZER;CN="Ana; B":mailto:ana@x.example
DESCRIPTION:One\\nTwo
END:VEVENT
END:VCALENDAR
"""


def test_an_invitation_says_what_when_where_and_who() -> None:
    assert describe(INVITATION).split("\n") == [
        "Visit, firstfloor",
        "2024-06-03 10:00 Europe/Warsaw – 2024-06-03 11:00 UTC",
        "Room 5",
        "Ana; B <ana@x.example>",
        "",
        "One",
        "Two",
    ]


def test_an_answer_says_who_answered_what() -> None:
    answer = (
        "METHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED;CN=Jan:mailto:j@x.example\n"
        "DTSTART:20240603\nEND:VEVENT"
    )

    assert method_of(answer) == "REPLY"
    assert describe(answer) == "2024-06-03\nJan <j@x.example>: ACCEPTED"


def test_what_is_no_calendar_says_nothing() -> None:
    assert (describe("words"), method_of("words")) == ("", "")
    assert is_calendar("text/calendar")
    assert not is_calendar("text/plain")
