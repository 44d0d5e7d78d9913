"""Approved templates: which there are, what values they need, and how those are filled in.

A value is named after its placeholder: `1` or `name` in the body, `header:1` or `header:image` (an
address of the picture) above it, and `button:0:url` or `button:0:copy_code` on a button.
"""

import re
from collections.abc import Iterator, Mapping

from clew.channels.json_documents import decode_object_or_empty, object_in, objects_in, text_in
from clew.channels.whatsapp.answers import as_check_failure
from clew.channels.whatsapp.settings import WABA_ID, api_url, authorization
from clew.ports.channel import (
    HttpRequest,
    HttpResponse,
    InboxConfig,
    JsonObject,
    OutgoingTemplate,
    Template,
    TemplatePage,
    TemplatesOutcome,
)

PAGE_SIZE = 100
FIELDS = "name,language,category,status,components"
MAX_PAGE_BYTES = 8_388_608
_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_CURSOR = re.compile(r"[A-Za-z0-9_=-]{1,500}")
MEDIA_HEADERS = frozenset({"image", "video", "document"})
# The kinds of button that need a value, and how the provider calls that value.
BUTTON_VALUES: Mapping[str, str] = {"url": "text", "copy_code": "coupon_code"}


def list_templates(config: InboxConfig, cursor: str | None) -> HttpRequest | None:
    """Ask for a page of templates; None without the account's id."""
    account = config.settings.get(WABA_ID, "")
    if not account:
        return None
    after = f"&after={cursor}" if cursor and _CURSOR.fullmatch(cursor) else ""
    query = f"?fields={FIELDS}&limit={PAGE_SIZE}{after}"
    return HttpRequest(
        "GET",
        api_url(config, account, "message_templates") + query,
        authorization(config),
        max_bytes=MAX_PAGE_BYTES,
    )


def read_templates(config: InboxConfig, response: HttpResponse) -> TemplatesOutcome:
    """Return the page, or why there is none."""
    document = decode_object_or_empty(response.body)
    if response.status != 200 or not isinstance(document.get("data"), list):
        return as_check_failure(config, response, document)
    paging = object_in(document, "paging")
    cursor = text_in(object_in(paging, "cursors"), "after")
    more = cursor if text_in(paging, "next") and cursor else None
    return TemplatePage(tuple(_template(item) for item in objects_in(document, "data")), more)


def template_payload(template: OutgoingTemplate) -> JsonObject:
    """Return a template with its values, as it is sent."""
    values = template.parameters
    body = {name: value for name, value in values.items() if ":" not in name}
    components = [*_header(values), *_body(body), *_buttons(values)]
    payload: JsonObject = {"name": template.name, "language": {"code": template.language}}
    return payload | ({"components": components} if components else {})


def _template(item: JsonObject) -> Template:
    components = objects_in(item, "components")
    body = next((text_in(part, "text") for part in components if _type(part) == "body"), "")
    needed = [name for part in components for name in _needed(part)]
    return Template(
        name=text_in(item, "name"),
        language=text_in(item, "language"),
        category=text_in(item, "category").lower(),
        status=text_in(item, "status").lower(),
        body=body,
        parameters=tuple(dict.fromkeys(needed)),
    )


def _type(component: JsonObject) -> str:
    return text_in(component, "type").lower()


def _needed(component: JsonObject) -> Iterator[str]:
    kind = _type(component)
    if kind == "body":
        yield from _PLACEHOLDER.findall(text_in(component, "text"))
    elif kind == "header":
        media = text_in(component, "format").lower()
        names = [media] if media in MEDIA_HEADERS else _PLACEHOLDER.findall(_text(component))
        yield from (f"header:{name}" for name in names)
    elif kind == "buttons":
        for index, button in enumerate(objects_in(component, "buttons")):
            button_kind = _type(button)
            if button_kind == "copy_code" or _PLACEHOLDER.search(text_in(button, "url")):
                yield f"button:{index}:{button_kind}"


def _text(component: JsonObject) -> str:
    return text_in(component, "text")


def _header(values: Mapping[str, str]) -> Iterator[JsonObject]:
    named = {name.removeprefix("header:"): v for name, v in values.items() if _is_header(name)}
    media = [{"type": name, name: {"link": named[name]}} for name in named if name in MEDIA_HEADERS]
    texts = {name: value for name, value in named.items() if name not in MEDIA_HEADERS}
    parameters = media or _text_parameters(texts)
    if parameters:
        yield {"type": "header", "parameters": parameters}


def _is_header(name: str) -> bool:
    return name.startswith("header:")


def _body(values: Mapping[str, str]) -> Iterator[JsonObject]:
    if values:
        yield {"type": "body", "parameters": _text_parameters(values)}


def _text_parameters(values: Mapping[str, str]) -> list[JsonObject]:
    """Return values by their place if all are numbered, by their name otherwise."""
    if all(name.isascii() and name.isdigit() for name in values):
        numbered = sorted(values.items(), key=lambda item: int(item[0]))
        return [{"type": "text", "text": _one_line(value)} for _, value in numbered]
    return [
        {"type": "text", "parameter_name": name, "text": _one_line(value)}
        for name, value in values.items()
    ]


def _one_line(value: str) -> str:
    """Return the words of `value`: line breaks and runs of spaces are refused (error 132018)."""
    return " ".join(value.split())


def _buttons(values: Mapping[str, str]) -> Iterator[JsonObject]:
    for name, value in values.items():
        where, _, rest = name.partition(":")
        index, _, kind = rest.partition(":")
        if where != "button" or kind not in BUTTON_VALUES:
            continue
        member = BUTTON_VALUES[kind]
        parameter = {"type": member, member: value}
        yield {"type": "button", "sub_type": kind, "index": index, "parameters": [parameter]}
