from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scripts import frontend

PACKAGE: dict[str, object] = {"version": "1.0.0"}
FOR_ANOTHER_MACHINE: dict[str, object] = {"version": "2.0.0", "optional": True}
NPM = """\
#!/bin/sh
echo "$@" >> ../calls
case "$1" in
    run) mkdir -p ../static && echo page > ../static/index.html ;;
    ci) cp package-lock.json node_modules/.package-lock.json ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end whose npm notes each call and builds one page."""
    folder = tmp_path / "frontend"
    (folder / "node_modules").mkdir(parents=True)
    (folder / "page.ts").write_text("export {}")
    write_lock(folder / "package-lock.json", {"": {}, "node_modules/vue": PACKAGE})
    programs = tmp_path / "bin"
    programs.mkdir()
    npm = programs / "npm"
    npm.write_text(NPM)
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("CLEW_SKIP_FRONTEND", raising=False)
    for name, value in {
        "ROOT": tmp_path,
        "FRONTEND": folder,
        "ENTRY": tmp_path / "static" / "index.html",
        "CACHE": tmp_path / "cache",
        "STAMP": tmp_path / "cache" / "frontend",
    }.items():
        monkeypatch.setattr(frontend, name, value)
    return folder


def write_lock(path: Path, packages: dict[str, dict[str, object]]) -> None:
    path.write_text(json.dumps({"packages": packages}))


def calls(project: Path) -> list[str]:
    noted = project.parent / "calls"
    return [line.split()[0] for line in noted.read_text().splitlines()] if noted.exists() else []


def test_the_first_build_installs_and_builds(project: Path) -> None:
    frontend.build()

    assert calls(project) == ["ci", "run"]


def test_nothing_is_done_twice_for_the_same_sources(project: Path) -> None:
    frontend.build()
    (project / "page.ts").touch()
    frontend.build()

    assert calls(project) == ["ci", "run"]


def test_changed_sources_are_built_without_installing_again(project: Path) -> None:
    frontend.build()
    (project / "page.ts").write_text("export const changed = true")
    frontend.build()

    assert calls(project) == ["ci", "run", "run"]


def test_a_changed_catalogue_is_built(project: Path) -> None:
    frontend.build()
    (project.parent / "locales").mkdir()
    (project.parent / "locales" / "en.ftl").write_text("wake = Wake")
    frontend.build()

    assert calls(project) == ["ci", "run", "run"]


def test_what_was_removed_is_built_again(project: Path) -> None:
    frontend.build()
    frontend.ENTRY.unlink()
    frontend.build()

    assert calls(project) == ["ci", "run", "run"]


def test_another_version_is_installed(project: Path) -> None:
    frontend.install_packages()
    write_lock(project / "package-lock.json", {"node_modules/vue": {"version": "1.0.1"}})
    frontend.install_packages()

    assert calls(project) == ["ci", "ci"]


def test_a_package_for_another_machine_may_be_missing(project: Path) -> None:
    write_lock(
        project / "package-lock.json",
        {"node_modules/vue": PACKAGE, "node_modules/only-there": FOR_ANOTHER_MACHINE},
    )
    write_lock(project / "node_modules" / ".package-lock.json", {"node_modules/vue": PACKAGE})

    assert frontend.are_packages_installed()


def test_a_finished_build_can_be_taken_as_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frontend.build()
    (project / "page.ts").write_text("export const changed = true")
    monkeypatch.setenv("CLEW_SKIP_FRONTEND", "1")
    frontend.build()

    assert calls(project) == ["ci", "run"]


@pytest.mark.usefixtures("project")
def test_a_build_that_is_not_finished_cannot_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEW_SKIP_FRONTEND", "1")

    with pytest.raises(SystemExit, match="no finished build"):
        frontend.build()


@pytest.mark.usefixtures("project")
def test_without_npm_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(SystemExit, match=r"^clew: the front end needs npm: install Node\.js 20"):
        frontend.build()
