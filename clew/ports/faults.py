"""Points at which a test may let the process die, to show that nothing is lost by it.

Nothing happens here unless the variable `CLEW_FAULT` names a point, what happens there and at
which pass: `F17:kill:3` kills this process at its third pass of F17, as a power cut would.
"""

import os
import signal
from collections import Counter

VARIABLE = "CLEW_FAULT"
KILL = "kill"

_passes: Counter[str] = Counter()
# Read once: points stand on the hot path.
_wanted = os.environ.get(VARIABLE, "")


def faultpoint(name: str) -> None:
    """Pass a point; die there if that was asked for when the process began."""
    if not _wanted:
        return
    point, _, rest = _wanted.partition(":")
    what, _, number = rest.partition(":")
    if point != name:
        return
    _passes[name] += 1
    if what == KILL and _passes[name] == int(number or 1):
        os.kill(os.getpid(), signal.SIGKILL)
