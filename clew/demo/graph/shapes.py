"""What the provider accepts in a message: shapes and limits, one reader for each type.

Source:
    WhatsApp Business Platform, "Service messages" (April 2026).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from clew.demo.graph.chats import Media, Place
from clew.demo.graph.faults import PARAMETER, GraphError
from clew.demo.graph.templates import rendered

TEXT_MAX = 4096
CAPTION_MAX = 1024
BODY_MAX = 1024
REFERENCE_MAX = 512
BUTTONS_MAX, ROWS_MAX = 3, 10
TITLE_MAX, ROW_TITLE_MAX, ROW_DESCRIPTION_MAX, LIST_BUTTON_MAX = 20, 24, 72, 20
WITH_CAPTION = frozenset({"image", "video", "document"})
MEDIA = ("image", "video", "document", "audio", "sticker")

FindMedia = Callable[[str], Media | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a message shows."""

    text: str = ""
    media: Media | None = None
    place: Place | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sending:
    """A request that has the right shape.

    Attributes:
        to: A telephone number's digits, or a business-scoped id.
        reaction: Target and emoji, in place of something said.
    """

    to: str
    kind: str
    shape: Shape = field(default_factory=Shape)
    quoted: str = ""
    reference: str = ""
    reaction: tuple[str, str] | None = None


def read_sending(body: Mapping[str, Any], find_media: FindMedia) -> Sending:
    """Read a request to send.

    Raises:
        GraphError: It has not the shape, or breaks a limit.
    """
    if body.get("messaging_product") != "whatsapp":
        _refuse(PARAMETER, "The parameter messaging_product is required.")
    if body.get("recipient_type", "individual") != "individual":
        _refuse(PARAMETER, "recipient_type must be individual")
    to = str(body.get("to") or body.get("recipient") or "")
    if not to:
        _refuse(131008, "The parameter to is required.")
    reference = body.get("biz_opaque_callback_data", "")
    if not isinstance(reference, str) or len(reference) > REFERENCE_MAX:
        _refuse(131009, f"biz_opaque_callback_data has at most {REFERENCE_MAX} characters")
    kind = str(body.get("type", "text"))
    part = body.get(kind)
    if kind == "reaction":
        target, emoji = str((part or {}).get("message_id", "")), str((part or {}).get("emoji", ""))
        return Sending(to.lstrip("+"), kind, reference=reference, reaction=(target, emoji))
    if kind in MEDIA:
        shape = _media(kind, _object(kind, part), find_media)
    elif kind in READERS:
        shape = READERS[kind](_object(kind, part) if kind != "contacts" else {"list": part})
    else:
        _refuse(131051, f"type {kind}")
    quoted = str((body.get("context") or {}).get("message_id", ""))
    return Sending(to.lstrip("+"), kind, shape, quoted, reference)


def _media(kind: str, part: Mapping[str, Any], find_media: FindMedia) -> Shape:
    caption = str(part.get("caption", ""))
    if caption and kind not in WITH_CAPTION:
        _refuse(PARAMETER, f"Unexpected key caption on {kind}")
    _check_length(f"{kind}['caption']", caption, CAPTION_MAX)
    if bool(part.get("id")) == bool(part.get("link")):
        _refuse(131009, "exactly one of id and link is needed")
    if part.get("link"):
        return Shape(f"{caption}\n{part['link']}".strip())
    media = find_media(str(part["id"]))
    if media is None:
        _refuse(131009, f"Media ID {part['id']} does not exist")
    if kind not in ("document", "sticker") and not media.media_type.startswith(f"{kind}/"):
        _refuse(131053, f"{media.media_type} is not {kind}")
    named = Media(
        media.id,
        media.media_type,
        str(part.get("filename") or media.name),
        media.sha256,
        media.byte_count,
    )
    return Shape(caption, named)


def _text(part: Mapping[str, Any]) -> Shape:
    body = str(part.get("body", ""))
    if not body.strip():
        _refuse(131008, "text['body'] is required")
    _check_length("text['body']", body, TEXT_MAX)
    return Shape(body)


def _location(part: Mapping[str, Any]) -> Shape:
    try:
        latitude, longitude = float(part["latitude"]), float(part["longitude"])
    except (KeyError, TypeError, ValueError):
        _refuse(131009, "location needs latitude and longitude")
    name, address = str(part.get("name", "")), str(part.get("address", ""))
    return Shape(place=Place(latitude, longitude, name, address))


def _contacts(part: Mapping[str, Any]) -> Shape:
    people = part.get("list")
    if not isinstance(people, list) or not people:
        _refuse(131009, "contacts must be a list that is not empty")
    names = [str((one.get("name") or {}).get("formatted_name", "")) for one in people]
    if not all(names):
        _refuse(131008, "contacts[]['name']['formatted_name'] is required")
    return Shape(", ".join(names))


def _template(part: Mapping[str, Any]) -> Shape:
    return Shape(rendered(part))


def _interactive(part: Mapping[str, Any]) -> Shape:
    kind, action = part.get("type"), part.get("action") or {}
    body = str((part.get("body") or {}).get("text", ""))
    if not body:
        _refuse(131008, "interactive['body']['text'] is required")
    _check_length("interactive['body']['text']", body, BODY_MAX)
    if kind == "button":
        titles = [str((one.get("reply") or {}).get("title", "")) for one in action["buttons"]]
        _check_count("buttons", titles, BUTTONS_MAX)
        longest = TITLE_MAX
    elif kind == "list":
        _check_length("action['button']", str(action.get("button", "")), LIST_BUTTON_MAX)
        rows = [row for section in action.get("sections") or [] for row in section.get("rows", [])]
        titles = [str(row.get("title", "")) for row in rows]
        for row in rows:
            _check_length(
                "row['description']", str(row.get("description", "")), ROW_DESCRIPTION_MAX
            )
        _check_count("rows", titles, ROWS_MAX)
        longest = ROW_TITLE_MAX
    else:
        _refuse(131009, f"interactive type {kind}")
    for title in titles:
        _check_length("title", title, longest)
    return Shape(body, choices=tuple(titles))


READERS: Mapping[str, Callable[[Mapping[str, Any]], Shape]] = {
    "text": _text,
    "location": _location,
    "contacts": _contacts,
    "template": _template,
    "interactive": _interactive,
}


def _object(kind: str, part: object) -> Mapping[str, Any]:
    if not isinstance(part, dict):
        _refuse(131008, f"The parameter {kind} is required.")
    return part


def _check_length(name: str, text: str, longest: int) -> None:
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if units > longest:
        _refuse(PARAMETER, f"Param {name} must be at most {longest} characters long.")


def _check_count(name: str, titles: list[str], most: int) -> None:
    if not 1 <= len(titles) <= most or not all(titles):
        _refuse(131009, f"between 1 and {most} {name}, each with a title")


def _refuse(code: int, details: str) -> NoReturn:
    raise GraphError(code, details)
