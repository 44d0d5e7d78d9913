"""Fetching a file that a contact sent: first its address, then, with our token, the file.

The address lives five minutes and the file seven days, so both are asked for again when the
first was too old. The file counts only if its digest is the one that the provider gave.

Source:
    WhatsApp Business Platform, "Media" (June 2026).
"""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote, urlsplit

from clew.channels.json_documents import decode_object_or_empty, number_in, text_in
from clew.channels.whatsapp.answers import error_in, failure
from clew.channels.whatsapp.capabilities import CAPABILITIES
from clew.channels.whatsapp.content import sha256_hex
from clew.channels.whatsapp.errors import PARAMETER_ERROR
from clew.channels.whatsapp.settings import api_url, authorization, phone_number_id
from clew.ports.channel import (
    Continue,
    Fetched,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MediaOutcome,
    MediaRef,
    OptedOut,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    SavedFile,
)

URL, SHA256, MEDIA_TYPE = "url", "sha256", "media_type"
# Where the provider keeps files; anywhere else the token stays at home.
MEDIA_HOSTS = (".fbsbx.com", ".facebook.com", ".fbcdn.net", ".whatsapp.net")
DOWNLOAD_TIMEOUT = timedelta(minutes=5)
MOST_TRIES = 3
# The file's address is too old, or was for once only.
ADDRESS_EXPIRED = frozenset({401, 403, 404, 410})
GONE = "the provider no longer has the file"


def fetch_media(ref: MediaRef, config: InboxConfig, progress: Progress) -> HttpRequest:
    """Ask for the file's address, or for the file once we have that."""
    url = progress.held.get(URL, "")
    if url:
        return HttpRequest(
            "GET",
            url,
            authorization(config) if _is_trusted(url, config) else {},
            timeout=DOWNLOAD_TIMEOUT,
            to_file=True,
            max_bytes=CAPABILITIES.max_attachment_bytes,
        )
    number = quote(phone_number_id(config), safe="")
    where = api_url(config, ref.provider_media_id) + f"?phone_number_id={number}"
    return HttpRequest("GET", where, authorization(config))


def read_media_response(
    ref: MediaRef, config: InboxConfig, progress: Progress, response: HttpResponse
) -> MediaOutcome:
    """Say what the answer to the request of `fetch_media` means."""
    is_download = URL in progress.held
    if not 200 <= response.status < 300:
        if is_download and response.status in ADDRESS_EXPIRED:
            return _again(progress, str(response.status), GONE)
        return _failure(config, progress, response)
    if not is_download:
        return _read_address(config, progress, response)
    if response.saved is None:
        return Retry("the file was not kept", replace(progress, tries=progress.tries + 1))
    return _read_file(ref, progress, response.saved)


def _read_address(config: InboxConfig, progress: Progress, response: HttpResponse) -> MediaOutcome:
    if error_in(response):
        return _failure(config, progress, response)
    document = decode_object_or_empty(response.body)
    url = text_in(document, "url")
    if host_of(url) is None:
        return _again(progress, "no_address", "the provider gave no address for the file")
    found = {
        URL: url,
        SHA256: sha256_hex(text_in(document, "sha256")) or "",
        MEDIA_TYPE: text_in(document, "mime_type"),
    }
    return Continue(replace(progress, held=found))


def _read_file(ref: MediaRef, progress: Progress, saved: SavedFile) -> MediaOutcome:
    """Accept the file if its digest is one that the provider gave, in webhook or address."""
    wanted = {digest for digest in (ref.sha256, progress.held.get(SHA256)) if digest}
    if wanted and saved.sha256 not in wanted:
        return _again(progress, "sha256_mismatch", "the file is not the one that was sent")
    media_type = progress.held.get(MEDIA_TYPE, "") or ref.media_type
    return Fetched(saved.blob, saved.size_bytes, saved.sha256, media_type)


def _again(progress: Progress, code: str, reason: str) -> Retry | Refused:
    """Begin anew with a fresh address, a few times."""
    tries = progress.tries + 1
    if tries >= MOST_TRIES:
        return Refused(Refusal(code, reason, RefusalCause.MEDIA))
    return Retry(reason, Progress(tries=tries))


def _failure(config: InboxConfig, progress: Progress, response: HttpResponse) -> MediaOutcome:
    error = error_in(response)
    if response.status == 404 or number_in(error, "code") == PARAMETER_ERROR:
        # Elsewhere "no such object" is a wrong setting; here the object is the file.
        return Refused(Refusal(str(response.status), GONE, RefusalCause.MEDIA))
    outcome = failure(config, progress, response)
    if isinstance(outcome, OptedOut):
        return Refused(Refusal(str(response.status), outcome.reason, RefusalCause.MEDIA))
    return outcome


def _is_trusted(url: str, config: InboxConfig) -> bool:
    host = host_of(url)
    own = host_of(api_url(config))
    return bool(host) and (host == own or f".{host}".endswith(MEDIA_HOSTS))


def host_of(url: str) -> str | None:
    """Return the host of a web address, or None if it is not one."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return host if parts.scheme in ("http", "https") else None
