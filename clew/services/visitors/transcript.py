"""What was said, as one page that stands alone: for a visitor to keep."""

from collections.abc import Mapping
from datetime import UTC, tzinfo
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clew.services.deps import Deps
from clew.services.visitors.rooms import Room
from clew.services.visitors.seeing import MAX_LIMIT, MessageView, history
from clew.services.visitors.visiting import Visiting

MOST_PAGES = 50
# Per language: who wrote, and what stands for a message that was taken back.
YOU: Mapping[str, tuple[str, str]] = {
    "en": ("You", "deleted"),
    "pl": ("Ty", "usunięto"),
    "ru": ("Вы", "удалено"),
    "hu": ("Ön", "törölve"),
}
STYLE = "body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\
p{white-space:pre-wrap;margin:.2rem 0 1rem}time{color:#555}"


async def transcript(*, visiting: Visiting, room: Room, deps: Deps, zone: str = "") -> str:
    """Return everything that the visitor sees as an HTML page; nothing in it is run or loaded.

    It tells the time of `zone`, such as `Europe/Warsaw`, and UTC for one that we do not know.
    """
    clock = _zone(zone)
    language = visiting.visitor.language or room.site.languages[0]
    messages: list[MessageView] = []
    before: int | None = None
    for _ in range(MOST_PAGES):
        page = await history(visiting, before=before, after=None, limit=MAX_LIMIT, deps=deps)
        messages = [*page.items, *messages]
        if not page.has_more:
            break
        before = page.items[0].place
    name = escape(room.inbox.name)
    said = "\n".join(_entry(one, language, clock) for one in messages)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{name}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{name}</h1>\n{said}\n</body></html>\n"
    )


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _entry(message: MessageView, language: str, clock: tzinfo) -> str:
    you, deleted = YOU.get(language, YOU["en"])
    author = you if message.direction == "in" else message.author.name
    text = f"[{deleted}]" if message.deleted_at else message.text
    files = "".join(f"\n[{file.name}]" for file in message.attachments)
    at = message.at.astimezone(clock).strftime("%Y-%m-%d %H:%M %Z")
    return (
        f"<div><strong>{escape(author)}</strong> <time>{at}</time>"
        f"<p>{escape(text + files)}</p></div>"
    )
