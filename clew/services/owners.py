"""Owners who came or went while a case of theirs was resolved.

Coming and going is passed on to open cases only (see `clew.services.availability`), so a case
that is taken up again may still have its owner as they were when it ended.
"""

from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.owning import owner_left, owner_returned
from clew.services.directory import Workplace


def met_again(case: Case, workplace: Workplace, at: datetime) -> tuple[events.Event, ...]:
    """Return what a case that was taken up again has to learn of its owner.

    Without it the next move would be held by somebody who is not there, and seen by nobody.
    """
    if workplace.is_reachable(case.facts.owner_id):
        return owner_returned(case, at)
    return owner_left(case, at)
