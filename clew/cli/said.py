"""How the command line speaks: JSON for machines, lines for people, one line for what is wrong."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

WRONG_USE = 2


class WrongUse(Exception):
    """The command cannot be carried out as given; the sentence says what to do."""


class Finding(Exception):
    """The command worked and found something amiss."""


def complain(sentence: str) -> int:
    """Say in one line what is wrong; return the exit code for it."""
    print(f"clew: {' '.join(sentence.split())}", file=sys.stderr)
    return WRONG_USE


def say_json(value: object) -> None:
    """Print a value for a machine."""
    print(json.dumps(value, default=_plain, ensure_ascii=False))


def say_rows(rows: Sequence[Mapping[str, object]], *, as_json: bool) -> None:
    """Print rows: JSON lines for a machine, aligned columns for a person."""
    if as_json:
        for row in rows:
            say_json(row)
        return
    if not rows:
        print("none")
        return
    names = list(rows[0])
    texts = [[_text(row[name]) for name in names] for row in rows]
    widths = [max(len(line[place]) for line in [names, *texts]) for place in range(len(names))]
    for line in [names, *texts]:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        )


def secrets_from_stdin(wanted: Sequence[str]) -> dict[str, str]:
    """Read secrets from standard input, one a line, in the order asked for.

    Raises:
        WrongUse: There are fewer lines than secrets.
    """
    lines = [sys.stdin.readline().rstrip("\r\n") for _ in wanted]
    for name, line in zip(wanted, lines, strict=True):
        if not line:
            raise WrongUse(
                f"give {name} on standard input, one secret a line in the order asked for"
            )
    return dict(zip(wanted, lines, strict=True))


def _text(value: object) -> str:
    if value is None:
        return "-"
    return str(_plain(value)) if isinstance(value, datetime) else str(value)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)
