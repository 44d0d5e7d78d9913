"""What a mail carries besides its text: the `content` of a message of type `mail`.

The text of such a message is `Reading.body`, the whole of what is visible; what of it is folded,
and the HTML for those who want the mail as it was set, stand here.
"""

import re
from collections.abc import Iterable

from clew.channels.email.mail import Address, Mail, Protection
from clew.channels.email.reading import Reading
from clew.channels.json_documents import without_empty
from clew.ports.channel import JsonObject

# A timeline is sent whole to the browser; the mail as received can be downloaded.
MAX_HTML = 200_000
MAX_PEOPLE = 100
# The last character that takes one unit in the browser's strings.
_LAST_OF_ONE_UNIT = "\uffff"

# Only these and no style: the text says as much.
_MORE_THAN_TEXT = re.compile(r"<(?!/?(?:br|div|p|span|blockquote)\b)|(?: style| data-[a-z-]+)=")
_REMOTE = re.compile(r"<[^>]* data-remote-")


def mail_content(mail: Mail, reading: Reading) -> JsonObject:
    """Return what a browser needs to show a mail, apart from its text.

    `folds` are in units of UTF-16, as browsers count; `html` is left out where it says no more
    than the text does, or is over `MAX_HTML` characters. `inline` names the files by the
    content ids that the HTML shows them under (`data-cid`).
    """
    html = reading.html
    if len(html) > MAX_HTML or not _MORE_THAN_TEXT.search(html):
        html = ""
    return {
        "type": "mail",
        "reply": reading.reply,
        "folds": _folds(reading),
        "has_remote": "data-remote-" in html and _REMOTE.search(html) is not None,
        "auto": mail.auto.value,
    } | without_empty(
        {
            "subject": mail.subject,
            "protection": "" if mail.protection is Protection.NONE else mail.protection.value,
            "html": html,
            "from": _people(mail.senders),
            "to": _people(mail.to),
            "cc": _people(mail.cc),
            "reply_to": _people(mail.reply_to),
            "inline": {
                file.content_id: file.filename
                for file in mail.files
                if file.content_id and f'data-cid="{file.content_id}"' in html
            },
        }
    )


def _people(addresses: Iterable[Address]) -> list[JsonObject]:
    return [
        without_empty({"name": address.name, "email": address.email})
        for address in list(addresses)[:MAX_PEOPLE]
    ]


def _folds(reading: Reading) -> list[JsonObject]:
    body = reading.body
    is_shifted = not body.isascii() and max(body) > _LAST_OF_ONE_UNIT
    return [
        {
            "kind": fold.kind.value,
            "start": _units(body[: fold.start]) if is_shifted else fold.start,
            "end": _units(body[: fold.end]) if is_shifted else fold.end,
        }
        for fold in reading.folds
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
