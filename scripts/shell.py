"""Starting other programs, and speaking to the person at the terminal.

Everything in `scripts` runs before the environment exists, so it may use the standard library
only, and runs on the Python that was found on the machine.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"


def say(line: str) -> None:
    """Print one line at once, also when the output goes to a file."""
    print(line, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one sentence that says what to do."""
    sys.exit(f"clew: {sentence}")


def succeeds(
    command: Sequence[str | Path],
    *,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> bool:
    """Run `command` and say whether it ended well; print what it wrote only if it did not.

    With `quiet` a failure is silent too: the caller has another way.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as problem:
        done = subprocess.CompletedProcess(command, 127, stdout=str(problem))
    if done.returncode and not quiet:
        say(done.stdout.rstrip())
    return done.returncode == 0
