"""The schema's history is one line: each revision follows the one before it."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT

REVISIONS = sorted((ROOT / "clew/storage/migrations/versions").glob("[0-9]*.py"))


def test_each_revision_follows_the_one_before_it_and_is_named_as_its_file_begins() -> None:
    names = [path.name.partition("_")[0] for path in REVISIONS]
    said = [
        re.search(r'^revision = "(\d+)"\ndown_revision = (None|"\d+")$', path.read_text(), re.M)
        for path in REVISIONS
    ]

    found = [(one[1], one[2].strip('"')) for one in said if one]

    assert found == list(zip(names, ["None", *names[:-1]], strict=True))
