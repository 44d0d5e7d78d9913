"""How a fault is planted in the domain, and taken out again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

from clew.domain import effects, events
from clew.domain.facts import Facts

Plant = Callable[[pytest.MonkeyPatch], None]


def everywhere(monkeypatch: pytest.MonkeyPatch, original: object, planted: object) -> None:
    """Put `planted` wherever a module of the domain has `original` under a name."""
    places = 0
    for module in _domain():
        for name, value in list(vars(module).items()):
            if value is original:
                monkeypatch.setattr(module, name, planted)
                places += 1
    assert places, "nothing was planted"


def _domain() -> Iterator[ModuleType]:
    names = [name for name in sys.modules if name.startswith("clew.domain.")]
    return (sys.modules[name] for name in names)


def effect(
    monkeypatch: pytest.MonkeyPatch,
    kind: type[events.Event],
    change: Callable[[Facts, Facts, Any], Facts],
) -> None:
    """Let `change` spoil what an event does, given the facts before and after and the event."""
    original = effects.EFFECTS[kind]
    monkeypatch.setitem(
        effects.EFFECTS, kind, lambda old, event: change(old, original(old, event), event)
    )


@contextmanager
def planted(plant: Plant) -> Iterator[None]:
    """Let a mutant live for a while."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        plant(monkeypatch)
        yield
