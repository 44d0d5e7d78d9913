"""A charset for what names none: mails that break the rules break them the same way throughout."""

from clew.channels.email.mime.charsets import codec_of, is_utf8
from clew.channels.email.mime.fields import Fields
from clew.channels.email.mime.guessing import guess
from clew.channels.email.mime.words import declared_charset

_SHOWN = ("Subject", "From", "To", "Cc")
_SAYS_NOTHING = frozenset({"", "utf_8", "ascii"})


def hint_of(fields: Fields, declared: tuple[str, ...] = ()) -> str:
    """Return the likeliest charset of undeclared text in a mail, or "" if that is UTF-8.

    Args:
        fields: The mail's header.
        declared: Charsets that its parts name.
    """
    named = (*declared, *(declared_charset(fields.first(name)) for name in _SHOWN))
    for codec in map(codec_of, named):
        if codec not in _SAYS_NOTHING:
            return codec
    shown = b" ".join(fields.first(name)[:500] for name in _SHOWN)
    return "" if shown.isascii() or is_utf8(shown) else guess(shown)
