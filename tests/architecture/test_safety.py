"""What is never done, however convenient: running data, and naming where packages come from."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, Source, imports, none_of, package_sources

FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}
FORBIDDEN_CALLS = {"eval", "exec", "yaml.load", "yaml.unsafe_load", "yaml.full_load"}
ADDRESS = re.compile(r"[a-z+]+://|\bgit@|--(extra-)?index-url|--find-links", re.IGNORECASE)
PYTHON_LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def dangers(source: Source) -> list[str]:
    """Return the places where data could be run as a program."""
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    return [
        source.at(node, f"imports {name}")
        for node, name in imports(source)
        if name.split(".")[0] in FORBIDDEN_MODULES
    ] + [
        source.at(node, f"calls {ast.unparse(node.func)}")
        for node in calls
        if ast.unparse(node.func) in FORBIDDEN_CALLS
    ]


def addresses(lock: str) -> list[str]:
    """Return the lines of a lock that say where a package is to be fetched."""
    return [line for line in lock.splitlines() if ADDRESS.search(line)]


def pins(lock: str) -> dict[str, str]:
    """Return the version that a lock of Python packages gives each."""
    return dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;]+)", lock, re.M))


def test_no_data_is_run() -> None:
    none_of([finding for source in package_sources() for finding in dangers(source)])


@pytest.mark.parametrize(
    "line",
    ["import pickle", "from pickle import loads", "eval('1')", "import yaml\nyaml.load(text)"],
)
def test_a_danger_is_noticed(line: str) -> None:
    assert dangers(Source("clew/web/planted.py", line)) != []


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda path: path.name)
def test_python_locks_carry_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text("utf-8")

    assert addresses(text) == []
    assert text.count("--hash=sha256:") >= len(pins(text)) > 0


def test_the_front_end_lock_carries_hashes_and_no_addresses() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    locked = {name: package for name, package in packages.items() if name}

    assert "://" not in text
    assert [name for name, package in locked.items() if "integrity" not in package] == []


def test_an_address_in_a_lock_is_noticed() -> None:
    assert addresses("--index-url https://packages.example/simple\nclew==1\n") != []


def test_the_locks_agree() -> None:
    """What is tested must be what is run."""
    runtime, dev = (
        pins((ROOT / "requirements" / f"{name}.txt").read_text("utf-8"))
        for name in ("runtime", "dev")
    )

    assert {name: dev.get(name) for name in runtime} == runtime
