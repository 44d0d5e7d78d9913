"""The contact API on one screen."""

from litestar.handlers import HTTPRouteHandler

from clew.web.attachments import UploadOperation
from clew.web.contact import files, keeping, me, messages, proofs, sessions
from clew.web.routes import Route, handler_of

CONTACT_API = "/api/contact/v1"
FILE = "/attachments/{attachment_id:uuid}"
MESSAGE = "/messages/{message_id:uuid}"

# fmt: off
CONTACT_ROUTES: tuple[Route, ...] = (
    Route("GET",    "/inboxes/{inbox_id:uuid}",        sessions.get_room, is_public=True),
    Route("POST",   "/sessions",                       sessions.begin_session, 201,
          is_public=True),
    Route("DELETE", "/session",                        sessions.end_session, 204),

    Route("GET",    "/me",                             me.get_me),
    Route("PATCH",  "/me",                             me.change_visitor),
    Route("GET",    "/me/transcript",                  keeping.get_transcript),
    Route("DELETE", "/me",                             keeping.delete_me, 204),
    Route("POST",   "/me/email-code",                  proofs.send_email_code, 202),
    Route("POST",   "/me/email-confirmation",          proofs.confirm_email),
    Route("POST",   "/me/link",                        proofs.send_device_link, 202),
    Route("POST",   "/links",                          proofs.renew_device_link, 202,
          is_public=True),
    Route("PUT",    "/push-subscription",              proofs.subscribe, 204),
    Route("DELETE", "/push-subscription",              proofs.unsubscribe, 204),

    Route("GET",    "/messages",                       messages.list_messages),
    Route("POST",   "/messages",                       messages.say, 201),
    Route("PATCH",  MESSAGE,                           messages.edit_message),
    Route("DELETE", MESSAGE,                           messages.take_message_back, 204),
    Route("PUT",    f"{MESSAGE}/reaction",             messages.react, 204),
    Route("POST",   "/uploads",                        files.upload_file, 201,
          max_body_bytes=None, operation=UploadOperation),
    Route("GET",    FILE,                              files.get_file, is_public=True),
    Route("GET",    f"{FILE}/thumbnail",               files.get_file_thumbnail, is_public=True),
    Route("PUT",    "/resolution",                     me.say_solved),
    Route("PUT",    "/read",                           messages.mark_read, 204),
    Route("PUT",    "/typing",                         messages.set_typing, 204),
)
# fmt: on


def handlers() -> list[HTTPRouteHandler]:
    """Return the table as the framework wants it."""
    return [handler_of(route, CONTACT_API + route.path) for route in CONTACT_ROUTES]
