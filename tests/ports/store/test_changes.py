"""A batch keeps, of several changes to one case, where it began and where it ended."""

from __future__ import annotations

from dataclasses import replace

from clew.domain.ids import WorkspaceId
from clew.ports.store import Changes
from tests.builders import MONDAY_NINE, a_case


def test_of_several_changes_the_first_before_and_the_last_after_count() -> None:
    case = a_case()
    second, third = replace(case, subject="second"), replace(case, subject="third")
    changes = Changes(workspace_id=WorkspaceId(case.workspace_id), at=MONDAY_NINE)

    changes.change(second, case)
    changes.change(third, second)

    assert changes.cases[case.id].before == case
    assert changes.cases[case.id].after == third


def test_a_case_that_is_new_stays_new_however_often_it_changes() -> None:
    case = a_case()
    changes = Changes(workspace_id=WorkspaceId(case.workspace_id), at=MONDAY_NINE)

    changes.change(case, None)
    changes.change(replace(case, subject="named"), case)

    assert changes.cases[case.id].before is None
