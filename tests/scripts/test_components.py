from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import components


@pytest.fixture(autouse=True)
def fresh_search() -> Iterator[None]:
    """What was found on this machine must not answer for a made-up one, nor the reverse."""
    components.find_again()
    yield
    components.find_again()


def a_program(path: Path, says: str, code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    path.chmod(0o755)
    return path


def a_postgres(folder: Path, version: int) -> Path:
    for name in ("postgres", "initdb", "psql"):
        a_program(folder / name, f"postgres (PostgreSQL) {version}.4 (Debian)")
    return folder


def test_the_newest_postgresql_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [a_postgres(tmp_path / str(version), version) for version in (15, 17, 16)]
    monkeypatch.setattr(components, "postgres_folders", lambda: iter(folders))

    assert components.find_postgres() == tmp_path / "17"


def test_an_old_or_half_postgresql_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper = a_program(tmp_path / "half" / "postgres", "postgres (PostgreSQL) 17.1").parent
    folders = [a_postgres(tmp_path / "old", 14), wrapper]
    monkeypatch.setattr(components, "postgres_folders", lambda: iter(folders))

    assert components.find_postgres() is None


def test_a_chromium_that_only_says_sorry_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(tmp_path / "chromium", "please install me otherwise", code=1)
    real = a_program(tmp_path / "google-chrome", "Google Chrome 156")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(components, "CHROMIUM_NAMES", ("chromium", "google-chrome"))

    assert components.find_chromium() == real


def on_a_machine(
    monkeypatch: pytest.MonkeyPatch, missing: list[str], *, is_debian_root: bool
) -> list[list[str]]:
    """Pretend that components are missing and nothing can be installed; return what is tried."""
    tried: list[list[str]] = []

    def note(command: list[str | Path], **_: object) -> bool:
        tried.append([Path(str(part)).name for part in command])
        return False

    monkeypatch.setattr(components, "missing", lambda: missing)
    monkeypatch.setattr(components, "is_debian_root", lambda: is_debian_root)
    monkeypatch.setattr(components, "succeeds", note)
    return tried


def test_what_is_missing_is_installed_through_apt_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    tried = on_a_machine(monkeypatch, ["PostgreSQL", "fonts"], is_debian_root=True)

    components.main()

    assert [command[:2] for command in tried] == [
        ["apt-get", "update"],
        *[["apt-get", "install"]] * 2,
    ]
    assert tried[1][-1] == "postgresql"
    assert "fonts-noto-core" in tried[2]


def test_elsewhere_chromium_comes_through_playwright(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    tried = on_a_machine(monkeypatch, ["PostgreSQL", "Chromium"], is_debian_root=False)

    components.main()

    assert tried == [["python", "-m", "playwright", "install", "chromium"]]
    assert "PostgreSQL was not found" in capsys.readouterr().out


def test_under_ci_a_missing_component_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    on_a_machine(monkeypatch, ["PostgreSQL"], is_debian_root=True)

    with pytest.raises(SystemExit, match="PostgreSQL was not found"):
        components.main()
