"""A question for every route that is well formed: what is refused is refused to its asker."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import httpx

HOURS = {"zone": "Europe/Warsaw", "weekly": {"monday": ["08:00-18:00"]}}
SOMEBODY = {"name": "Zoe", "role": "agent", "password": "long enough"}
BODIES: dict[str, Any] = {
    "signIn": {"email": "nobody@example.test", "password": "long enough"},
    "setAvailability": {"availability": "available"},
    "setPreferences": {},
    "setPassword": {"current": "wrong", "new": "long enough"},
    "openCase": {"subject": "It"},
    "changeCase": {"subject": "It"},
    "parkCase": {"wake_at": "2026-12-01T08:00:00Z", "reason": "later"},
    "resolveCase": {"outcome": "withdrawn"},
    "promiseReply": {"due_at": "2026-11-16T12:00:00Z"},
    "readPromise": {"text": "by tomorrow", "time_zone": "UTC"},
    "markCaseRead": {"seq": 1},
    "correctAttention": {"seconds": 60},
    "divideGaps": {
        "stretches": [{"began_at": "2026-11-16T12:00:00Z", "ended_at": "2026-11-18T12:00:00Z"}]
    },
    "sendMessage": {"text": "Hello"},
    "addNote": {"text": "Hello"},
    "changeContact": {"name": "Anna"},
    "mergeContacts": {},
    "setField": {"value": "Kraków"},
    "addConsent": {"purpose": "marketing", "is_given": True, "how": "by telephone"},
    "confirmIdentity": {"how": "by telephone"},
    "askToConfirm": {},
    "lookAtConfirmation": {"token": "not a token"},
    "confirmByLink": {"token": "not a token"},
    "setFieldKinds": {"items": []},
    "changeAgent": {},
    "renewLink": {},
    "inviteAgent": {"name": "Zoe", "email": "zoe@example.org", "role": "agent"},
    "lookAtLink": {"token": "not a token"},
    "useLink": {"token": "not a token", "password": "long enough"},
    "requestLink": {"email": "nobody@example.org"},
    "addTeam": {"name": "Night"},
    "changeTeam": {},
    "addBusinessHours": {"name": "Usual", "hours": HOURS},
    "replaceBusinessHours": {"name": "Usual", "hours": HOURS},
    "foreseeDeadlines": {"hours": HOURS, "first_reply_minutes": 60, "next_reply_minutes": 60},
    "addInbox": {"channel": "whatsapp", "name": "Second"},
    "changeInbox": {},
    "sendTrial": {"to": "+48600100200"},
    "tagCase": {"tag_ids": []},
    "addTag": {"name": "New"},
    "changeTag": {},
    "addCannedReply": {"title": "Thanks", "shortcut": "thanks", "text": "Thank you"},
    "changeCannedReply": {},
    "addView": {"name": "Late", "filters": {}},
    "changeView": {},
    "readMentions": {},
    "keepDraft": {"content": {"text": "Hi"}, "written_at": "2026-11-16T08:00:00Z"},
}

QUERIES = {"search": {"q": "hello"}, "readWakeTime": {"text": "fri 9", "time_zone": "UTC"}}
# Bodies that name the case.
OF_CASES = {"putStar": {}, "noteAttention": {"number": 1, "began": 1_000}}
# Bodies of nothing but ids.
NAMED = {"assignCase": {"team_id": "team_id"}, "mergeContacts": {"contact_id": "other_id"}}


def address(path: str, ids: dict[str, str]) -> str:
    """Return a route's path with the ids of things in it."""
    return re.sub(r"\{(\w+):\w+\}", lambda match: ids[match[1]], path)


async def ask(client: httpx.AsyncClient, method: str, path: str, name: str, ids: Any) -> Any:
    """Ask a route by its name for something that only its asker could be refused."""
    body: dict[str, Any] = BODIES.get(name, {})
    more: dict[str, Any] = {"json": body} if name in BODIES else {}
    if name == "openCase":
        more["json"] = {**body, "conversation_id": ids["conversation_id"]}
    if name in OF_CASES:
        more["json"] = {**OF_CASES[name], "case_id": ids["case_id"]}
    if name in NAMED:
        more["json"] = {key: ids[which] for key, which in NAMED[name].items()}
    if name in ("sendMessage", "addNote"):
        more["json"] = {**body, "id": str(uuid4()), "case_id": ids["case_id"]}
    if name == "addAgent":
        more["json"] = {**SOMEBODY, "email": f"{uuid4().hex}@example.test"}
    if name == "uploadAttachment":
        more["files"] = {"file": ("a.txt", b"text")}
    if name in QUERIES:
        more["params"] = QUERIES[name]
    return await client.request(method, f"http://clew.test{path}", **more)
