"""Which letters outside ASCII people of each language write, for telling charsets apart.

The frequent ones stand before the bar; capitals follow from the small letters.
"""

from collections.abc import Iterable

_MARKS = frozenset("«»„“”–—’‘…€§°№ \xa0·")

_LATIN = (
    "ąęłóćńśźż", "áéíěščřžýůúňťďó", "áčďéíľĺňóôŕšťúýž", "áéíóöőúüű", "čćšžđ",
)  # fmt: skip
_WESTERN = (
    "äöüß", "éèêàçùâîôûëïœ", "áéíóúñü¿¡", "ãõçáéíóúâêôàü", "àèéìòù", "åäöéü", "æøåéö",
    "éëïóèü", "áðéíóúýþæö",
)  # fmt: skip
_TURKISH, _BALTIC = ("çğıöşüâî",), ("āčēģīķļņšūž", "ąčęėįšųūž", "äöüõšž")
_RUSSIAN = "оеаинтсрвл|кмдпуяыьгзбчйхжшюцщэфъё"
_UKRAINIAN = "оаинівртеск|лудмпзяьбгйчхцїжшєющфґ"
_GREEK = "αοιετσνηυρ|κπμλςθγδωχφβξζψάέήίόύώϊϋ"
_HEBREW = "יוהלאמרתבשנ|קעדחספכטגזצםןךףץ"
_ARABIC = "اليمنورتبةه|دسعفقكجحىشصضطظثخذزغءأإآؤئ،؛؟پچژگ"
_THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C))

CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic")
_OF_CODEC: dict[str, Iterable[str]] = {
    **dict.fromkeys(CYRILLIC, (_RUSSIAN, _UKRAINIAN)),
    "cp1252": _WESTERN,
    "cp1250": _LATIN,
    "iso8859_2": _LATIN,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "cp1253": (_GREEK,),
    "cp1255": (_HEBREW,),
    "cp1256": (_ARABIC,),
    "cp874": (_THAI,),
}


def _weights(letters: str) -> dict[str, int]:
    frequent, bar, others = letters.partition("|")
    small = dict.fromkeys(frequent, 2 if bar else 1) | dict.fromkeys(others, 1)
    capitals = {letter.upper(): 1 for letter in small if len(letter.upper()) == 1}
    return {**dict.fromkeys(_MARKS, 0), **capitals, **small}


ALPHABETS = {codec: tuple(map(_weights, languages)) for codec, languages in _OF_CODEC.items()}
EXTENDS_LATIN = frozenset({"cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257"})
