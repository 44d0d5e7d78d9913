"""Whether a mail will never arrive, may arrive later, or was not wanted.

The status code says it when it is a good one (RFC 3463); many servers give a general code, or a
wrong one, and say it in words, so telling words go first.
"""

import re

from clew.channels.email.mail import BounceKind

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)")
_REPLY_CODE = re.compile(r"(?<![\d.])([45])([0-5]\d)(?=[ \-;:]|$)", re.M)
_OF_REPLY_CODE = {
    "550": "5.1.1", "551": "5.1.6", "553": "5.1.3", "552": "5.2.2", "421": "4.3.2", "450": "4.2.1",
    "451": "4.3.0", "452": "4.2.2", "554": "5.0.0", "500": "5.5.2", "501": "5.5.4",
}  # fmt: skip

# The first that matches decides.
_WORDS: tuple[tuple[BounceKind, re.Pattern[str]], ...] = (
    (
        BounceKind.SOFT,
        re.compile(
            r"quota|mailbox (?:is )?(?:too )?(?:full|size limit)|(?:mail)?box (?:is )?full"
            r"|over ?quota"
            r"|insufficient (?:disk|system|storage|space)|not enough (?:disk|space|storage)"
            r"|exceeded (?:the )?(?:storage|mailbox)|out of (?:storage|space)|inbox is full"
            r"|przepełnion|przekroczon\w+ (?:limit|pojemn)|skrzynka .{0,30}pełna|переполнен"
            r"|ящик .{0,40}полон|postfach .{0,20}voll|betelt|megtelt|boîte .{0,30}pleine"
            r"|buzón .{0,20}lleno|邮箱.{0,4}满|greylist|grey-list|try again later|temporar"
            r"|zeitweilig|deferred|still trying|will be (?:re)?tried|delayed|too many connections"
            r"|connection (?:timed out|refused|reset)|timed? ?out|host (?:is )?(?:down"
            r"|not available)"
            r"|retry time(?:out)? (?:not reached|exceeded)|временн|tymczasow",
            re.I,
        ),
    ),
    (
        BounceKind.HARD,
        re.compile(
            r"user (?:is )?unknown|unknown (?:user|recipient|local|address|mailbox)"
            r"|no such (?:user|"
            r"recipient|mailbox|address|person|account)|does(?: not|n.t) exist|not exist|"
            r"user not found|recipient(?:s)? (?:address )?not found|address (?:not found"
            r"|couldn.t be found)"
            r"|mailbox (?:not found|unavailable|is (?:disabled|inactive|unavailable)|disabled)"
            r"|invalid (?:recipient|mailbox|address|user)|(?:account|user|mailbox"
            r"|email account).{0,30}"
            r"(?:disabled|deactivated|inactive|suspended|closed|terminated|blocked for inactivity)"
            r"|RecipNotFound|RESOLVER\.ADR|unrouteable address|unroutable|host (?:or domain name )?"
            r"not found|domain .{0,60}(?:not found|does not)|no longer (?:available|valid|in use"
            r"|works)"
            r"|nie istnieje|nieznany (?:użytkownik|adres|odbiorca)|brak (?:takiego )?użytkownika"
            r"|nie ma takie|не существует|не найден|нет такого|заблокирован|отключ|unbekannt\w*"
            r"|existiert nicht|nicht gefunden|nem létez|ismeretlen|n.existe pas|no existe"
            r"|non esiste"
            r"|neexistuje|не існує|não existe|bestaat niet|不存在|存在しません|见つかりません"
            r"|couldn.t be found|wasn.t found|not listed in|no mailbox here by that name|NXDOMAIN"
            r"|all relevant MX records point to non-existent"
            r"|Recipient address rejected(?!: Access)",
            re.I,
        ),
    ),
    (
        BounceKind.POLICY,
        re.compile(
            r"spam|unsolicited|black ?-?list|block ?-?list|blocked|\bRBL\b|DNSBL|spamhaus"
            r"|reputation"
            r"|\bSPF\b|DKIM|DMARC|polic(?:y|ies)|not authorized|unauthenticated|authentication"
            r"|access denied|relay(?:ing)? (?:access )?denied|not permitted|prohibited"
            r"|rejected (?:due|for|as)"
            r"|message (?:size )?(?:exceeds|too (?:large|big))|size limit|too large"
            r"|content (?:rejected|"
            r"filter)|virus|malware|phish|restricted|forbidden|sender (?:address )?rejected|banned"
            r"|спам|политик|wirus|zbyt duż|za duż|przekracza|zu groß|слишком больш|abuse|junk"
            r"|\bIP\b.{0,40}(?:listed|rejected)|suspicious|too many (?:messages|recipients|emails)",
            re.I,
        ),
    ),
)
_OF_STATUS: tuple[tuple[re.Pattern[str], BounceKind], ...] = (
    (re.compile(r"4\."), BounceKind.SOFT),
    (re.compile(r"5\.(?:2\.2|3\.1|3\.2|4\.[1257]|5\.3)$"), BounceKind.SOFT),
    (re.compile(r"5\.(?:7\.|2\.3$|3\.4$|6\.|4\.6$)"), BounceKind.POLICY),
    (re.compile(r"5\."), BounceKind.HARD),
)
# Codes so exact that servers mean them, whatever else they write.
_EXACT = re.compile(r"5\.1\.(?:1|2|3|6|10)$|5\.2\.(?:1|2|3)$|5\.3\.4$|4\.\d+\.[1-9]\d*$")
_FULL = re.compile(r"quota|full|przepełn|переполн|over ?limit|exceed|storage", re.I)


def status_in(said: str) -> str:
    """Return the enhanced status code in a sentence, the one that a reply code means, or ""."""
    if found := _STATUS.search(said):
        return found[0]
    if code := _REPLY_CODE.search(said):
        plain = code[1] + code[2]
        if plain == "550" and _kind_of_words(said) is BounceKind.POLICY:
            return "5.7.1"
        return _OF_REPLY_CODE.get(plain, f"{code[1]}.0.0")
    return ""


def better_status(declared: str, said: str) -> str:
    """Return what a server declares, or the more exact code in its words; "5.0.0" says nothing."""
    if not declared:
        return status_in(said)
    exact = _STATUS.search(said)
    is_more = exact is not None and exact[1] == declared[0] and declared.endswith(".0.0")
    return exact[0] if exact and is_more else declared


def kind_of(status: str, said: str) -> BounceKind:
    """Return what kind of failure it is.

    Args:
        status: An enhanced status code, or "".
        said: What the server wrote.
    """
    if _EXACT.search(status) and _STATUS.search(said):
        # Some answer 5.2.1 or 5.1.1 for spam, but hardly any for a full mailbox.
        return BounceKind.SOFT if _is_misused(status, said) else _kind_of_status(status)
    return _kind_of_words(said) or _kind_of_status(status)


def _is_misused(status: str, said: str) -> bool:
    return status == "5.2.1" and bool(_FULL.search(said))


def _kind_of_words(said: str) -> BounceKind | None:
    return next((kind for kind, words in _WORDS if words.search(said)), None)


def _kind_of_status(status: str) -> BounceKind:
    return next((kind for code, kind in _OF_STATUS if code.match(status)), BounceKind.HARD)
