"""Run everything that must be green, each thing told in one line.

    python scripts/checks.py              all of it, the tests in one run (make test, CI)
    python scripts/checks.py --staged     stop at the first failure, quickest first (make check)

All other arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.shell import ROOT, VENV, say, stop, succeeds

FRONTEND = ROOT / "frontend"
PYTHON_SOURCES = ("clew", "tests", "scripts", "benchmarks", "fuzz", "hatch_build.py")


class Step(NamedTuple):
    """One check: what it is called, the command, and where it runs."""

    name: str
    command: list[str]
    cwd: Path = ROOT


def main() -> None:
    """Run the steps, then the tests; end at the first that fails."""
    extra = [argument for argument in sys.argv[1:] if argument != "--staged"]
    run_steps(static_steps())
    for stage in staged_tests() if "--staged" in sys.argv else [["tests"]]:
        run_tests([*stage, *extra])


def static_steps() -> list[Step]:
    """Return what needs no running program, quickest first."""
    there = [name for name in PYTHON_SOURCES if (ROOT / name).exists()]
    steps = [
        Step("format", [tool("ruff"), "format", "--check", "--quiet", "."]),
        Step("lint", [tool("ruff"), "check", "--quiet", "."]),
        Step("contracts", [tool("lint-imports"), "--no-logo"]),
        Step("types", [tool("mypy"), "--no-error-summary", *there]),
    ]
    for name, script in (("lint", "lint"), ("types", "typecheck"), ("tests", "test")):
        steps.append(Step(f"front end: {name}", ["npm", "run", "--silent", script], FRONTEND))
    return steps


def staged_tests() -> list[list[str]]:
    """Return pytest's arguments for the stages of `make check`."""
    rest = ["tests", "--ignore=tests/domain", "--ignore=tests/journeys"]
    stages = [["tests/domain", "-n0"], rest, ["tests/journeys", "-n0"]]
    return [[*stage, "-x"] for stage in stages if (ROOT / stage[0]).is_dir()]


def run_steps(steps: list[Step]) -> None:
    """Run steps, as many at once as there are processors; end when one has failed."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = [pool.submit(run, step) for step in steps]
        for step, ended in zip(steps, running, strict=True):
            if not ended.result():
                pool.shutdown(cancel_futures=True)
                stop(f"{step.name} failed.")


def run(step: Step) -> bool:
    """Run one step; say how long it took, or show why it failed."""
    began = time.monotonic()
    if not succeeds(step.command, cwd=step.cwd):
        return False
    say(f"{step.name:<18} ok {time.monotonic() - began:6.1f} s")
    return True


def run_tests(arguments: list[str]) -> None:
    """Run pytest with its output shown; its closing line is the last that is printed."""
    workers = os.environ.get("CLEW_TEST_WORKERS") or str(min(os.cpu_count() or 1, 4))
    spread = ["-n", workers, "--dist", "loadgroup"]
    done = subprocess.run([tool("pytest"), *spread, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def tool(name: str) -> str:
    """Return the path of a program of the environment."""
    return str(VENV / "bin" / name)


if __name__ == "__main__":
    main()
