from __future__ import annotations

import pytest

from clew.domain.access import GRANTS, Permission, may, require
from clew.domain.errors import NotAllowed
from clew.domain.people import Role


def test_every_role_is_in_the_table() -> None:
    assert set(GRANTS) == set(Role)


def test_every_role_may_answer() -> None:
    assert all(may(role, Permission.ANSWER) for role in Role)


def test_each_role_may_do_what_the_one_below_it_may() -> None:
    assert GRANTS[Role.AGENT] < GRANTS[Role.SUPERVISOR] < GRANTS[Role.ADMIN]


def test_an_administrator_may_do_everything() -> None:
    assert GRANTS[Role.ADMIN] == set(Permission)


@pytest.mark.parametrize("permission", [Permission.MANAGE_PEOPLE, Permission.MANAGE_INBOXES])
def test_a_supervisor_manages_neither_people_nor_inboxes(permission: Permission) -> None:
    with pytest.raises(NotAllowed) as refused:
        require(Role.SUPERVISOR, permission)

    assert refused.value.permission == permission.value


def test_what_is_granted_is_not_refused() -> None:
    require(Role.SUPERVISOR, Permission.PUT_OFF)
