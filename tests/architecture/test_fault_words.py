"""Whatever can be wrong with a value is said in every language, and the front end finds it."""

import re

import pytest

from clew.domain.faults import Fault
from tests.architecture.sources import ROOT
from tests.architecture.test_catalogues import LOCALES, ORIGINAL, TRANSLATIONS, messages

DECLARED = {f"fault-{one.replace('_', '-')}" for one in Fault}


@pytest.mark.parametrize("language", [ORIGINAL, *TRANSLATIONS])
def test_every_fault_has_its_words(language: str) -> None:
    said = dict(messages((LOCALES / language / "faults.ftl").read_text("utf-8")))

    assert said.keys() == DECLARED


def test_the_front_end_knows_every_fault() -> None:
    code = (ROOT / "frontend" / "src" / "app" / "faults.ts").read_text("utf-8")

    assert set(re.findall(r"^  (\w+): msg\(", code, re.MULTILINE)) == set(Fault)
