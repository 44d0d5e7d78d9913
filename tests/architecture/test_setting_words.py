"""Every setting that a channel declares has its words in every language, and nothing else has."""

from __future__ import annotations

import pytest

from clew.channels.registry import installed_channels
from tests.architecture.sources import none_of
from tests.architecture.test_catalogues import LOCALES, ORIGINAL, TRANSLATIONS, messages

# What the switch of a form says needs no words of its own.
SWITCH = {"yes", "no"}


def declared() -> set[str]:
    """Return the names of all words that forms of inboxes need; a chat's form has its own."""
    found = set()
    for channel in installed_channels().values():
        found.add(f"setting-channel-{channel.key}-about")
        if channel.chat is not None:
            continue
        for setting in channel.settings:
            name = f"setting-{channel.key}-{setting.name.replace('_', '-')}"
            found |= {name, f"{name}-about"}
            found |= {f"setting-choice-{one}" for one in {*setting.choices} - SWITCH}
            if setting.group:
                found.add(f"setting-group-{setting.group}")
    return found


@pytest.mark.parametrize("language", [ORIGINAL, *TRANSLATIONS])
def test_every_declared_setting_has_its_words(language: str) -> None:
    said = dict(messages((LOCALES / language / "settings.ftl").read_text("utf-8")))

    none_of([f"{name} is not said in {language}" for name in sorted(declared() - said.keys())])
    none_of([f"{name} is declared nowhere" for name in sorted(said.keys() - declared())])
