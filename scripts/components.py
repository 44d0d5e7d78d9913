"""The programs that tests need from the machine: PostgreSQL, Chromium, fonts and Dovecot.

    python scripts/components.py          find them, install what is missing

They are looked for first. What is missing is installed through apt on Debian as root; elsewhere
Chromium comes through Playwright, and for PostgreSQL a sentence says what to do. The fixtures in
`tests/fixtures` find them by the same functions, so both always mean the same programs.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.shell import VENV, say, stop, succeeds

OLDEST_POSTGRES = 15
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = ("/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "/Library/Fonts")
DEBIAN_PACKAGES = {
    "PostgreSQL": ["postgresql"],
    "Chromium": ["chromium"],
    "fonts": ["fonts-noto-core", "fonts-noto-color-emoji"],
    "Dovecot": ["dovecot-imapd"],
}


def main() -> None:
    """Install what is missing, then say what still is; under CI that is the end."""
    if missing() and is_debian_root():
        install_through_apt(missing())
    if "Chromium" in missing():
        install_chromium_through_playwright()
    find_again()
    for name in missing():
        sentence = f"{name} was not found and could not be installed; install it and try again."
        if os.environ.get("CI"):
            stop(sentence)
        say(f"clew: {sentence} Until then the tests that need it are skipped.")


def missing() -> list[str]:
    """Return the names of the components that this machine lacks."""
    there = {
        "PostgreSQL": find_postgres() is not None,
        "Chromium": find_chromium() is not None,
        "fonts": has_fonts(),
        "Dovecot": find_dovecot() is not None,
    }
    return [name for name, is_there in there.items() if not is_there]


@functools.cache
def find_postgres() -> Path | None:
    """Return the folder with `postgres`, `initdb` and `psql` of the newest usable PostgreSQL."""
    usable = [folder for folder in postgres_folders() if postgres_version(folder)]
    return max(usable, key=postgres_version, default=None)


def postgres_folders() -> Iterator[Path]:
    """Yield the folders in which PostgreSQL's programs may be.

    The versioned folders of the distributions come first: what stands on the path is often a
    wrapper around one server that is already configured.
    """
    if chosen := os.environ.get("CLEW_TEST_POSTGRES"):
        yield Path(chosen)
    for pattern in (
        "usr/lib/postgresql/*/bin",
        "usr/pgsql-*/bin",
        "opt/homebrew/opt/postgresql@*/bin",
        "usr/local/opt/postgresql@*/bin",
    ):
        yield from Path("/").glob(pattern)
    if shutil.which("pg_config"):
        told = subprocess.run(
            ["pg_config", "--bindir"], capture_output=True, text=True, check=False
        )
        yield Path(told.stdout.strip())
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


@functools.cache
def postgres_version(folder: Path) -> int:
    """Return the major version of the PostgreSQL in `folder`, or 0 if it is of no use to us."""
    if not all((folder / name).exists() for name in ("postgres", "initdb", "psql")):
        return 0
    told = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    major = re.search(r"\) (\d+)", told.stdout)
    version = int(major[1]) if major else 0
    return version if version >= OLDEST_POSTGRES else 0


@functools.cache
def find_chromium() -> Path | None:
    """Return a Chromium that starts: the machine's own, or else the one that Playwright brought."""
    named = [os.environ.get("CLEW_TEST_CHROMIUM"), *map(shutil.which, CHROMIUM_NAMES)]
    brought = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or playwright_folder())
    candidates = [Path(name) for name in named if name]
    candidates += sorted(brought.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    candidates += sorted(brought.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*"))
    return next((path for path in candidates if does_start(path)), None)


def playwright_folder() -> Path:
    """Return where Playwright keeps the browsers that it downloads."""
    on_mac = sys.platform == "darwin"
    return Path.home() / ("Library/Caches/ms-playwright" if on_mac else ".cache/ms-playwright")


def does_start(program: Path) -> bool:
    """Return whether `program` answers. Some systems have a `chromium` that only says sorry."""
    return succeeds([program, "--version"], quiet=True)


@functools.cache
def find_dovecot() -> Path | None:
    """Return the IMAP server's program; Debian puts it where only root looks."""
    names = ("/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot")
    candidates = [shutil.which("dovecot"), *names]
    there = (Path(name) for name in candidates if name and Path(name).exists())
    return next((path for path in there if is_known_dovecot(path)), None)


def is_known_dovecot(program: Path) -> bool:
    """Return whether the configuration of the tests is written for this version."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.startswith("2.3.")


def has_fonts() -> bool:
    """Return whether letters of many languages can be drawn, so that pictures show text."""
    return any(Path(folder).is_dir() for folder in FONT_FOLDERS)


def find_again() -> None:
    """Forget what was looked for before something was installed."""
    for search in (find_postgres, postgres_version, find_chromium, find_dovecot):
        search.cache_clear()


def is_debian_root() -> bool:
    """Return whether packages can be installed here through apt."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install_through_apt(names: list[str]) -> None:
    """Install components one after another: one that the archive lacks must not stop the rest."""
    say(f"Installing {', '.join(names)} through apt ...")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    succeeds(["apt-get", "update", "-qq"], env=env)
    for name in names:
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends"]
        succeeds([*install, *DEBIAN_PACKAGES[name]], env=env)
    find_again()


def install_chromium_through_playwright() -> None:
    """Let Playwright download its Chromium, with the libraries that it needs if we may."""
    say("Installing Chromium through Playwright ...")
    libraries = ["--with-deps"] if is_debian_root() else []
    succeeds([VENV / "bin" / "python", "-m", "playwright", "install", *libraries, "chromium"])
    find_again()


if __name__ == "__main__":
    main()
