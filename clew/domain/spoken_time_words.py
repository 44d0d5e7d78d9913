"""The words of `clew.domain.spoken_times`, in the four languages of the workspace.

All languages stand in one table: whoever works in Polish may still write "fri 9". Words are
without their marks ("sroda", "hetfo"), as `bare` leaves them, and in the cases people use.
"""

import unicodedata
from collections.abc import Mapping
from enum import Enum

_STROKES = str.maketrans({"ł": "l", "ё": "е"})


def bare(text: str) -> str:
    """Return the text in small letters without marks; "й" and "ё" lose theirs, too."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(one for one in parts if not unicodedata.combining(one))


class Unit(Enum):
    """What an amount counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


def _table(rows: Mapping[object, str]) -> dict[str, object]:
    return {bare(word): meaning for meaning, words in rows.items() for word in words.split()}


# 0 is Monday.
WEEKDAYS = _table(
    {
        0: "mon monday pon pn poniedziałek poniedziałku пн понедельник понедельника понедельнику "
        "hétfő hétfőn",
        1: "tue tues tuesday wt wto wtorek wtorku вт вторник вторника вторнику kedd kedden",
        2: "wed wednesday śr środa środę środy ср среда среду среды среде szerda szerdán sze",
        3: "thu thur thurs thursday czw cz czwartek czwartku чт четверг четверга четвергу "
        "csütörtök csütörtökön csüt cs",
        4: "fri friday pt pią piątek piątku пт пятница пятницу пятницы пятнице péntek pénteken pén",
        5: "sat saturday sob sobota sobotę soboty сб суббота субботу субботы субботе "
        "szombat szombaton szo",
        6: "sun sunday nd ndz niedz niedziela niedzielę niedzieli вс воскресенье воскресенья "
        "воскресенью vasárnap vas",
    }
)
# Days after today.
DAYS = _table(
    {
        0: "today dziś dzisiaj сегодня ma",
        1: "tomorrow tmr jutro jutra завтра holnap",
        2: "overmorrow pojutrze послезавтра holnapután",
    }
)
# The hour that a part of the day begins with.
PARTS = _table(
    {
        9: "morning rano утром утро reggel délelőtt",
        12: "noon midday południe południu południa полдень полудня dél délben",
        15: "afternoon popołudnie popołudniu днем délután",
        18: "evening wieczór wieczorem wieczora вечером вечер вечера este",
    }
)
UNITS = _table(
    {
        Unit.MINUTE: "m min mins minute minutes minuta minutę minuty minut мин минуту минуты минут "
        "perc percen",
        Unit.HOUR: "h hr hrs hour hours godz godzina godzinę godziny godzin час часа часов ч "
        "óra órán",
        Unit.DAY: "d day days dzień dni день дня дней д nap napon",
        Unit.WEEK: "w week weeks tydzień tygodnie tygodni тыд неделя неделю недели недель "
        "неделе нед tygodniu "
        "hét héten",
    }
)
MONTHS = _table(
    {
        1: "jan january sty stycznia styczeń янв января jan január januar",
        2: "feb february lut lutego luty фев февраля febr február",
        3: "mar march marca marzec мар марта márc március",
        4: "apr april kwi kwietnia kwiecień апр апреля ápr április",
        5: "may maj maja май мая máj május",
        6: "jun june cze czerwca czerwiec июн июня jún június",
        7: "jul july lip lipca lipiec июл июля júl július",
        8: "aug august sie sierpnia sierpień авг августа augusztus",
        9: "sep sept september wrz września wrzesień сен сентября szept szeptember",
        10: "oct october paź października październik окт октября okt október",
        11: "nov november lis listopada listopad ноя ноября november",
        12: "dec december gru grudnia grudzień дек декабря december",
    }
)


def _words(words: str) -> frozenset[str]:
    return frozenset(bare(word) for word in words.split())


# One of something, and words that add nothing.
ONES = _words("a an one jeden jedna jedną один одну egy")
NEXT = _words(
    "next przyszły przyszłym następny następnym następna przyszła przyszłą следующий следующей "
    "следующую следующая jövő"
)
IDLE = _words(
    "in at on until till by the o'clock w we o na za do po godz godzinie в во на до к через múlva "
    "kor ig órakor park zaparkuj odłóż отложить отложи félre"
)
# After these an amount of hours is the time of a day: "в 9 часов".
AT = _words("at o в on")
MONDAY = 0
