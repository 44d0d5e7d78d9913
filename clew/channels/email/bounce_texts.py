"""How servers say in words that a mail did not arrive, and where in them the recipient stands.

Written after what qmail, Exim, Postfix, Sendmail, Exchange, Gmail, Yahoo, mail.ru, Yandex, WP,
Onet, Domino, GroupWise, Courier and MDaemon write.
"""

import re
from collections.abc import Iterator

SUBJECTS = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed|failed|report|problem|incomplete"
    r"|error|delayed)|returned (?:mail|to sender|message)|return(?:ed)? mail|mail delivery"
    r"|failure notice"
    r"|mail failure|non-?deliver|not (?:be )?delivered|could ?n.t be delivered"
    r"|delivery .{0,20}failure"
    r"|unzustellbar|nicht zugestellt|zustellung .{0,40}(?:fehl|nicht)|unzustellbar"
    r"|niedostarcz|nie można dostarczyć|niedoręcz|nie został\w* dostarcz|zwrot wiadomości"
    r"|błąd doręcz"
    r"|недоставлен|не доставлен|ошибка доставки|невозможно доставить|не може бути доставлен"
    r"|kézbesíthetetlen|nem kézbesíthető|kézbesítés|échec de (?:la )?(?:remise|distribution)"
    r"|non remis"
    r"|no se (?:ha podido|puede|pudo) entregar|no entregado|non recapitabile|mancato recapito"
    r"|niet bestelbaar|onbestelbaar|niet afgeleverd|nedoruč|kan inte leverera|olevererbart"
    r"|kunne ikke leveres|ikke leveret|não (?:entregue|foi possível entregar)|falha na entrega"
    r"|退信|无法投递|未能送达|投递失败|配信不能|配信できません|送信できません|返送",
    re.I,
)
FAILURES = re.compile(
    r"this is the qmail-send program|created automatically by mail delivery software"
    r"|this is the mail system at host|delivery has failed to these recipients"
    r"|delivery to the following recipients? (?:has )?(?:been )?(?:failed|delayed)"
    r"|following address(?:es)? (?:had|failed|couldn|could not)|permanent fatal errors"
    r"|(?:could not|couldn.t|wasn.t|was not|cannot|can.t|unable to) be delivered"
    r"|wasn.t delivered to"
    r"|unable to deliver|did not reach (?:some or all|the following)"
    r"|delivery .{0,30}failed permanently"
    r"|following recipients? (?:could not|cannot)|undeliverable (?:mail|message|to)"
    r"|message blocked|address not found|(?:your )?message (?:has )?not been delivered"
    r"|не (?:было|может быть|удалось|был[ао]?) ?доставлен|не удалось доставить|недоставленное"
    r"|это письмо создано автоматически|нельзя доставить|(?:nie mogła|nie może"
    r"|nie została?) .{0,20}"
    r"dostarczon|nie (?:udało się|można było) (?:jej )?dostarczyć|nie można dostarczyć"
    r"|konnte nicht zugestellt|nem (?:lehetett|sikerült|tudtuk) .{0,30}kézbesít|n.a pas pu être"
    r"|no se pudo entregar|non è stato possibile (?:recapitare|consegnare)|nebylo možné doručit",
    re.I,
)
_COPY = re.compile(
    r"^[ \t>-]*(?:below this line is a copy|this is a copy of (?:the|your) message"
    r"|[- ]*(?:original|"
    r"returned|undelivered|unsent) (?:mail|message)(?: (?:headers?|follows?|below))*"
    r"|message headers? follow"
    r"|[- ]*here is (?:your|the) (?:returned|original)|the (?:full|header"
    r"|body) of the (?:original )?message"
    r"|[- ]*копия (?:исходного|вашего)|[- ]*исходное (?:письмо|сообщение)"
    r"|[- ]*oryginaln\w+ (?:wiadomość"
    r"|nagłówki)|[- ]*treść (?:oryginaln|zwrócon)|[- ]*nagłówki (?:oryginaln|wiadomości)"
    r"|original(?:e)? (?:nachricht|üzenet)|(?:received|return-path): )",
    re.I | re.M,
)
_ADDRESS = r"[^\s<>()\[\]\"',;:|]{1,120}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_AT_LINE = re.compile(
    rf"^[ \t*>-]*<?({_ADDRESS})>?[ \t]*(?:\([^\n()]{{0,200}}\)[ \t]*)?:?[ \t]*(.*)$", re.M
)
_ANYWHERE = re.compile(_ADDRESS)
_OF_SERVERS = re.compile(r"(?:mailer-daemon|postmaster|abuse|support|helpdesk|admin)@", re.I)
_FAR = 800


def human_part(words: str) -> str:
    """Return what the server wrote, without the copy of the mail beneath."""
    copy = _COPY.search(words)
    return words[: copy.start()] if copy and copy.start() > 0 else words


def said_of_recipients(
    human: str, own: set[str], listed: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield each recipient and what is said of them; ("", everything) if none is named.

    Args:
        human: What the server wrote.
        own: Addresses of ours, in lower case, that are no recipients.
        listed: The recipients, if they are known already.
    """
    lines = _at_lines(human, own)
    found = {name: lines.get(name, "") for name in listed} or lines
    if not found:
        first = next((name for name in _ANYWHERE.findall(human) if _is_recipient(name, own)), "")
        found = {first: ""}
    for recipient, place in [(name, human.find(name)) for name in found]:
        yield recipient, found[recipient] or _around(human, recipient, place)


def _at_lines(human: str, own: set[str]) -> dict[str, str]:
    """Return the recipients that stand at the beginning of a line, with what follows them."""
    found: dict[str, str] = {}
    for line in _AT_LINE.finditer(human):
        if _is_recipient(line[1], own) and len(found) < 100:
            found.setdefault(line[1], _paragraph(human, line.start(2)))
    return found


def _is_recipient(address: str, own: set[str]) -> bool:
    return address.lower() not in own and not _OF_SERVERS.match(address)


def _paragraph(human: str, start: int) -> str:
    """Return what stands from a place up to the next empty line, or after one if nothing does."""
    rest = human[start : start + _FAR].lstrip("\n\t ")
    return rest.partition("\n\n")[0].strip()


def _around(human: str, recipient: str, place: int) -> str:
    """Return the text near a recipient; everything, if it is not named."""
    if place < 0:
        return human[:_FAR]
    return human[max(0, place - 300) : place + len(recipient) + _FAR]
