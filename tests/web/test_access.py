"""Every route for everybody: a table of who gets what, and no route that is not in it.

The table says which statuses mean "let in" for each kind of asker. What is let in may still be
refused for another reason (a value, a state); what is not let in is refused as the table says,
and a thing of another workspace is answered exactly like one that does not exist.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio

from clew.domain.people import Role
from clew.ports.store import IntakeState
from clew.services.sessions import sha256_of
from clew.services.tokens import ID_BYTES
from clew.web.routes import API, PROCESS_ROUTES, ROUTES
from tests.fixtures.front import Front

ANYBODY, MEMBERS, LEADS, ADMINS = "anybody", "members", "leads", "admins"
ASKERS = ("anonymous", "revoked", "agent", "supervisor", "admin", "stranger")
LET_IN = {
    ANYBODY: set(ASKERS),
    MEMBERS: {"agent", "supervisor", "admin", "stranger"},
    LEADS: {"supervisor", "admin", "stranger"},
    ADMINS: {"admin", "stranger"},
}

# Operation: who is let in. The stranger, an administrator of another workspace, is let in to
# what is theirs; things of ours do not exist for them.
TABLE = {
    "signIn": ANYBODY,
    "getSession": MEMBERS,
    "signOut": MEMBERS,
    "setAvailability": MEMBERS,
    "setPreferences": MEMBERS,
    "setPassword": MEMBERS,
    "listCases": MEMBERS,
    "countCases": MEMBERS,
    "openCase": MEMBERS,
    "getCase": MEMBERS,
    "changeCase": MEMBERS,
    "assignCase": MEMBERS,
    "parkCase": MEMBERS,
    "wakeCase": MEMBERS,
    "resolveCase": MEMBERS,
    "reopenCase": MEMBERS,
    "needNoReply": MEMBERS,
    "promiseReply": MEMBERS,
    "withdrawPromise": LEADS,
    "markCaseRead": MEMBERS,
    "getConversation": MEMBERS,
    "getTimeline": MEMBERS,
    "sendMessage": MEMBERS,
    "undoMessage": MEMBERS,
    "sendMessageAgain": MEMBERS,
    "getMailPage": MEMBERS,
    "getOriginal": MEMBERS,
    "addNote": MEMBERS,
    "uploadAttachment": MEMBERS,
    "getAttachment": MEMBERS,
    "getThumbnail": MEMBERS,
    "copyAttachment": MEMBERS,
    "listContacts": MEMBERS,
    "getContact": MEMBERS,
    "changeContact": MEMBERS,
    "forgetFailure": MEMBERS,
    "mergeContacts": MEMBERS,
    "undoMerge": MEMBERS,
    "listSuggestions": MEMBERS,
    "dismissSuggestion": MEMBERS,
    "suggestAgain": MEMBERS,
    "listMerges": MEMBERS,
    "setField": MEMBERS,
    "showField": MEMBERS,
    "removeField": MEMBERS,
    "listShowings": MEMBERS,
    "listConsents": MEMBERS,
    "addConsent": MEMBERS,
    "confirmIdentity": MEMBERS,
    "unconfirmIdentity": MEMBERS,
    "askToConfirm": MEMBERS,
    "lookAtConfirmation": ANYBODY,
    "confirmByLink": ANYBODY,
    "listFieldKinds": MEMBERS,
    "setFieldKinds": LEADS,
    "search": MEMBERS,
    "listAgents": MEMBERS,
    "addAgent": ADMINS,
    "changeAgent": ADMINS,
    "renewLink": ADMINS,
    "revokeLink": ADMINS,
    "listLinks": ADMINS,
    "inviteAgent": ADMINS,
    "lookAtLink": ANYBODY,
    "useLink": ANYBODY,
    "requestLink": ANYBODY,
    "listBusinessHours": MEMBERS,
    "addBusinessHours": ADMINS,
    "replaceBusinessHours": ADMINS,
    "foreseeDeadlines": MEMBERS,
    "listTeams": MEMBERS,
    "addTeam": ADMINS,
    "changeTeam": ADMINS,
    "listChannels": ADMINS,
    "listInboxes": MEMBERS,
    "addInbox": ADMINS,
    "getInbox": MEMBERS,
    "changeInbox": ADMINS,
    "listTemplates": MEMBERS,
    "checkConnection": ADMINS,
    "getLetter": MEMBERS,
    "listDeliveries": LEADS,
    "listQuarantine": LEADS,
    "replayEvent": LEADS,
    "getQuarantined": LEADS,
    "tagCase": MEMBERS,
    "listTags": MEMBERS,
    "addTag": LEADS,
    "changeTag": LEADS,
    "listCannedReplies": MEMBERS,
    "addCannedReply": LEADS,
    "changeCannedReply": LEADS,
    "listViews": MEMBERS,
    "addView": MEMBERS,
    "countViews": MEMBERS,
    "changeView": MEMBERS,
    "deleteView": MEMBERS,
    "readWakeTime": MEMBERS,
    "listTokens": MEMBERS,
    "revokeToken": MEMBERS,
    "listStars": MEMBERS,
    "putStar": MEMBERS,
    "removeStar": MEMBERS,
    "listMentions": MEMBERS,
    "readMentions": MEMBERS,
    "listDrafts": MEMBERS,
    "keepDraft": MEMBERS,
    "forgetDraft": MEMBERS,
    "getHealth": ANYBODY,
    "getReadiness": ANYBODY,
    "getMetrics": ANYBODY,
}

# The file is a draft of the administrator's, and a text; the reply is the administrator's too,
# and no mail.
OTHERWISE: dict[tuple[str, str], set[int]] = {
    ("agent", "getAttachment"): {404},
    ("supervisor", "getAttachment"): {404},
    ("agent", "getThumbnail"): {404},
    ("supervisor", "getThumbnail"): {404},
    ("admin", "getThumbnail"): {404},
    ("agent", "copyAttachment"): {404},
    ("supervisor", "copyAttachment"): {404},
    ("agent", "undoMessage"): {403},
    ("agent", "getMailPage"): {404},
    ("supervisor", "getMailPage"): {404},
    ("admin", "getMailPage"): {404},
    **{(one, "getOriginal"): {404} for one in ("agent", "supervisor", "admin")},
    # Somebody among the askers has replayed it already.
    **{(one, "getQuarantined"): {404} for one in ("supervisor", "admin")},
    # They are one already: somebody else among the askers was faster.
    **{
        (one, name): {404}
        for one in ("agent", "supervisor", "admin")
        for name in ("dismissSuggestion", "suggestAgain")
    },
    ("stranger", "openCase"): {404},
    ("agent", "revokeToken"): {404},
    ("agent", "changeView"): {404},
    ("agent", "deleteView"): {404},
}

# What is said to everybody alike, signed in or not, who knows no password and has no link.
TO_STRANGERS = {
    "signIn": {401, 429},
    "lookAtLink": {410},
    "useLink": {410},
    "requestLink": {202},
    "lookAtConfirmation": {410},
    "confirmByLink": {410},
}

# What a path names that is no UUID.
MISSING = {"event_id": "999999", "mode": "reply"}

# Bodies that are well formed, so that what is refused is refused for want of a right.
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
    "markCaseRead": {"seq": 1},
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
    "tagCase": {"tag_ids": []},
    "addTag": {"name": "New"},
    "changeTag": {},
    "addCannedReply": {"title": "Thanks", "shortcut": "thanks", "text": "Thank you"},
    "changeCannedReply": {},
    "addView": {"name": "Late", "filters": {}},
    "changeView": {},
    "putStar": {},
    "readMentions": {},
    "keepDraft": {"content": {"text": "Hi"}, "written_at": "2026-11-16T08:00:00Z"},
}


# Bodies of nothing but ids.
QUERIES = {"search": {"q": "hello"}, "readWakeTime": {"text": "fri 9", "time_zone": "UTC"}}
NAMED = {"assignCase": {"team_id": "team_id"}, "mergeContacts": {"contact_id": "other_id"}}


@dataclass
class Things:
    """Our workspace's things by the names of path parameters, and clients of all kinds."""

    ids: dict[str, str]
    clients: dict[str, httpx.AsyncClient]


@pytest_asyncio.fixture
async def things(front: Front, other_front: Front) -> AsyncIterator[Things]:
    await front.shop.write("Hello")
    await front.shop.deliver(b"{}")
    case = await front.shop.case()
    for phone in ("48600100201", "48600100202"):
        await front.shop.write("Hi", phone=phone)
    others = [one.contact.id for one in await front.shop.cases() if one.id != case.id]
    [event] = await front.shop.deps.store.intake.find([IntakeState.QUARANTINED], 1)
    clients = {
        "anonymous": front.client(),
        "revoked": front.client(await a_revoked_token(front)),
        "agent": front.of(Role.AGENT),
        "supervisor": front.of(Role.SUPERVISOR),
        "admin": front.of(Role.ADMIN),
        "stranger": other_front.of(Role.ADMIN),
    }
    async with clients["admin"] as admin:
        files = {"file": ("a.txt", b"text")}
        attachment = (await admin.post("/attachments", files=files)).json()["id"]
        reply = {"id": str(uuid4()), "case_id": str(case.id), "text": "Yes?"}
        await admin.post(f"/conversations/{case.conversation_id}/messages", json=reply)
        tag = (await admin.post("/tags", json={"name": "Refund"})).json()["id"]
        new_view = {"name": "Late", "filters": {}, "shared": True}
        view = (await admin.post("/views", json=new_view)).json()["id"]
        canned = {"title": "Hello", "shortcut": "hello", "text": "Hello"}
        canned_reply = (await admin.post("/canned-replies", json=canned)).json()["id"]
        contact = f"/contacts/{case.contact.id}"
        merged = await admin.post(f"{contact}/merges", json={"contact_id": str(others[0])})
        await admin.put(f"{contact}/fields/City", json={"value": "Gdańsk"})
    clients["admin"] = front.of(Role.ADMIN)
    ids = {
        "case_id": str(case.id),
        "conversation_id": str(case.conversation_id),
        "contact_id": str(case.contact.id),
        "message_id": reply["id"],
        "attachment_id": attachment,
        "agent_id": str(front.people[Role.AGENT].id),
        "team_id": str(front.shop.team.id),
        "hours_id": str(front.shop.team.business_hours_id),
        "inbox_id": str(front.shop.inbox.id),
        "event_id": str(event.id),
        "tag_id": tag,
        "canned_reply_id": canned_reply,
        "mode": "reply",
        "view_id": view,
        "token_id": await a_spare_token(front),
        "subject_id": (await front.shop.messages(case))[0].id,
        "identity_id": merged.json()["contact"]["identities"][0]["id"],
        "field_name": "City",
        "merge_id": merged.json()["merge_id"],
        "suggestion_id": str(others[1]),
        "other_id": str(others[1]),
    }
    yield Things(ids, clients)
    for client in clients.values():
        await client.aclose()


async def a_spare_token(front: Front) -> str:
    """Make a token that nobody uses; return what names it."""
    spare = await front.token_of(front.people[Role.SUPERVISOR])
    return sha256_of(spare)[:ID_BYTES].hex()


async def a_revoked_token(front: Front) -> str:
    gone = await front.shop.join("Gone")
    token = await front.token_of(gone)
    async with front.of(Role.ADMIN) as admin:
        await admin.patch(f"/agents/{gone.id}", json={"disabled": True})
    return token


def address(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+):\w+\}", lambda match: ids[match[1]], path)


async def ask(client: httpx.AsyncClient, method: str, path: str, name: str, ids: Any) -> Any:
    body: dict[str, Any] = BODIES.get(name, {})
    more: dict[str, Any] = {"json": body} if name in BODIES else {}
    if name == "openCase":
        more["json"] = {**body, "conversation_id": ids["conversation_id"]}
    if name == "putStar":
        more["json"] = {"case_id": ids["case_id"]}
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


def test_every_route_is_in_the_table() -> None:
    assert sorted(TABLE) == sorted(route.name for route in (*ROUTES, *PROCESS_ROUTES))


@pytest.mark.parametrize("asker", ASKERS)
async def test_who_is_let_in(things: Things, asker: str) -> None:
    client = things.clients[asker]
    wrong = []
    for route in sorted(ROUTES, key=lambda route: route.name in ("signOut", "setPassword")):
        path = address(API + route.path, things.ids)
        answer = await ask(client, route.method, path, route.name, things.ids)
        is_in = asker in LET_IN[TABLE[route.name]]
        if route.is_public:
            expected = TO_STRANGERS[route.name]
        elif asker in ("anonymous", "revoked"):
            expected = {401}
        elif not is_in:
            expected = {403}
        elif asker == "stranger" and "{" in route.path:
            expected = {404}
        else:
            expected = {200, 201, 202, 204, 409, 422} | OTHERWISE.get((asker, route.name), set())
        if answer.status_code not in expected:
            wrong.append(f"{route.name}: {answer.status_code} {answer.text[:120]}")
    assert wrong == []


async def test_foreign_and_missing_things_are_answered_alike(things: Things) -> None:
    """Or one could find out what another workspace has by asking for it."""
    missing = {key: MISSING.get(key) or str(uuid4()) for key in things.ids}
    stranger = things.clients["stranger"]
    wrong = []
    for route in ROUTES:
        if "{" not in route.path:
            continue
        answers = []
        for ids in (things.ids, missing):
            path = address(API + route.path, ids)
            answer = await ask(stranger, route.method, path, route.name, ids)
            answers.append((answer.status_code, anonymous(answer.text, ids)))
        if answers[0] != answers[1] or answers[0][0] != 404:
            wrong.append(f"{route.name}: {answers}")
    assert wrong == []


def anonymous(text: str, ids: dict[str, str]) -> str:
    """Return an answer without the ids that were asked for."""
    # The longest first: a short one, such as a number, may stand within a long one.
    for key, value in sorted(ids.items(), key=lambda item: -len(item[1])):
        text = text.replace(value, key)
    return text


async def test_metrics_are_for_this_machine_only(front: Front) -> None:
    far = front.client(client=("192.0.2.7", 1234))
    near = front.client(client=("127.0.0.1", 1234))

    async with far, near:
        answers = [await client.get("http://clew.test/metrics") for client in (far, near)]
        through_proxy = await near.get(
            "http://clew.test/metrics", headers={"x-forwarded-for": "192.0.2.7"}
        )

    assert [answer.status_code for answer in answers] == [404, 200]
    assert through_proxy.status_code == 404
    assert "clew_intake_events" in answers[1].text
