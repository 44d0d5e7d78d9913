"""The API on one screen: method, address, name, and the controller that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import Operation

from clew.web import (
    attachments,
    attention,
    business_hours,
    canned_replies,
    case_times,
    cases,
    confirmations,
    contacts,
    conversations,
    deliveries,
    dossiers,
    drafts,
    health,
    history,
    inboxes,
    letters,
    links,
    mail_pages,
    marks,
    messages,
    originals,
    people,
    quarantine,
    recognition,
    searching,
    sessions,
    tags,
    tokens,
    views,
    wake_times,
)
from clew.web.membership import PUBLIC

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the table.

    Attributes:
        path: Under `/api/v1` for `ROUTES`, as it is for `PROCESS_ROUTES`.
        status: Of the answer when all goes well.
        is_public: Nobody needs to be signed in.
        is_hidden: Not part of the API's document.
        max_body_bytes: Longer ones are refused before they are read; None: the controller does.
    """

    method: str
    path: str
    controller: Callable[..., Any]
    status: int = 200
    is_public: bool = False
    is_hidden: bool = False
    max_body_bytes: int | None = 256 * 1024
    operation: type[Operation] = Operation

    @property
    def name(self) -> str:
        """Return the operation's id: the controller's name in camel case."""
        first, *others = self.controller.__name__.split("_")
        return first + "".join(word.capitalize() for word in others)


CASE = "/cases/{case_id:uuid}"
CONVERSATION = "/conversations/{conversation_id:uuid}"
MESSAGE = f"{CONVERSATION}/messages/{{message_id:uuid}}"
ATTACHMENT = "/attachments/{attachment_id:uuid}"
CONTACT = "/contacts/{contact_id:uuid}"
FIELD = f"{CONTACT}/fields/{{field_name:str}}"
IDENTITY = f"{CONTACT}/identities/{{identity_id:uuid}}"
CONFIRMATION = f"{IDENTITY}/confirmation"
INBOX = "/inboxes/{inbox_id:uuid}"
CANNED_REPLY = "/canned-replies/{canned_reply_id:uuid}"
HISTORY = "/history/{kind:str}/{thing_id:uuid}"
DRAFT = "/me/drafts/{case_id:uuid}/{mode:str}"

# fmt: off
ROUTES: tuple[Route, ...] = (
    Route("POST",   "/session",                        sessions.sign_in, 201, is_public=True),
    Route("GET",    "/session",                        sessions.get_session),
    Route("DELETE", "/session",                        sessions.sign_out, 204),
    Route("PUT",    "/me/availability",                sessions.set_availability),
    Route("PUT",    "/me/attention/{focus_id:uuid}",   attention.note_attention),
    Route("PUT",    "/me/preferences",                 sessions.set_preferences),
    Route("PUT",    "/me/password",                    sessions.set_password, 204),

    Route("GET",    "/cases",                          cases.list_cases),
    Route("GET",    "/cases/counts",                   cases.count_cases),
    Route("POST",   "/cases",                          cases.open_case, 201),
    Route("GET",    CASE,                              cases.get_case),
    Route("PATCH",  CASE,                              cases.change_case),
    Route("PUT",    f"{CASE}/assignment",              cases.assign_case),
    Route("PUT",    f"{CASE}/parking",                 cases.park_case),
    Route("DELETE", f"{CASE}/parking",                 cases.wake_case),
    Route("PUT",    f"{CASE}/resolution",              cases.resolve_case),
    Route("DELETE", f"{CASE}/resolution",              cases.reopen_case),
    Route("POST",   f"{CASE}/no-reply-needed",         cases.need_no_reply),
    Route("PUT",    f"{CASE}/promise",                 cases.promise_reply),
    Route("DELETE", f"{CASE}/promise",                 cases.withdraw_promise),
    Route("GET",    f"{CASE}/deadlines",               case_times.get_deadlines),
    Route("POST",   f"{CASE}/gaps",                    case_times.divide_gaps),
    Route("GET",    f"{CASE}/attention",               attention.get_attention),
    Route("PUT",    f"{CASE}/attention",               attention.correct_attention),
    Route("PUT",    f"{CASE}/read",                    cases.mark_case_read, 204),
    Route("PUT",    f"{CASE}/tags",                    tags.tag_case),
    Route("GET",    f"{CASE}/letter",                  letters.get_letter),

    Route("GET",    "/tags",                           tags.list_tags),
    Route("POST",   "/tags",                           tags.add_tag, 201),
    Route("PATCH",  "/tags/{tag_id:uuid}",             tags.change_tag),
    Route("GET",    "/tags/{tag_id:uuid}/reach",       tags.get_tag_reach),
    Route("GET",    "/canned-replies",                 canned_replies.list_canned_replies),
    Route("POST",   "/canned-replies",                 canned_replies.add_canned_reply, 201),
    Route("PATCH",  CANNED_REPLY,                      canned_replies.change_canned_reply),
    Route("GET",    "/views",                          views.list_views),
    Route("POST",   "/views",                          views.add_view, 201),
    Route("GET",    "/views/counts",                   views.count_views),
    Route("PATCH",  "/views/{view_id:uuid}",           views.change_view),
    Route("DELETE", "/views/{view_id:uuid}",           views.delete_view, 204),
    Route("GET",    "/me/tokens",                      tokens.list_tokens),
    Route("DELETE", "/me/tokens/{token_id:str}",       tokens.revoke_token, 204),
    Route("GET",    "/me/stars",                       marks.list_stars),
    Route("PUT",    "/me/stars/{subject_id:uuid}",     marks.put_star, 204),
    Route("DELETE", "/me/stars/{subject_id:uuid}",     marks.remove_star, 204),
    Route("GET",    "/me/mentions",                    marks.list_mentions),
    Route("PUT",    "/me/mentions/read",               marks.read_mentions, 204),
    Route("GET",    "/me/drafts",                      drafts.list_drafts),
    Route("PUT",    DRAFT,                             drafts.keep_draft),
    Route("DELETE", DRAFT,                             drafts.forget_draft, 204),

    Route("GET",    "/wake-times",                     wake_times.read_wake_time),
    Route("POST",   "/spoken-promises",                wake_times.read_promise),

    Route("GET",    CONVERSATION,                      conversations.get_conversation),
    Route("GET",    f"{CONVERSATION}/timeline",        conversations.get_timeline),
    Route("POST",   f"{CONVERSATION}/messages",        messages.send_message, 201),
    Route("DELETE", MESSAGE,                           messages.undo_message),
    Route("POST",   f"{MESSAGE}/delivery",             messages.send_message_again),
    Route("GET",    f"{MESSAGE}/page",                 mail_pages.get_mail_page),
    Route("GET",    f"{MESSAGE}/original",             originals.get_original),
    Route("POST",   f"{CONVERSATION}/notes",           messages.add_note, 201),
    Route("GET",    "/deliveries",                     deliveries.list_deliveries),

    Route("POST",   "/attachments",                    attachments.upload_attachment, 201,
          max_body_bytes=None, operation=attachments.UploadOperation),
    Route("GET",    ATTACHMENT,                        attachments.get_attachment),
    Route("GET",    f"{ATTACHMENT}/thumbnail",         attachments.get_thumbnail),
    Route("POST",   f"{ATTACHMENT}/copies",            attachments.copy_attachment, 201),

    Route("GET",    "/contacts",                       contacts.list_contacts),
    Route("GET",    CONTACT,                           contacts.get_contact),
    Route("PATCH",  CONTACT,                           contacts.change_contact),
    Route("DELETE", f"{IDENTITY}/failure",
          contacts.forget_failure),
    Route("POST",   f"{CONTACT}/merges",               recognition.merge_contacts, 201),
    Route("DELETE", f"{CONTACT}/merges/{{merge_id:uuid}}", recognition.undo_merge),
    Route("GET",    f"{CONTACT}/suggestions",          recognition.list_suggestions),
    Route("DELETE", f"{CONTACT}/suggestions/{{suggestion_id:uuid}}",
          recognition.dismiss_suggestion, 204),
    Route("PUT",    f"{CONTACT}/suggestions/{{suggestion_id:uuid}}",
          recognition.suggest_again, 204),
    Route("GET",    f"{CONTACT}/merges",               dossiers.list_merges),
    Route("PUT",    FIELD,                             dossiers.set_field),
    Route("GET",    FIELD,                             dossiers.show_field),
    Route("DELETE", FIELD,                             dossiers.remove_field),
    Route("GET",    f"{CONTACT}/showings",             dossiers.list_showings),
    Route("GET",    f"{CONTACT}/consents",             dossiers.list_consents),
    Route("POST",   f"{CONTACT}/consents",             dossiers.add_consent, 201),
    Route("PUT",    CONFIRMATION,                      dossiers.confirm_identity),
    Route("DELETE", CONFIRMATION,                      dossiers.unconfirm_identity),
    Route("POST",   f"{IDENTITY}/confirmation-requests",
          confirmations.ask_to_confirm, 202),
    Route("POST",   "/confirmations/question",         confirmations.look_at_confirmation, 200,
          is_public=True),
    Route("POST",   "/confirmations",                  confirmations.confirm_by_link, 200,
          is_public=True),
    Route("GET",    "/contact-fields",                 dossiers.list_field_kinds),
    Route("PUT",    "/contact-fields",                 dossiers.set_field_kinds),
    Route("GET",    "/search",                         searching.search),

    Route("GET",    "/agents",                         people.list_agents),
    Route("POST",   "/agents",                         people.add_agent, 201),
    Route("PATCH",  "/agents/{agent_id:uuid}",         people.change_agent),
    Route("PUT",    "/agents/{agent_id:uuid}/link",    links.renew_link),
    Route("DELETE", "/agents/{agent_id:uuid}/link",    links.revoke_link, 204),
    Route("GET",    "/links",                          links.list_links),
    Route("POST",   "/links",                          links.invite_agent, 201),
    Route("POST",   "/links/owner",                    links.look_at_link, 200, is_public=True),
    Route("POST",   "/links/password",                 links.use_link, 201, is_public=True),
    Route("POST",   "/links/wishes",                   links.request_link, 202, is_public=True),
    Route("GET",    "/business-hours",                 business_hours.list_business_hours),
    Route("POST",   "/business-hours",                 business_hours.add_business_hours, 201),
    Route("POST",   "/business-hours/outlook",         business_hours.foresee_deadlines, 200),
    Route("PUT",    "/business-hours/{hours_id:uuid}", business_hours.replace_business_hours),
    Route("GET",    "/teams",                          people.list_teams),
    Route("POST",   "/teams",                          people.add_team, 201),
    Route("PATCH",  "/teams/{team_id:uuid}",           people.change_team),

    Route("GET",    "/channels",                       inboxes.list_channels),
    Route("GET",    "/inboxes",                        inboxes.list_inboxes),
    Route("POST",   "/inboxes",                        inboxes.add_inbox, 201),
    Route("GET",    INBOX,                             inboxes.get_inbox),
    Route("PATCH",  INBOX,                             inboxes.change_inbox),
    Route("GET",    f"{INBOX}/reach",                  inboxes.get_inbox_reach),
    Route("GET",    f"{INBOX}/templates",              inboxes.list_templates),
    Route("POST",   f"{INBOX}/connection",             inboxes.check_connection, 200),
    Route("POST",   f"{INBOX}/trials",                 inboxes.send_trial, 200),

    Route("GET",    HISTORY,                           history.list_revisions),
    Route("POST",   f"{HISTORY}/{{revision_id:uuid}}/revert", history.take_back, 204),

    Route("GET",    "/quarantine",                     quarantine.list_quarantine),
    Route("POST",   "/quarantine/{event_id:int}/replay", quarantine.replay_event, 204),
    Route("GET",    "/quarantine/{event_id:int}/original", originals.get_quarantined),
)
PROCESS_ROUTES: tuple[Route, ...] = (
    Route("GET",    "/healthz",                        health.get_health, is_public=True),
    Route("GET",    "/readyz",                         health.get_readiness, is_public=True),
    Route("GET",    "/metrics",                        health.get_metrics, is_public=True,
          is_hidden=True),
)
# fmt: on


def handlers() -> list[HTTPRouteHandler]:
    """Return both tables as the framework wants them."""
    under_api = [handler_of(route, API + route.path) for route in ROUTES]
    return under_api + [handler_of(route, route.path) for route in PROCESS_ROUTES]


def handler_of(route: Route, path: str) -> HTTPRouteHandler:
    """Return a line of a table as the framework wants it."""
    handler = HTTPRouteHandler(
        path,
        http_method=route.method,  # type: ignore[arg-type]  # one of the HTTP methods
        name=route.name,
        operation_id=route.name,
        operation_class=route.operation,
        status_code=route.status,
        include_in_schema=not route.is_hidden,
        tags=[route.path.split("/")[1]],
        opt={PUBLIC: route.is_public},
        request_max_body_size=route.max_body_bytes,
    )
    return handler(route.controller)
