"""What this server itself writes to visitors by e-mail: codes, links, and answers they missed.

Plain text, in the visitor's language, marked as made by a machine (RFC 3834) and with an empty
return path, so that no robot answers and no report of failure comes back as a message. By which
mailbox they go is for `clew.services.visitors.mailrooms`.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from clew.ports.channel import Channel, InboxConfig, MailRequest, MailServer
from clew.ports.http import CallFailed
from clew.ports.mail import Mailer
from clew.services.visitors.errors import MailIsNotSetUp

FALLBACK = "en"
CODE, LINK = "code", "link"
# An answer given in a chat: with a link or without, and whether a reply to the letter is read.
ANSWER, ANSWERABLE = "answer", "answerable"
ANSWER_ALONE, ANSWERABLE_ALONE = "answer alone", "answerable alone"
# To agents, not to visitors.
INVITATION, RESET = "invitation", "reset"

# Per language and letter: subject and text. `{link}` stands alone in its line.
WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        CODE: ("{code} is your code", "Your code for {name} is {code}.\n\nIt is good for 15 minutes. "
               "If you did not ask for it, do nothing.\n"),
        LINK: ("Go on with {name}", "Open this link to go on with your conversation on this device. "
               "It works once, within 24 hours:\n\n{link}\n\nIf you did not ask for it, do nothing.\n"),
        INVITATION: ("Your place at {name}",
               "{by} invites you to {name}. Choose a password here; the link works once, "
               "within 7 days:\n\n{link}\n\nIf you do not know them, do nothing.\n"),
        RESET: ("A new password for {name}",
               "Choose a new password here; the link works once, within 2 "
               "hours:\n\n{link}\n\nIf you did not ask for it, do nothing: your password "
               "stays.\n"),
        ANSWER: ("{name} answered you",
               "{text}\n\nGo on here; the link works once:\n{link}\n\nA reply to this e-mail would not be read."),
        ANSWERABLE: ("{name} answered you",
               "{text}\n\nAnswer this e-mail, or go on here; the link works once:\n{link}"),
        ANSWER_ALONE: ("{name} answered you", "{text}\n\n"
               "Go on in the chat where you wrote to us. A reply to this e-mail would not be read."),
        ANSWERABLE_ALONE: ("{name} answered you", "{text}\n\nAnswer this e-mail to go on."),
    },
    "pl": {
        CODE: ("{code} to Twój kod", "Twój kod dla {name}: {code}.\n\nJest ważny 15 minut. "
               "Jeśli to nie Ty o niego prosisz, nic nie rób.\n"),
        LINK: ("Kontynuuj rozmowę: {name}", "Otwórz ten link, aby kontynuować rozmowę na tym urządzeniu. "
               "Działa raz, przez 24 godziny:\n\n{link}\n\nJeśli to nie Ty o niego prosisz, nic nie rób.\n"),
        INVITATION: ("Twoje miejsce: {name}",
               "Zaproszenie do {name} od: {by}. Ustaw tu hasło; link działa raz, przez 7 "
               "dni:\n\n{link}\n\nJeśli nie znasz tej osoby, nic nie rób.\n"),
        RESET: ("Nowe hasło: {name}",
               "Ustaw tu nowe hasło; link działa raz, przez 2 godziny:\n\n{link}\n\nJeśli "
               "to nie Ty o niego prosisz, nic nie rób: hasło się nie zmieni.\n"),
        ANSWER: ("{name}: mamy odpowiedź",
               "{text}\n\nKontynuuj tutaj; link działa raz:\n{link}\n\nOdpowiedzi na ten e-mail nikt nie przeczyta."),
        ANSWERABLE: ("{name}: mamy odpowiedź",
               "{text}\n\nOdpowiedz na ten e-mail albo kontynuuj tutaj; link działa raz:\n{link}"),
        ANSWER_ALONE: ("{name}: mamy odpowiedź", "{text}\n\n"
               "Kontynuuj na czacie, na którym do nas napisano. Odpowiedzi na ten e-mail nikt nie przeczyta."),
        ANSWERABLE_ALONE: ("{name}: mamy odpowiedź", "{text}\n\nAby kontynuować, odpowiedz na ten e-mail."),
    },
    "ru": {
        CODE: ("{code} — ваш код", "Ваш код для {name}: {code}.\n\nОн действует 15 минут. "
               "Если вы его не запрашивали, ничего не делайте.\n"),
        LINK: ("Продолжите разговор: {name}", "Откройте эту ссылку, чтобы продолжить разговор на этом "
               "устройстве. Она сработает один раз, в течение 24 часов:\n\n{link}\n\n"
               "Если вы её не запрашивали, ничего не делайте.\n"),
        INVITATION: ("Ваше место: {name}",
               "Приглашение в {name}, от кого: {by}. Задайте пароль здесь; ссылка "
               "сработает один раз, в течение 7 дней:\n\n{link}\n\nЕсли вы не знаете "
               "этого человека, ничего не делайте.\n"),
        RESET: ("Новый пароль: {name}",
               "Задайте новый пароль здесь; ссылка сработает один раз, в течение 2 "
               "часов:\n\n{link}\n\nЕсли вы её не запрашивали, ничего не делайте: пароль "
               "останется прежним.\n"),
        ANSWER: ("{name}: вам ответили",
               "{text}\n\nПродолжите здесь; ссылка сработает один раз:\n{link}\n\nОтвет на это письмо никто не прочтёт."),
        ANSWERABLE: ("{name}: вам ответили",
               "{text}\n\nОтветьте на это письмо или продолжите здесь; ссылка сработает один раз:\n{link}"),
        ANSWER_ALONE: ("{name}: вам ответили", "{text}\n\n"
               "Продолжите в чате, где вы нам написали. Ответ на это письмо никто не прочтёт."),
        ANSWERABLE_ALONE: ("{name}: вам ответили", "{text}\n\nЧтобы продолжить, ответьте на это письмо."),
    },
    "hu": {
        CODE: ("{code} az Ön kódja", "Az Ön kódja ({name}): {code}.\n\n15 percig érvényes. "
               "Ha nem Ön kérte, nincs teendője.\n"),
        LINK: ("Folytassa a beszélgetést: {name}", "Nyissa meg ezt a hivatkozást, hogy ezen az eszközön "
               "folytassa a beszélgetést. Egyszer működik, 24 órán belül:\n\n{link}\n\n"
               "Ha nem Ön kérte, nincs teendője.\n"),
        INVITATION: ("Az Ön helye: {name}",
               "Meghívó ide: {name}, meghívja: {by}. Itt adjon meg jelszót; a hivatkozás "
               "egyszer működik, 7 napon belül:\n\n{link}\n\nHa nem ismeri a meghívót, "
               "nincs teendője.\n"),
        RESET: ("Új jelszó: {name}",
               "Itt adjon meg új jelszót; a hivatkozás egyszer működik, 2 órán "
               "belül:\n\n{link}\n\nHa nem Ön kérte, nincs teendője: a jelszava marad.\n"),
        ANSWER: ("{name} válaszolt Önnek",
               "{text}\n\nItt folytathatja; a hivatkozás egyszer működik:\n{link}\n\nAz erre a levélre küldött választ senki sem olvassa."),
        ANSWERABLE: ("{name} válaszolt Önnek",
               "{text}\n\nVálaszoljon erre a levélre, vagy folytassa itt; a hivatkozás egyszer működik:\n{link}"),
        ANSWER_ALONE: ("{name} válaszolt Önnek", "{text}\n\n"
               "Folytassa abban a csevegésben, ahol írt nekünk. Az erre a levélre küldött választ senki sem olvassa."),
        ANSWERABLE_ALONE: ("{name} válaszolt Önnek", "{text}\n\nA folytatáshoz válaszoljon erre a levélre."),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An inbox of mail, by which letters can be answered."""

    channel: Channel
    config: InboxConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How this server itself sends mail, and where people reach it.

    Attributes:
        server: None: it sends none.
        sender: The address that letters are from.
        public_url: Empty: links to us cannot be made.
        mailbox: The workspace's own that letters go by; None: this server writes itself.
    """

    mailer: Mailer
    server: MailServer | None = None
    sender: str = ""
    public_url: str = ""
    mailbox: Mailbox | None = None

    @property
    def is_open(self) -> bool:
        """Say whether letters can be sent."""
        return self.server is not None and bool(self.sender)

    @property
    def can_link(self) -> bool:
        """Say whether letters with a link to us can be sent."""
        return self.is_open and bool(self.public_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter; `kind` names its words."""

    kind: str
    to: str
    language: str
    name: str
    values: Mapping[str, str]


async def send(letter: Letter, *, post: Post, now: datetime) -> bool:
    """Send a letter; say whether the server took it.

    Raises:
        MailIsNotSetUp: This server sends no mail.
    """
    if post.server is None or not post.sender:
        raise MailIsNotSetUp
    request = MailRequest(
        server=post.server,
        sender="",
        recipients=(letter.to,),
        content=(written(letter, post.sender, now),),
        needs_utf8=not letter.to.isascii(),
    )
    return await submitted(request, post)


async def submitted(request: MailRequest, post: Post) -> bool:
    """Have a mail submitted; say whether the server took it."""
    try:
        return (await post.mailer.submit(request)).is_accepted
    except CallFailed:
        return False


def written(letter: Letter, sender: str, now: datetime) -> bytes:
    """Return a letter as a mail."""
    subject, text = in_words(letter)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(_line(letter.name), addr_spec=sender)
    mail["To"] = letter.to
    mail["Subject"] = _line(subject)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{secrets.token_hex(16)}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(text.rstrip() + "\n")
    return mail.as_bytes()


def in_words(letter: Letter) -> tuple[str, str]:
    """Return subject and text of a letter."""
    subject, text = WORDS.get(letter.language, WORDS[FALLBACK])[letter.kind]
    values = {"name": letter.name, **letter.values}
    return subject.format(**values), text.format(**values)


def link_to(inbox_id: object, token: str, post: Post) -> str:
    """Return where a one-time link leads; the token is behind the #, so no server logs it."""
    if not post.public_url:
        return ""
    return f"{post.public_url.rstrip('/')}/widget/{inbox_id}#link={token}"


def answer_kind(*, is_answerable: bool, has_link: bool) -> str:
    """Return which letter brings an answer."""
    if has_link:
        return ANSWERABLE if is_answerable else ANSWER
    return ANSWERABLE_ALONE if is_answerable else ANSWER_ALONE


def joined(texts: Sequence[str]) -> str:
    """Return several answers as one text."""
    return "\n\n".join(text.strip() for text in texts if text.strip())


def _line(text: str) -> str:
    """Return a text that fits a header: one line, not too long."""
    return " ".join(text.split())[:120]
