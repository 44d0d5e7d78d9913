"""Make `.venv` hold what a lock says, and the `clew` command.

    python scripts/install.py runtime     what running needs (make install)
    python scripts/install.py dev         what changing needs as well (make test)

Every package is checked against the hashes in `requirements/`. `uv`, itself from the lock, is used
where it can be had, because it is many times faster; without it plain pip does the same work.
Set `CLEW_NO_UV=1` to do without it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.shell import ROOT, VENV, say, stop, succeeds

LOCKS = {"runtime": "runtime.txt", "dev": "dev.txt"}
OLDEST_PYTHON = (3, 11)


def main() -> None:
    """Bring the environment to the state of the lock that was asked for."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "runtime"
    if kind not in LOCKS:
        stop(f"there is no lock called {kind}; say one of {', '.join(LOCKS)}.")
    lock = ROOT / "requirements" / LOCKS[kind]
    stamp = VENV / f".{kind}"
    state = fingerprint(lock)
    if stamp.exists() and stamp.read_text() == state:
        stamp.touch()
        return
    make_environment()
    say(f"Installing the {kind} packages of requirements/{lock.name} ...")
    install_setup()
    install_lock(lock)
    install_clew()
    stamp.write_text(state)


def fingerprint(lock: Path) -> str:
    """Return what the environment depends on, as one digest."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "requirements" / "setup.txt", lock, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Create the virtual environment if there is none, or only half of one."""
    if (VENV / "bin" / "python").exists() and succeeds(
        [VENV / "bin" / "python", "-m", "pip", "--version"], quiet=True
    ):
        return
    if sys.version_info < OLDEST_PYTHON:
        stop("Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python install")
    say("Creating .venv ...")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if succeeds(command, quiet=True):
        return
    # Debian ships `venv` without what it needs, in a package of its own.
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        succeeds(["apt-get", "update", "-qq"], env=quiet, quiet=True)
        succeeds(["apt-get", "install", "-qq", "-y", package], env=quiet)
    if not succeeds(command):
        stop(f"the virtual environment could not be made; on Debian install {package}.")


def install_setup() -> None:
    """Install what installs the rest. A machine for which there is no uv gets on without."""
    lock = ROOT / "requirements" / "setup.txt"
    if succeeds([*pip(), "--require-hashes", "-r", lock], quiet=True):
        return
    with tempfile.TemporaryDirectory() as folder:
        rest = Path(folder) / "setup.txt"
        rest.write_text(without_package("uv", lock.read_text()))
        if not succeeds([*pip(), "--require-hashes", "-r", rest]):
            stop("the build tools could not be installed; is a package index reachable?")


def without_package(name: str, lock: str) -> str:
    """Return `lock` without one package, its hashes and its comments."""
    kept: list[str] = []
    inside = False
    for line in lock.splitlines():
        if not line.startswith((" ", "#")):
            inside = line.startswith(f"{name}==")
        if not inside:
            kept.append(line)
    return "\n".join([*kept, ""])


def install_lock(lock: Path) -> None:
    """Install every package of `lock`, by uv or else by pip."""
    if uv := find_uv():
        install: list[str | Path] = [
            uv,
            "pip",
            "install",
            "-q",
            "--python",
            VENV / "bin" / "python",
        ]
        if succeeds([*install, "--compile-bytecode", "--require-hashes", "-r", lock], quiet=True):
            return
    if not succeeds([*pip(), "--require-hashes", "-r", lock]):
        stop("the packages could not be installed; is a package index reachable?")


def install_clew() -> None:
    """Install `clew` itself as a link to these sources, and compile them for a quick start."""
    if not succeeds([*pip(), "--no-deps", "--no-build-isolation", "-e", ROOT]):
        stop("the clew command could not be installed.")
    succeeds([VENV / "bin" / "python", "-m", "compileall", "-q", ROOT / "clew"], quiet=True)


def find_uv() -> Path | None:
    """Return the environment's own uv, unless it was asked to do without."""
    uv = VENV / "bin" / "uv"
    return uv if uv.exists() and not os.environ.get("CLEW_NO_UV") else None


def pip() -> list[str | Path]:
    """Return the beginning of a pip command that talks little."""
    return [VENV / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]


if __name__ == "__main__":
    main()
