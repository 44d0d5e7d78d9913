"""What is installed by `pip install .`: the program, and the front end that was built for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "clew", "scripts")
BUILT = ("clew/static/workspace/index.html", "clew/static/widget/widget.js")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a wheel is made from, without a front end."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            no_build = shutil.ignore_patterns("static", "__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=no_build)
        else:
            shutil.copy(ROOT / part, copy)
    return copy


def build_wheel(copy: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"],
        cwd=copy,
        env={**os.environ, "CLEW_SKIP_FRONTEND": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wheel_holds_the_program_and_the_front_end(copy: Path) -> None:
    for name in BUILT:
        (copy / name).parent.mkdir(parents=True)
        (copy / name).write_text("built")

    done = build_wheel(copy)

    assert done.returncode == 0, done.stderr
    [wheel] = (copy / "dist").glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"clew/__init__.py", "clew/channels/whatsapp/README.md", *BUILT} <= set(names)
    assert {name.split("/")[0] for name in names} == {
        "clew",
        wheel.name.partition("-py3")[0] + ".dist-info",
    }


def test_a_wheel_without_a_front_end_is_refused(copy: Path) -> None:
    done = build_wheel(copy)

    assert done.returncode != 0
    assert "clew/static holds no finished build" in done.stdout + done.stderr
