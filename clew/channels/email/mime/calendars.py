"""Invitations and answers to them, in words that need no translation.

Source: RFC 5545 and RFC 5546 (METHOD).
"""

import re

_FOLDED = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"([A-Z-]{1,40})((?:;[^:;\"]*+(?:\"[^\"]*+\"[^:;\"]*+)*+)*+):(.*)")
_METHOD = re.compile(r"^METHOD:\s*([A-Z]+)", re.M)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?")
_ZONE = re.compile(r"TZID=\"?([^;:\"]+)")
_STATE = re.compile(r"PARTSTAT=\"?([A-Z-]+)")
_NAME = re.compile(r"CN=(\"[^\"]+\"|[^;:\"]+)")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_ANSWERS = frozenset({"REPLY", "COUNTER"})
_MAX_TEXT = 200_000
_MAX_LINES = 2_000


def is_calendar(content_type: str) -> bool:
    """Say whether a part is a calendar entry."""
    return content_type in {"text/calendar", "application/ics"}


def method_of(text: str) -> str:
    """Return what is asked by it, such as "REQUEST" or "REPLY", or ""."""
    found = _METHOD.search(text[:_MAX_TEXT])
    return found[1] if found else ""


def describe(text: str) -> str:
    """Return the first entry as lines: what, when, where, who, and what was answered."""
    unfolded = _FOLDED.sub("", text[:_MAX_TEXT])
    event = unfolded.partition("BEGIN:VEVENT")[2].partition("END:VEVENT")[0]
    found = [line for text in event.split("\n")[:_MAX_LINES] if (line := _LINE.match(text[:4_000]))]
    lines: dict[str, tuple[str, str]] = {}
    for line in found:
        lines.setdefault(line[1], (line[2], line[3].strip()))
    start, end = (_moment(*lines.get(name, ("", ""))) for name in ("DTSTART", "DTEND"))
    method = method_of(unfolded)
    answers = (
        f"{_person(line[2], line[3].strip())}: {state[1]}"
        for line in found
        if method in _ANSWERS and line[1] == "ATTENDEE" and (state := _STATE.search(line[2]))
    )
    said = (
        _plain(lines.get("SUMMARY", ("", ""))[1]),
        " – ".join(moment for moment in (start, end) if moment),
        _plain(lines.get("LOCATION", ("", ""))[1]),
        _person(*lines.get("ORGANIZER", ("", ""))),
        *answers,
        _plain(lines.get("COMMENT", ("", ""))[1]),
        "\n" + _plain(lines["DESCRIPTION"][1]) if lines.get("DESCRIPTION", ("", ""))[1] else "",
    )
    return "\n".join(line for line in said if line)


def _moment(parameters: str, value: str) -> str:
    stamp = _STAMP.match(value)
    if stamp is None:
        return ""
    day = f"{stamp[1]}-{stamp[2]}-{stamp[3]}"
    if stamp[4] is None:
        return day
    zone = _ZONE.search(parameters)
    named = "UTC" if stamp[6] else zone[1] if zone else ""
    return f"{day} {stamp[4]}:{stamp[5]} {named}".strip()


def _person(parameters: str, value: str) -> str:
    address = re.sub(r"^mailto:", "", value, flags=re.I)
    found = _NAME.search(parameters)
    name = found[1].strip('"') if found else address
    return f"{name} <{address}>" if name != address else address


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
