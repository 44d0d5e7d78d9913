"""Make the reference pages that are read off the code: settings and commands.

`python scripts/reference.py` writes them; a test fails when they are stale.
"""

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from clew.cli.program import program  # noqa: E402 - found from here
from clew.settings import PREFIX, Settings  # noqa: E402

FOLDER = ROOT / "docs" / "reference"


def settings_page() -> str:
    """Return the page of all settings."""
    hints = get_type_hints(Settings, include_extras=True)
    rows = [
        f"| `{PREFIX}{one.name.upper()}` | {hints[one.name].__metadata__[0]} "
        f"| {_default(one.default)} |"
        for one in fields(Settings)
    ]
    head = [
        "# Settings",
        "",
        "Each is read from the environment; the command line overrides some of them.",
        "This page is made from `clew/settings.py`.",
        "",
        "| variable | what it is | default |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def commands_page() -> str:
    """Return the page of all commands."""
    head = [
        "# Commands",
        "",
        "Exit codes: 0 fine, 1 a finding, 2 wrong use; an error is one line that says what to do.",
        "This page is made from `clew/cli`.",
        "",
    ]
    return "\n".join([*head, *_described("clew", program)])


def _described(name: str, command: object) -> Iterator[str]:
    children = getattr(command, "commands", None)
    if children:
        for child_name, child in children.items():
            if not child.hidden:
                yield from _described(f"{name} {child_name}", child)
        return
    yield f"## `{name}`"
    yield ""
    yield str(getattr(command, "help", "")).strip()
    yield ""
    for one in command.params:  # type: ignore[attr-defined]
        names = ", ".join(f"`{option}`" for option in one.opts) or f"`{one.name}`"
        needed = " (required)" if one.required else ""
        yield f"- {names}{needed}: {getattr(one, 'help', '') or ''}"
    yield ""


def _default(value: object) -> str:
    return "" if value in ("", None) else f"`{value}`"


PAGES = {"settings.md": settings_page, "commands.md": commands_page}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page())


if __name__ == "__main__":
    main()
