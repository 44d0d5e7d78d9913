"""What a refusal tells of a contact's wish."""

from dataclasses import replace

import pytest

from clew.domain.consent import Purpose
from clew.domain.ids import IdentityId
from clew.ports.channel import OptedOut, OptScope, Refusal, RefusalCause, Refused, Sent
from clew.ports.store import Changes
from clew.services.opt_outs import Wisher, note_opt_out, scope_in
from tests.builders import CONTACT, CONVERSATION, MONDAY_NINE, WORKSPACE, an_id
from tests.services.world import World

STOPPED = Refusal("131050", "stopped", RefusalCause.OPTED_OUT, scope=OptScope.MARKETING)


@pytest.mark.parametrize(
    ("ending", "scope"),
    [
        (OptedOut("STOP"), OptScope.EVERYTHING),
        (OptedOut("stopped", OptScope.MARKETING), OptScope.MARKETING),
        (Refused(STOPPED), OptScope.MARKETING),
        (STOPPED, OptScope.MARKETING),
        (Refusal("131026", "undeliverable", RefusalCause.UNDELIVERABLE), None),
        (Sent(("wamid",)), None),
        (None, None),
    ],
)
def test_only_who_wants_no_more_has_a_wish(ending: object, scope: OptScope | None) -> None:
    assert scope_in(ending) is scope


def test_it_is_kept_and_shown(world: World) -> None:
    changes = Changes(workspace_id=WORKSPACE, at=MONDAY_NINE)
    who = Wisher(channel="whatsapp", contact_id=CONTACT, conversation_id=CONVERSATION)
    anna = replace(who, identity_id=IdentityId(an_id(5)))

    note_opt_out(changes, anna, OptScope.MARKETING, world.deps)
    note_opt_out(changes, anna, None, world.deps)
    note_opt_out(changes, who, OptScope.MARKETING, world.deps)

    assert changes.refused == {anna.identity_id: "marketing"}
    assert [(one.kind, one.conversation_id) for one in changes.log] == [("opted_out", CONVERSATION)]
    [word] = changes.consents
    assert (word.purpose, word.channel, word.is_given, word.by) == (
        Purpose.MARKETING,
        "whatsapp",
        False,
        None,
    )
