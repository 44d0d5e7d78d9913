from __future__ import annotations

import os
import signal
import subprocess
import sys

PROGRAM = """
from clew.ports.faults import faultpoint

for number in range(5):
    print(number, flush=True)
    faultpoint("F17")
"""


def run(fault: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "CLEW_FAULT": fault},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_process_dies_at_the_pass_that_was_named() -> None:
    done = run("F17:kill:3")

    assert done.returncode == -signal.SIGKILL
    assert done.stdout.split() == ["0", "1", "2"]


def test_other_points_and_no_point_are_passed() -> None:
    assert run("F18:kill:1").returncode == run("").returncode == 0
