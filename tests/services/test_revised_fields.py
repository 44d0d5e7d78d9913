"""Things as flat fields."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import (
    AgentId,
    BusinessHoursId,
    CannedReplyId,
    InboxId,
    TagId,
    TeamId,
    WorkspaceId,
)
from clew.domain.people import Inbox, InboxStage, Team
from clew.domain.tools import CannedReply, Tag, TagColor
from clew.services.revised_fields import (
    EXCEPTIONS,
    SETTINGS,
    WEEKLY,
    fields_of_hours,
    fields_of_inbox,
    fields_of_reply,
    fields_of_tag,
    fields_of_team,
    spans_under,
    under,
)
from tests.builders import an_id
from tests.clocks import StoppedClock

HERE = WorkspaceId(an_id(1))
TEAM = TeamId(an_id(2))


def test_the_people_of_a_team_are_fields_each() -> None:
    team = Team(
        id=TEAM,
        workspace_id=HERE,
        name="Night",
        business_hours_id=BusinessHoursId(an_id(3)),
        first_reply=timedelta(hours=2),
    )

    fields = fields_of_team(team, [AgentId(an_id(4))])

    assert (fields["name"], fields["first_reply_minutes"]) == ("Night", 120)
    assert under("agents.", fields) == {str(an_id(4)): "yes"}


def test_the_days_of_business_hours_are_fields_each_and_can_be_read_again() -> None:
    data = {
        "zone": "Europe/Warsaw",
        "weekly": {"monday": ["08:00-12:00", "13:00-17:00"]},
        "exceptions": {"2026-12-24": []},
    }

    fields = fields_of_hours("Usual", BusinessHours.from_data(data))

    assert spans_under(WEEKLY, fields)["monday"] == data["weekly"]["monday"]  # type: ignore[index]
    assert spans_under(EXCEPTIONS, fields) == data["exceptions"]


def test_the_settings_of_an_inbox_are_fields_each() -> None:
    inbox = Inbox(
        id=InboxId(an_id(5)),
        workspace_id=HERE,
        channel="email",
        name="Post",
        team_id=TEAM,
        settings={"address": "help@shop.example"},
        created_at=StoppedClock().now(),
        stage=InboxStage.PAUSED,
    )

    fields = fields_of_inbox(inbox)

    assert (fields["stage"], fields["team_id"]) == ("paused", str(TEAM))
    assert under(SETTINGS, fields) == {"address": "help@shop.example"}


def test_what_is_everybodys_has_no_team() -> None:
    reply = CannedReply(
        id=CannedReplyId(an_id(6)), workspace_id=HERE, title="T", shortcut="t", text="Hi"
    )
    tag = Tag(id=TagId(an_id(7)), workspace_id=HERE, name="A", color=TagColor.RED, is_archived=True)

    assert "team_id" not in fields_of_reply(reply)
    assert fields_of_tag(tag) == {"name": "A", "color": "red", "archived": "yes"}
