"""Whether a contact is shown that we have read what they wrote: each inbox says when.

To have read a message says something about us, and who sees it waits for an answer. So it is
shown with the answer, unless an inbox is told otherwise.
"""

from collections.abc import Mapping
from enum import StrEnum

from clew.ports.channel.settings import Setting

READ_MARKS = "read_marks"


class ReadMarks(StrEnum):
    """When a contact sees that their messages were read."""

    ANSWERED = "answered"
    OPENED = "opened"  # by the agent who owns the case; that they write is shown as well
    NEVER = "never"


READ_MARKS_SETTING = Setting(
    READ_MARKS,
    "Read marks",
    "when contacts see that their messages were read: answered, opened by the owner, or never",
    is_required=False,
    default=ReadMarks.ANSWERED.value,
    choices=tuple(ReadMarks),
    group="more",
    is_rare=True,
)


def read_marks_in(settings: Mapping[str, str]) -> ReadMarks:
    """Return what an inbox says of read marks."""
    return ReadMarks(settings.get(READ_MARKS) or ReadMarks.ANSWERED)
