"""Things as flat fields, as their revisions tell what was changed; no secret is among them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import AgentId
from clew.domain.people import Inbox, Team
from clew.domain.revisions import Fields, Value
from clew.domain.tools import CannedReply, Tag

AGENTS, SETTINGS, WEEKLY, EXCEPTIONS = "agents.", "settings.", "weekly.", "exceptions."
YES, NO = "yes", "no"


def fields_of_tag(tag: Tag) -> Fields:
    """Return the fields of a tag."""
    return {"name": tag.name, "color": tag.color.value, "archived": YES if tag.is_archived else NO}


def fields_of_reply(reply: CannedReply) -> Fields:
    """Return the fields of a canned reply; without a team it is everybody's."""
    team = {"team_id": str(reply.team_id)} if reply.team_id else {}
    return {
        "title": reply.title,
        "shortcut": reply.shortcut,
        "text": reply.text,
        "language": reply.language,
        "archived": YES if reply.is_archived else NO,
        **team,
    }


def fields_of_team(team: Team, agent_ids: Iterable[AgentId]) -> Fields:
    """Return the fields of a team, each of its people by themselves."""
    return {
        "name": team.name,
        "business_hours_id": str(team.business_hours_id),
        "first_reply_minutes": team.first_reply // timedelta(minutes=1),
        "next_reply_minutes": team.next_reply // timedelta(minutes=1),
        "signature": team.signature,
        "reminder": team.reminder,
        "farewell": team.farewell,
        **{f"{AGENTS}{one}": YES for one in agent_ids},
    }


def fields_of_hours(name: str, hours: BusinessHours) -> Fields:
    """Return the fields of business hours, each day by itself."""
    data = hours.to_data()
    return {
        "name": name,
        "zone": data["zone"],
        **{f"{WEEKLY}{day}": list(spans) for day, spans in data["weekly"].items()},
        **{f"{EXCEPTIONS}{day}": list(spans) for day, spans in data.get("exceptions", {}).items()},
    }


def fields_of_inbox(inbox: Inbox) -> Fields:
    """Return the fields of an inbox, each of its settings by itself."""
    return {
        "name": inbox.name,
        "team_id": str(inbox.team_id),
        "stage": inbox.stage.value,
        **{f"{SETTINGS}{name}": value for name, value in inbox.settings.items()},
    }


def under(prefix: str, fields: Fields) -> dict[str, Value]:
    """Return the fields that begin with a prefix, without it."""
    return {
        name.removeprefix(prefix): value
        for name, value in fields.items()
        if name.startswith(prefix)
    }


def spans_under(prefix: str, fields: Fields) -> Mapping[str, list[str]]:
    """Return the days that begin with a prefix, and their hours."""
    days = under(prefix, fields)
    return {day: spans if isinstance(spans, list) else [] for day, spans in days.items()}
