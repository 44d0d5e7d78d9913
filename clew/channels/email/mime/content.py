"""What a mail says and what it encloses: the walk through its parts."""

import re
from dataclasses import dataclass, replace

from clew.channels.email.mail import Enclosed, File
from clew.channels.email.mime import calendars, tnef, uuencoded
from clew.channels.email.mime.charsets import decode
from clew.channels.email.mime.cleaning import clean_text
from clew.channels.email.mime.cms import CMS_TYPES, signed_content
from clew.channels.email.mime.enclosed import read_enclosed
from clew.channels.email.mime.filenames import safe_name
from clew.channels.email.mime.flowed import unflow
from clew.channels.email.mime.limits import MAX_HTML_BYTES, MAX_TEXT_BYTES, MAX_TEXT_PARTS
from clew.channels.email.mime.parts import Part, Reader
from clew.channels.email.mime.pieces import Piece, one_after_another, one_of

_READABLE = frozenset(
    {"text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown"}
)
# Machine-readable twins of what is said in words beside them.
_UNSHOWN = frozenset(
    {
        "text/x-amp-html",
        "text/vnd.google.email-reaction+json",
        "text/x-watch-html",
        "message/delivery-status",
        "message/global-delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
        "text/rfc822-headers",
        "application/pgp-encrypted",
    }
)
_NESTED = frozenset({"message/rfc822", "message/global", "message/news"})
_ENRICHED_TAGS = re.compile(r"</?[A-Za-z-]{1,60}>")
_META_CHARSET = re.compile(rb"<meta[^<>]{1,200}charset=[\"']?([\w-]{1,40})", re.I | re.A)
_MAX_HEAD = 4_000
_CID = re.compile(r"cid:([^\"'\s<>()]{1,500})", re.I)


@dataclass(frozen=True, slots=True)
class Content:
    """The text, the HTML as it came, and everything enclosed."""

    text: str
    html: str
    files: tuple[File, ...]
    enclosed: tuple[Enclosed, ...]


def read_content(root: Part, hint: str = "") -> Content:
    """Return what a mail says; `hint` is a charset for text that names none."""
    return _Walk(hint).read(root)


class _Walk:
    """One walk, with what it has found and how much of its allowance is used."""

    def __init__(self, hint: str, *, is_within: bool = False) -> None:
        self._hint = hint
        self._is_within = is_within
        self._told_within = ""
        self._files: list[File] = []
        self._named_texts: list[tuple[int, Part]] = []
        self._enclosed: list[Enclosed] = []
        self._text_parts = 0
        self._text_bytes = 0

    def read(self, root: Part) -> Content:
        said = self._piece(root)
        if not said.text.strip() and not said.html.strip():
            said = self._promoted() or replace(said, text=said.stand_in or self._told_within)
        names = {name.lower() for name in _CID.findall(said.html)}
        files = [
            replace(file, is_inline=True) if file.content_id.lower() in names else file
            for file in self._files
        ]
        return Content(said.text, said.html, tuple(files), tuple(self._enclosed))

    def _piece(self, part: Part) -> Piece:
        if part.parts:
            pieces = [self._piece(inner) for inner in part.parts]
            if part.content_type == "multipart/alternative":
                return one_of(pieces)
            return one_after_another(pieces)
        return self._opened(part) or self._leaf(part)

    def _opened(self, part: Part) -> Piece | None:
        """Return what a part holds that is a container of its own, or None if it is none."""
        if part.content_type in _NESTED:
            return self._nested(part)
        if calendars.is_calendar(part.content_type):
            return self._calendar(part)
        if tnef.is_tnef(part.content_type, part.filename):
            return self._tnef(part)
        if part.content_type in CMS_TYPES and (signed := signed_content(part.decoded())):
            return self._signed(signed, part)
        return None

    def _leaf(self, part: Part) -> Piece:
        if part.content_type in _UNSHOWN and part.disposition.value != "attachment":
            return Piece()
        if self._is_shown(part):
            return self._readable(part)
        self._enclose(part)
        return Piece()

    def _is_shown(self, part: Part) -> bool:
        if part.content_type not in _READABLE or self._text_parts >= MAX_TEXT_PARTS:
            return False
        if part.disposition.value == "attachment" or part.filename:
            self._named_texts.append((len(self._files), part))
            return False
        return True

    def _promoted(self) -> Piece | None:
        """Return the file that is the text after all, since there is no other."""
        for place, part in self._named_texts[:1]:
            if part.disposition.value != "attachment" or not part.filename:
                del self._files[place]
                return self._readable(part)
        return None

    def _readable(self, part: Part) -> Piece:
        limit = MAX_HTML_BYTES if part.content_type == "text/html" else MAX_TEXT_BYTES
        room = max(limit - self._text_bytes, 0)
        if part.size > room:
            self._enclose(part)
        data = part.decoded(room)
        self._text_parts += 1
        self._text_bytes += len(data)
        if part.content_type == "text/html":
            return Piece(html=self._characters(part, data))
        data, files = uuencoded.take_out(data)
        for name, content in files:
            given = safe_name(decode(name, "", self._hint), "application/octet-stream")
            self._files.append(File(given, "application/octet-stream", content))
        text = self._characters(part, data)
        if part.parameters.get("format").lower() == "flowed":
            text = unflow(text, delsp=part.parameters.get("delsp").lower() == "yes")
        if part.content_type in {"text/enriched", "text/richtext"}:
            text = _ENRICHED_TAGS.sub("", text)
        return Piece(text=text)

    def _characters(self, part: Part, data: bytes) -> str:
        declared = part.parameters.get("charset")
        if not declared and part.content_type == "text/html":
            within = _META_CHARSET.search(data, 0, _MAX_HEAD)
            declared = within[1].decode("ascii") if within else ""
        return clean_text(decode(data, declared, self._hint))

    def _enclose(self, part: Part) -> None:
        self._files.append(
            File(
                filename=safe_name(part.filename, part.content_type),
                content_type=part.content_type,
                data=part.decoded(),
                content_id=part.content_id,
            )
        )

    def _nested(self, part: Part) -> Piece:
        data = part.decoded()
        nested = read_enclosed(data)
        if not self._enclosed and not self._is_within:
            # Shown if the mail says nothing itself: it was forwarded without a word.
            within = Reader(data[:MAX_TEXT_BYTES]).read()
            self._told_within = _Walk(self._hint, is_within=True).read(within).text
        self._enclosed.append(nested)
        name = part.filename or (
            f"{nested.subject}.eml".replace("/", "_") if nested.subject else ""
        )
        self._files.append(File(safe_name(name, part.content_type), part.content_type, data))
        return Piece()

    def _calendar(self, part: Part) -> Piece:
        self._enclose(part)
        if self._text_parts >= MAX_TEXT_PARTS:
            return Piece()
        self._text_parts += 1
        return Piece(
            stand_in=calendars.describe(self._characters(part, part.decoded(MAX_TEXT_BYTES)))
        )

    def _signed(self, data: bytes, part: Part) -> Piece:
        """Return what a signature encloses; once, as nobody signs signatures."""
        if self._is_within:
            self._enclose(part)
            return Piece()
        self._is_within = True
        return self._piece(Reader(data).read())

    def _tnef(self, part: Part) -> Piece:
        opened = tnef.open_envelope(part.decoded())
        if opened is None:
            self._enclose(part)
            return Piece()
        self._files += opened.files
        return Piece(opened.text, opened.html)
