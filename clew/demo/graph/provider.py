"""The simulated provider: takes messages of both sides, and owes Clew news of each.

It keeps its own books. That the messaging window is closed, say, it knows from when it last heard
of a contact, not from Clew. It never looks into Clew's database.
"""

import asyncio
import secrets
from collections import deque
from dataclasses import dataclass
from datetime import timedelta

from clew.demo.graph import webhooks
from clew.demo.graph.chats import Chat, Mark, Media, Person, Place, Said, Side
from clew.demo.graph.faults import (
    OUTSIDE_WINDOW,
    UNDELIVERABLE,
    WINDOW_DETAILS,
    GraphError,
    Weather,
)
from clew.demo.graph.keeping import Keeping
from clew.demo.graph.shapes import Sending
from clew.ports.clock import Clock

WINDOW = timedelta(hours=24)
TYPING_LASTS = timedelta(seconds=25)
# How long a message travels to a phone.
ON_THE_WAY = timedelta(milliseconds=600)
COUNTRIES = {"1": "US", "7": "RU", "36": "HU", "44": "GB", "48": "PL", "49": "DE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a person does on their phone; kind is text, location, or how a file is sent."""

    kind: str = "text"
    text: str = ""
    media: Media | None = None
    is_voice: bool = False
    place: Place | None = None
    quoted: str = ""


class Provider:
    """Chats of one number of the shop.

    Attributes:
        version: Grows with every change that a phone could show.
        news: Set while there is something to tell Clew.
    """

    def __init__(self, keeping: Keeping, clock: Clock) -> None:
        self.keeping = keeping
        self.memory = keeping.load()
        self.weather = Weather.FINE
        self.version = 1
        self.news = asyncio.Event()
        self.clock = clock
        self._changes: deque[webhooks.Change] = deque()

    # --- what people do on their phones

    def add_person(self, name: str, phone: str, username: str = "") -> Chat:
        """Give somebody a simulated phone; whoever has one keeps it, with the new name."""
        digits = "".join(filter(str.isdigit, phone))
        known = self.memory.chats.get(digits)
        if known is not None:
            known.person.name, known.person.username = name, username
            return known
        prefix = max((one for one in COUNTRIES if digits.startswith(one)), key=len, default="")
        country = COUNTRIES.get(prefix, "ZZ")
        person = Person(digits, name, f"{country}.{digits[::-1]}{len(digits)}", username)
        self.memory.chats[digits] = Chat(person)
        self.touch()
        return self.memory.chats[digits]

    def chat(self, phone: str) -> Chat:
        """Return the chat of a phone.

        Raises:
            KeyError: Nobody has it.
        """
        return self.memory.chats[phone]

    def write(self, phone: str, writing: Writing) -> Said:
        """Take what a person writes, and tell Clew."""
        chat = self.chat(phone)
        said = Said(
            id=new_wamid(),
            by=Side.CONTACT,
            kind=writing.kind,
            at=self.clock.now(),
            text=writing.text,
            media=writing.media,
            is_voice=writing.is_voice,
            place=writing.place,
            quoted=writing.quoted,
        )
        chat.said.append(said)
        self._tell(webhooks.message_change(chat, said))
        self.memory.window_from[phone] = said.at
        return said

    def react(self, phone: str, message_id: str, emoji: str) -> None:
        """Put a person's emoji on a message, or take it back with an empty one.

        Raises:
            KeyError: There is no such message.
        """
        chat = self.chat(phone)
        target = chat.find(message_id)
        if target is None:
            raise KeyError(message_id)
        if emoji:
            target.reactions[Side.CONTACT] = emoji
        else:
            target.reactions.pop(Side.CONTACT, None)
        news = Said(new_wamid(), Side.CONTACT, "reaction", self.clock.now())
        self._tell(webhooks.reaction_change(chat.person, message_id, emoji, news))
        self.memory.window_from[phone] = news.at

    def read(self, phone: str) -> None:
        """Note that a person looks at their chat, and tell Clew what they have read."""
        chat = self.chat(phone)
        for said in chat.said:
            if said.by is Side.SHOP and said.mark is Mark.DELIVERED:
                self._mark(chat, said, Mark.READ)

    # --- what the shop does

    def accept(self, sending: Sending) -> Said | None:
        """Take a message for a person, or a reaction (which is nothing said).

        Raises:
            GraphError: They cannot be reached, or not without a template.
        """
        chat = self._recipient(sending.to)
        now, heard_at = self.clock.now(), self.memory.window_from.get(chat.person.phone)
        is_open = heard_at is not None and now - heard_at < WINDOW
        if sending.kind != "template" and not is_open:
            raise GraphError(OUTSIDE_WINDOW, WINDOW_DETAILS)
        if sending.reaction is not None:
            self._react(chat, *sending.reaction)
            return None
        shape = sending.shape
        is_lost = self.weather is Weather.UNDELIVERABLE
        said = Said(
            id=new_wamid(),
            by=Side.SHOP,
            kind=sending.kind,
            at=now,
            text=shape.text,
            media=shape.media,
            place=shape.place,
            choices=shape.choices,
            quoted=sending.quoted,
            reference=sending.reference,
            fault="The phone could not be reached in the simulation." if is_lost else "",
        )
        chat.said.append(said)
        chat.typing_until = None
        self._tell(webhooks.status_change(chat, said, Mark.SENT, now))
        return said

    def see(self, message_id: str, *, is_typing: bool) -> None:
        """Note that the shop has read a message, and all before it.

        Raises:
            GraphError: There is no such message of a person.
        """
        for chat in self.memory.chats.values():
            seen = chat.find(message_id)
            if seen is None or seen.by is not Side.CONTACT:
                continue
            for said in chat.said:
                if said.by is Side.CONTACT and said.at <= seen.at:
                    said.mark = Mark.READ
            chat.typing_until = self.clock.now() + TYPING_LASTS if is_typing else None
            self.touch()
            return
        raise GraphError(131009, f"message_id {message_id} does not exist")

    # --- time and news

    def deliver(self, travelled: timedelta = ON_THE_WAY) -> None:
        """Let what was accepted so long ago reach its phone, or fail."""
        now = self.clock.now()
        for chat in self.memory.chats.values():
            for said in reversed(chat.said):
                if said.by is not Side.SHOP or said.mark is not Mark.SENT:
                    continue
                if said.at + travelled <= now:
                    self._mark(chat, said, Mark.FAILED if said.fault else Mark.DELIVERED)

    def take_changes(self, most: int = webhooks.MOST_AT_ONCE) -> list[webhooks.Change]:
        """Return what Clew has to be told next."""
        taken = [self._changes.popleft() for _ in range(min(most, len(self._changes)))]
        if not self._changes:
            self.news.clear()
        return taken

    def give_back(self, changes: list[webhooks.Change]) -> None:
        """Tell Clew later what it did not take."""
        self._changes.extendleft(reversed(changes))
        self.news.set()

    def touch(self) -> None:
        """Let every phone look again."""
        self.version += 1

    def save(self) -> None:
        """Remember across a restart."""
        self.keeping.save(self.memory)

    def _recipient(self, to: str) -> Chat:
        for phone, chat in self.memory.chats.items():
            if to in (phone, chat.person.user_id):
                return chat
        raise GraphError(UNDELIVERABLE, "Nobody in the simulation has this number.")

    def _react(self, chat: Chat, target: str, emoji: str) -> None:
        said = chat.find(target)
        if said is None:
            raise GraphError(131009, f"message_id {target} does not exist")
        said.reactions[Side.SHOP] = emoji
        self.touch()

    def _mark(self, chat: Chat, said: Said, mark: Mark) -> None:
        said.mark = mark
        code = UNDELIVERABLE if mark is Mark.FAILED else 0
        self._tell(webhooks.status_change(chat, said, mark, self.clock.now(), code))

    def _tell(self, change: webhooks.Change) -> None:
        self._changes.append(change)
        self.news.set()
        self.touch()


def new_wamid() -> str:
    """Return an id for a message, opaque and long, as the provider's are."""
    return f"wamid.HBgL{secrets.token_urlsafe(24)}=="
