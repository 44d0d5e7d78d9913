"""Subjects: kept as they are, so that mail programs keep an exchange together, with one "Re:"."""

import re

from clew.channels.email.writing.addresses import one_line

LONGEST = 250
# What mail programs put before a subject when they answer, in the languages that have their own.
_REPLY = re.compile(
    r"""\s*(?:
        (?: re | r | rif | res | ref | aw | antw(?:ort)? | odp | odpowied[zź] | sv | vs | vá | ang
          | ynt | yan | atb | vast | tr\.re | 答复 | 回复 | 回覆 | 返信 | отв(?:ет)? | на | відп )
        \s* (?:\[\d+\]|\(\d+\)|\^\d+)? \s* \.? \s* [:\uff1a]
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def bare(subject: str) -> str:
    """Return a subject without what answering has put before it."""
    text = one_line(subject, 1000)
    while found := _REPLY.match(text):
        text = text[found.end() :].lstrip()
    return text[:LONGEST]


def answering(subject: str) -> str:
    """Return the subject of an answer: "Re:" once, whatever stood there."""
    plain = bare(subject)
    return f"Re: {plain}" if plain else ""
