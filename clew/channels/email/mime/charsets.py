"""Bytes of text into characters, whatever the charset is called and whether it is true.

Mails name charsets that don't exist, name one and use another, or name none. UTF-8 hardly ever
reads well by chance, so it goes before what is declared; after that comes what is declared, and
then what is likely (`clew.channels.email.mime.guessing`). The result is always text.
"""

import re
from encodings.aliases import aliases
from functools import lru_cache

from clew.channels.email.mime.guessing import corrected, guess
from clew.channels.email.mime.limits import MAX_GUESSED_BYTES

# What mail programs call them, as far as Python doesn't know the name or is stricter than those
# who use it: gb18030 holds gb2312, and cp949 what Korean mail calls ks_c_5601-1987.
_MEANT = {
    "gb2312": "gb18030", "gb_2312_80": "gb18030", "gbk": "gb18030", "x_gbk": "gb18030",
    "cp936": "gb18030", "chinese": "gb18030", "euc_cn": "gb18030", "gb18030_2000": "gb18030",
    "euc_kr": "cp949", "ks_c_5601": "cp949", "ks_c_5601_1987": "cp949", "ksc5601": "cp949",
    "korean": "cp949", "ks_c_5601_1989": "cp949", "x_windows_949": "cp949",
    "big5": "big5hkscs", "x_x_big5": "big5hkscs", "cn_big5": "big5hkscs", "big5_eten": "big5hkscs",
    "shift_jis": "cp932", "x_sjis": "cp932", "sjis": "cp932", "ms_kanji": "cp932",
    "windows_31j": "cp932", "x_ms_cp932": "cp932", "x_euc_jp": "euc_jp", "x_euc": "euc_jp",
    "iso_2022_jp": "iso2022_jp_ext", "iso2022_jp": "iso2022_jp_ext", "cp50220": "iso2022_jp_ext",
    "iso_2022_jp_ms": "iso2022_jp_ext", "csiso2022jp": "iso2022_jp_ext",
    "iso_8859_1": "cp1252", "latin1": "cp1252", "latin_1": "cp1252", "iso8859_1": "cp1252",
    "iso_8859_8_i": "iso8859_8", "iso_8859_8_e": "iso8859_8", "iso_8859_11": "cp874",
    "tis_620": "cp874", "windows_874": "cp874", "iso_8859_9_windows_1254": "cp1254",
    "unicode_1_1_utf_7": "utf_7", "x_unicode_2_0_utf_7": "utf_7", "csunicode11utf7": "utf_7",
    "utf8mb4": "utf_8", "utf_8_mac": "utf_8", "unicode_1_1_utf_8": "utf_8", "unicode": "utf_16",
    "ucs_2": "utf_16", "iso_10646_ucs_2": "utf_16", "x_mac_roman": "mac_roman",
    "macintosh": "mac_roman", "x_mac_cyrillic": "mac_cyrillic", "x_mac_ce": "mac_latin2",
    "koi8": "koi8_r", "koi8_ru": "koi8_u", "x_cp1250": "cp1250", "x_cp1251": "cp1251",
    "win_1251": "cp1251", "win1251": "cp1251", "x_cp1252": "cp1252", "ansi_1251": "cp1251",
}  # fmt: skip
# Python's codecs that are no charsets; some of them take quadratic time.
_NOT_TEXT = frozenset(
    [
        "base64_codec",
        "bz2_codec",
        "hex_codec",
        "quopri_codec",
        "rot_13",
        "uu_codec",
        "zlib_codec",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "mbcs",
        "oem",
        "charmap",
        "unicode_internal",
        "ascii",
    ]
)
_KNOWN = frozenset(aliases.values()) - _NOT_TEXT
# Bytes 0x80 to 0x9F are letters and quotation marks in the codecs of Windows, and nothing in
# those of ISO that the sender named.
_WINDOWS_SIBLING = {
    "iso8859_2": "cp1250", "iso8859_4": "cp1257", "iso8859_7": "cp1253", "iso8859_8": "cp1255",
    "iso8859_9": "cp1254", "iso8859_13": "cp1257", "iso8859_15": "cp1252", "ascii": "cp1252",
}  # fmt: skip
_SINGLE_BYTE = re.compile(r"cp12\d\d|iso8859_\d+|koi8_.|cp8\d\d|cp437|mac_.*")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_ESCAPED_JAPANESE = re.compile(rb"\x1b(\$[@B]|\([BJI]|\$\(D)")
_C1 = re.compile(rb"[\x80-\x9f]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def codec_of(charset: str) -> str:
    """Return Python's name of a charset, or "" for one that is unknown or says nothing."""
    return _codec_of(charset[:60]) if charset else ""


@lru_cache(maxsize=500)
def _codec_of(charset: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", charset.lower().split("*")[0]).strip("_")
    codec = _MEANT.get(name) or aliases.get(name, name)
    if codec not in _KNOWN and (windows := re.search(r"(?:windows|cp)_?(125\d)", name)):
        codec = f"cp{windows[1]}"
    codec = _MEANT.get(codec, codec)
    return codec if codec in _KNOWN or codec in _MEANT.values() else ""


def decode(data: bytes, declared: str = "", hint: str = "", *, may_guess: bool = True) -> str:
    """Return the characters of some bytes; what cannot be read becomes U+FFFD.

    Args:
        data: The text, without a transfer encoding.
        declared: The charset that the mail names for it, or "".
        hint: A charset that the mail names elsewhere, for text that names none.
        may_guess: Look at the letters if nothing else helps. That takes milliseconds, so it is
            not for what a mail may have thousands of.
    """
    if not data.isascii() and (marked := _marked(data)):
        return data.decode(marked, "replace")
    codec = codec_of(declared)
    if data.isascii() and b"\x1b" not in data and not codec.startswith(("utf_7", "utf_16", "hz")):
        return data.decode("ascii") if not codec.startswith("utf_32") else _wide(data, codec)
    if codec.startswith(("utf_16", "utf_32")):
        return _wide(data, codec)
    if (text := _strict(data, "utf_8")) is not None and not _is_escaped(data, codec):
        return text
    if _ESCAPED_JAPANESE.search(data) and not codec.startswith("iso2022_kr"):
        return data.decode("iso2022_jp_ext", "replace")
    text = _declared(data, codec) or _likely(data, codec, codec_of(hint))
    if text:
        return text
    return data.decode((guess(data) if may_guess else "") or codec or "cp1252", "replace")


def _marked(data: bytes) -> str:
    """Return the codec of which text begins with a mark, or ""."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), "")


def is_utf8(data: bytes) -> bool:
    """Say whether bytes are valid UTF-8, which text in other charsets hardly ever is."""
    return _strict(data, "utf_8") is not None


def _is_escaped(data: bytes, codec: str) -> bool:
    return codec in {"utf_7", "hz"} or codec.startswith("iso2022") or b"\x1b" in data


def _declared(data: bytes, codec: str) -> str:
    """Return the text as it is declared, or "" if that is not believable."""
    if not codec:
        return ""
    sibling = _WINDOWS_SIBLING.get(codec)
    if sibling and _C1.search(data):
        codec = sibling
    text = _strict(data, codec)
    if text is None or codec not in {"cp1252", "cp1251", "koi8_r", "koi8_u"}:
        return text or ""
    return data.decode(corrected(data, codec), "replace")


def _likely(data: bytes, declared: str, hint: str) -> str:
    """Return the text in a charset that the mail names, or "" if it fits none of them."""
    if declared and not _SINGLE_BYTE.fullmatch(declared):
        text = data.decode(declared, "replace")
        # A few broken characters are damage on the way, not another charset.
        if text.count("\ufffd") * 50 <= len(text) or _is_mostly_right(data, declared):
            return text
    return (_strict(data, hint) or "") if hint and not declared else ""


def _is_mostly_right(data: bytes, codec: str) -> bool:
    """Say whether most of what is not ASCII can be read."""
    foreign = b"".join(_NOT_ASCII.findall(data[:MAX_GUESSED_BYTES]))
    text = foreign.decode(codec, "replace")
    return text.count("\ufffd") * 4 <= len(text)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _wide(data: bytes, codec: str) -> str:
    """Decode UTF-16 and UTF-32, whose byte order is often not said, or whose name is false."""
    zeros = data[:1000].count(0)
    if not zeros and (text := _strict(data, "utf_8")) is not None and len(data) > 1:
        return text
    if codec in {"utf_16", "utf_32"}:
        codec += "_le" if data[1:1000:2].count(0) >= data[:1000:2].count(0) else "_be"
    return data.decode(codec, "replace")
