"""Every route for everybody: a table of who gets what, and no route that is not in it.

The table says which statuses mean "let in" for each kind of asker. What is let in may still be
refused for another reason (a value, a state); what is not let in is refused as the table says,
and a thing of another workspace is answered exactly like one that does not exist.
"""

from __future__ import annotations

from uuid import uuid4

import pytest

from clew.web.routes import API, PROCESS_ROUTES, ROUTES
from tests.fixtures.front import Front
from tests.fixtures.things import Things
from tests.web.questions import address, ask

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
    "divideGaps": MEMBERS,
    "getDeadlines": MEMBERS,
    "getAttention": MEMBERS,
    "correctAttention": MEMBERS,
    "noteAttention": MEMBERS,
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
    "sendTrial": ADMINS,
    "getTagReach": LEADS,
    "getInboxReach": ADMINS,
    "listRevisions": LEADS,
    "takeBack": LEADS,
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
    "readPromise": MEMBERS,
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
MISSING = {"event_id": "999999", "mode": "reply", "kind": "tag"}


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
