"""The pages lead somewhere: every link between files of the repository has its file."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.sources import ROOT, none_of

# The target of a link or picture, without its title and fragment.
LINK = re.compile(r"\]\(([^)#\s]+)")
# Examples of code hold brackets that are no links.
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)


def pages() -> list[Path]:
    """Return the pages that people read: at the top, in docs/, and beside each channel."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted([*found, *(ROOT / "clew").rglob("README.md")])


def dead_links(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere."""
    targets = LINK.findall(CODE.sub("", page.read_text("utf-8")))
    return [
        f"{page}: {target}"
        for target in targets
        if "://" not in target
        and not target.startswith("mailto:")
        and not (page.parent / target).exists()
    ]


def test_every_link_leads_somewhere() -> None:
    none_of([link for page in pages() for link in dead_links(page)])


def reached_from(start: Path) -> set[Path]:
    """Return the pages that somebody finds who follows links from a page."""
    found, waiting = set[Path](), [start.resolve()]
    while waiting:
        page = waiting.pop()
        if page in found:
            continue
        found.add(page)
        targets = LINK.findall(CODE.sub("", page.read_text("utf-8")))
        there = [(page.parent / target).resolve() for target in targets if "://" not in target]
        waiting += [one for one in there if one.suffix == ".md" and one.exists()]
    return found


def test_every_page_is_found_from_the_first() -> None:
    found = reached_from(ROOT / "README.md")

    none_of([str(page) for page in pages() if page.resolve() not in found])


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("See [there](nowhere.md#part), [here](page.md) and `[no](link.md)`.")

    assert dead_links(page) == [f"{page}: nowhere.md"]
