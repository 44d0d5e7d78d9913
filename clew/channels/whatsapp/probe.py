"""Check connection: does the provider know our token and this number?"""

from clew.channels.json_documents import decode_object_or_empty, text_in, without_empty
from clew.channels.whatsapp.answers import as_check_failure
from clew.channels.whatsapp.settings import api_url, authorization, phone_number_id
from clew.ports.channel import Connected, HttpRequest, HttpResponse, InboxConfig, ProbeOutcome

FIELDS = ("id", "display_phone_number", "verified_name", "quality_rating", "throughput")


def probe(config: InboxConfig) -> HttpRequest:
    """Ask the provider for our number."""
    where = api_url(config, phone_number_id(config)) + f"?fields={','.join(FIELDS)}"
    return HttpRequest("GET", where, authorization(config))


def read_probe(config: InboxConfig, response: HttpResponse) -> ProbeOutcome:
    """Say whether the inbox is connected, and as what."""
    document = decode_object_or_empty(response.body)
    if response.status != 200 or text_in(document, "id") != phone_number_id(config):
        return as_check_failure(config, response, document)
    number, name = text_in(document, "display_phone_number"), text_in(document, "verified_name")
    display = " · ".join(part for part in (number, name) if part) or phone_number_id(config)
    detail = without_empty({field: document.get(field) for field in FIELDS})
    return Connected(display, detail)
