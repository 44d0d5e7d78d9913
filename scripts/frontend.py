"""Build the front end into `clew/static`, once for every state of its sources.

    python scripts/frontend.py build      what `clew up` serves (make frontend)
    python scripts/frontend.py packages   only what its own checks need

The build hook of the wheel (`hatch_build.py`) calls `build` too.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.shell import CACHE, ROOT, say, stop, succeeds

FRONTEND = ROOT / "frontend"
# The loader is made last: what comes before it is there when it is.
ENTRY = ROOT / "clew" / "static" / "widget" / "widget.js"
STAMP = CACHE / "frontend"
NOT_SOURCES = {"node_modules", "dist", "coverage", ".vite"}


def main() -> None:
    """Do the one thing that was asked for."""
    match sys.argv[1:]:
        case ["packages"]:
            install_packages()
        case ["build"] | []:
            build()
        case _:
            stop("say one of: build, packages.")


def build() -> None:
    """Build the front end unless what is there was built from these very sources.

    With `CLEW_SKIP_FRONTEND=1` a finished build is taken as it is; without one that is an error.
    """
    if os.environ.get("CLEW_SKIP_FRONTEND") == "1":
        if not ENTRY.exists():
            stop("CLEW_SKIP_FRONTEND is set, but clew/static holds no finished build.")
        return
    state = fingerprint()
    if ENTRY.exists() and STAMP.exists() and STAMP.read_text() == state:
        return
    install_packages()
    say("Building the front end ...")
    if not succeeds([npm(), "run", "--silent", "build"], cwd=FRONTEND):
        stop("the front end could not be built.")
    if not ENTRY.exists():
        stop("the front end was built, but clew/static/widget/widget.js is missing.")
    CACHE.mkdir(exist_ok=True)
    STAMP.write_text(state)


def install_packages() -> None:
    """Install the locked packages unless they are there; none of their install scripts runs."""
    if are_packages_installed():
        return
    ci = [npm(), "ci", "--ignore-scripts", "--silent"]
    say("Installing the front end's packages ...")
    if not succeeds(ci, cwd=FRONTEND):
        stop("the front end's packages could not be installed; is a package registry reachable?")


def are_packages_installed() -> bool:
    """Return whether `node_modules` is what `package-lock.json` says, by npm's own record of it."""
    record = FRONTEND / "node_modules" / ".package-lock.json"
    if not record.exists():
        return False
    wanted = packages_of(FRONTEND / "package-lock.json")
    there = packages_of(record)
    return all(
        there[path].get("version") == package.get("version")
        if path in there
        # A package for another machine (its `os` or `cpu`) stays out.
        else bool(package.get("optional") or package.get("peer"))
        for path, package in wanted.items()
    )


def packages_of(lock: Path) -> dict[str, dict[str, Any]]:
    """Return the packages that an npm lock names, by their folder, without the project itself."""
    packages: dict[str, dict[str, Any]] = json.loads(lock.read_text("utf-8"))["packages"]
    packages.pop("", None)
    return packages


def fingerprint() -> str:
    """Return one digest of everything that the build reads."""
    digest = hashlib.sha256()
    for path in sorted(sources()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def sources() -> Iterator[Path]:
    """Yield every file of the front end and of the catalogues."""
    for top in (FRONTEND, ROOT / "locales"):
        for folder, folders, files in os.walk(top):
            folders[:] = [name for name in folders if name not in NOT_SOURCES]
            yield from (Path(folder) / name for name in files)


def npm() -> str:
    """Return the npm to use, or say that there is none."""
    found = shutil.which("npm")
    if not found:
        stop("the front end needs npm: install Node.js 20 or newer, then try again.")
    return found


if __name__ == "__main__":
    main()
