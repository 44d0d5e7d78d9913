from __future__ import annotations

from pathlib import Path

import pytest

from scripts import install
from scripts.install import find_uv, fingerprint, without_package

LOCK = """\
# made by a tool
hatchling==1.0 \\
    --hash=sha256:aa
    # via clew
uv==0.13 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via clew
uvicorn==0.5 \\
    --hash=sha256:dd
"""


def test_a_package_leaves_a_lock_with_its_hashes() -> None:
    rest = without_package("uv", LOCK)

    assert "uvicorn==0.5" in rest
    assert "hatchling==1.0" in rest
    assert "sha256:dd" in rest
    assert "uv==" not in rest
    assert "sha256:bb" not in rest
    assert "sha256:cc" not in rest


def test_a_changed_lock_is_another_state(tmp_path: Path) -> None:
    lock = tmp_path / "runtime.txt"
    lock.write_text(LOCK)
    before = fingerprint(lock)

    lock.write_text(LOCK.replace("0.5", "0.6"))

    assert fingerprint(lock) != before


def test_one_may_do_without_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.touch()
    monkeypatch.setattr(install, "VENV", tmp_path)

    monkeypatch.delenv("CLEW_NO_UV", raising=False)
    assert find_uv() == uv

    monkeypatch.setenv("CLEW_NO_UV", "1")
    assert find_uv() is None
