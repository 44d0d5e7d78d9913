"""What the decoder of requests found wrong with a value, in the one word that we have for it."""

import re
from collections.abc import Mapping

from clew.domain.faults import Fault

# The decoder's own sentences (msgspec), and the name of the number that each holds.
_SENTENCES: tuple[tuple[re.Pattern[str], Fault, str], ...] = (
    (re.compile(r"Expected `str` of length >= 1\b"), Fault.MISSING, ""),
    (re.compile(r"Expected `str` of length >= (\d+)"), Fault.TOO_SHORT, "least"),
    (re.compile(r"Expected `str` of length <= (\d+)"), Fault.TOO_LONG, "most"),
    (re.compile(r"Expected `(?:array|object)` of length <= (\d+)"), Fault.TOO_MANY, "most"),
    (re.compile(r"Expected `str` matching regex"), Fault.UNFIT, ""),
)


def fault_in(message: str) -> Mapping[str, object]:
    """Return `fault` and its number; what no form can cause is simply unfit."""
    for pattern, fault, number in _SENTENCES:
        if found := pattern.match(message):
            return {"fault": fault.value, **({number: int(found[1])} if number else {})}
    return {"fault": Fault.UNFIT.value}
