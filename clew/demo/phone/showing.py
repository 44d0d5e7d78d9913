"""What a simulated phone shows, as JSON for its page."""

from datetime import datetime
from typing import Any

from clew.demo.graph.chats import Chat, Mark, Said, Side
from clew.demo.graph.provider import Provider

LONGEST_QUOTE = 120


def show(provider: Provider, phone: str, clock_offset_seconds: float) -> dict[str, Any]:
    """Return everything that the page of one phone shows."""
    chats = provider.memory.chats
    now = provider.clock.now()
    return {
        "version": provider.version,
        "now": _instant(now),
        "ahead_seconds": clock_offset_seconds,
        "weather": provider.weather.value,
        "shop": provider.memory.line.verified_name,
        "people": [_person(chat) for chat in sorted(chats.values(), key=_newest, reverse=True)],
        "chat": _chat(chats[phone], now) if phone in chats else None,
    }


def _newest(chat: Chat) -> float:
    return chat.said[-1].at.timestamp() if chat.said else 0.0


def _person(chat: Chat) -> dict[str, Any]:
    last = next((one for one in reversed(chat.said) if _is_visible(one)), None)
    arrived = (one for one in chat.said if one.by is Side.SHOP and one.mark is Mark.DELIVERED)
    return {
        "phone": chat.person.phone,
        "name": chat.person.name,
        "username": chat.person.username,
        "unread": sum(1 for _ in arrived),
        "last": _gist(last) if last else "",
        "last_by": last.by.value if last else "",
        "last_at": _instant(last.at) if last else None,
    }


def _chat(chat: Chat, now: datetime) -> dict[str, Any]:
    is_typing = chat.typing_until is not None and chat.typing_until > now
    return {
        "phone": chat.person.phone,
        "name": chat.person.name,
        "is_typing": is_typing,
        "said": [_said(one, chat) for one in chat.said if _is_visible(one)],
    }


def _is_visible(said: Said) -> bool:
    """Say whether a phone shows a message: what has not reached it, it cannot show."""
    return said.by is Side.CONTACT or said.mark is not Mark.FAILED


def _said(said: Said, chat: Chat) -> dict[str, Any]:
    quoted = chat.find(said.quoted) if said.quoted else None
    shown: dict[str, Any] = {
        "id": said.id,
        "by": said.by.value,
        "kind": said.kind,
        "at": _instant(said.at),
        "mark": said.mark.value,
        "text": said.text,
        "is_voice": said.is_voice,
        "choices": list(said.choices),
        "reactions": {side.value: emoji for side, emoji in said.reactions.items()},
        "quoted": None,
        "media": None,
        "place": None,
    }
    if said.quoted:
        shown["quoted"] = {
            "by": quoted.by.value if quoted else Side.SHOP.value,
            "text": _gist(quoted) if quoted else "A message that is not here any more",
        }
    if said.media is not None:
        shown["media"] = {
            "url": f"/simulation/phone/media/{said.media.id}",
            "media_type": said.media.media_type,
            "name": said.media.name,
            "bytes": said.media.byte_count,
        }
    if said.place is not None:
        place = said.place
        shown["place"] = {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "name": place.name,
            "address": place.address,
        }
    return shown


def _gist(said: Said) -> str:
    if said.text:
        return said.text[:LONGEST_QUOTE]
    if said.place is not None:
        return f"Location: {said.place.name or 'a place'}"
    if said.media is not None:
        return "Voice message" if said.is_voice else said.media.name or said.kind
    return said.kind


def _instant(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
