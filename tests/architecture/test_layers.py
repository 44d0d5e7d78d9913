"""Who may know whom. The contracts are in pyproject.toml; what they cannot say is here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT, Source, imports, none_of, package_sources

ADAPTERS = (
    "clew.storage",
    "clew.bus",
    "clew.blobs",
    "clew.vault",
    "clew.http",
    "clew.smtp",
    "clew.language",
)
# Where the program is put together: only here is it known which adapters there are.
COMPOSITION = ("clew/app.py", "clew/cli/", "clew/demo/")


def named_adapters(sources: tuple[Source, ...]) -> list[str]:
    """Return the places outside the composition that import an adapter of another package."""
    return [
        source.at(node, f"names an adapter, {name}")
        for source in sources
        if not source.path.startswith(COMPOSITION)
        for node, name in imports(source)
        for adapter in ADAPTERS
        if f"{name}.".startswith(f"{adapter}.")
        and not source.path.startswith(adapter.replace(".", "/"))
    ]


def neighbouring_channels(sources: tuple[Source, ...]) -> list[str]:
    """Return the places where one channel imports another."""
    found = []
    for source in sources:
        own = re.match(r"clew/channels/(\w+)/", source.path)
        for node, name in imports(source) if own else []:
            other = re.match(r"clew\.channels\.(\w+)", name)
            if own and other and other[1] != own[1] and (PACKAGE / "channels" / other[1]).is_dir():
                found.append(source.at(node, f"knows the channel {other[1]}"))
    return found


def optional_layers() -> list[str]:
    """Return the layers that the contract allows to be missing."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [name for layer in layers for name in re.findall(r"\((\w+)\)", layer)]


def run_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    lint_imports = "import sys; from importlinter.cli import lint_imports_command as main; main()"
    return subprocess.run(
        [sys.executable, "-c", lint_imports, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_hold() -> None:
    done = run_contracts(ROOT)

    assert done.returncode == 0, done.stdout


def test_a_broken_contract_is_noticed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "clew", ignore=shutil.ignore_patterns("static"))
    (tmp_path / "clew" / "domain" / "planted.py").write_text("import clew.planted_above\n")
    (tmp_path / "clew" / "planted_above.py").write_text("")

    done = run_contracts(tmp_path)

    assert done.returncode == 1, done.stdout
    assert "planted_above" in done.stdout


def test_a_layer_may_be_missing_only_while_it_is() -> None:
    there = [
        name
        for name in optional_layers()
        if (PACKAGE / f"{name}.py").exists() or any((PACKAGE / name).glob("*.py"))
    ]

    assert there == [], "take the parentheses in pyproject.toml away from these"


def test_only_the_composition_names_adapters() -> None:
    none_of(named_adapters(package_sources()))


@pytest.mark.parametrize(
    "line", ["import clew.storage.sqlite", "from clew import bus", "from clew.blobs.files import a"]
)
def test_a_named_adapter_is_noticed(line: str) -> None:
    planted = Source("clew/web/planted.py", line)

    assert named_adapters((planted,)) != []


def test_channels_do_not_know_each_other() -> None:
    none_of(neighbouring_channels(package_sources()))


def test_a_channel_that_knows_another_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", lambda _: True)
    planted = Source("clew/channels/email/inbound.py", "from clew.channels.whatsapp import inbound")

    assert neighbouring_channels((planted,)) != []
