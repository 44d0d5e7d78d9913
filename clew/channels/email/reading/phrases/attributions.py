"""How mail programs introduce what they quote: "On … wrote:".

Verbs are in lower case and matched anywhere in the line. Openers are what such a line begins with
where it is broken over several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

VERBS: Mapping[str, Sequence[str]] = {
    "en": ("wrote", "writes", "said", "has written"),
    "pl": ("napisał", "napisała", "napisał(a)", "pisze", "napisana przez", "napisane przez"),
    "ru": ("написал", "написала", "написал(а)", "пишет", "писал", "писала", "писал(а)"),
    "uk": ("написав", "написала", "написав(ла)", "написав(-ла)", "пише", "писав", "писала"),
    "hu": ("írta", "ezt írta", "a következőt írta", "írt"),
    "de": ("schrieb", "schrieben", "schreibt", "hat geschrieben"),
    "fr": ("a écrit", "écrit", "a ecrit", "écrivait"),
    "es": ("escribió", "escribio", "ha escrito", "escribía"),
    "it": ("ha scritto", "scrisse", "scrive", "ha inviato"),
    "pt": ("escreveu", "escreve"),
    "nl": ("schreef", "heeft geschreven", "het volgende geschreven", "schreven"),
    "cs": ("napsal", "napsala", "napsal(a)", "píše", "napsal/a"),
    "sk": ("napísal", "napísala", "napísal(a)"),
    "sv": ("skrev", "skriver"),
    "da": ("skrev", "skriver", "har skrevet"),
    "zh": ("写道", "寫道", "写到", "寫到", "來信", "来信", "编写"),
    "ja": ("書きました", "のメール", "が書いた", "のメッセージ", "wrote"),
}

WEEKDAYS: Mapping[str, Sequence[str]] = {
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "pl": ("pon", "wt", "śr", "czw", "pt", "sob", "niedz", "wto", "środa", "piątek", "nie"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс", "понедельник", "вторник", "среда",
           "четверг", "пятница", "суббота", "воскресенье"),
    "uk": ("пн", "вт", "ср", "чт", "пт", "сб", "нд", "понеділок", "вівторок", "середа"),
    "hu": ("hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"),
    "de": ("mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch",
           "donnerstag", "freitag", "samstag", "sonntag"),
    "cs": ("po", "út", "st", "čt", "pá", "so", "ne"),
}  # fmt: skip

OPENERS: Mapping[str, Sequence[str]] = {
    "en": ("on",),
    "pl": ("w dniu", "dnia", "wiadomość napisana przez", "dn."),
    "ru": ("в",),
    "uk": ("у", "в"),
    "hu": (),
    "de": ("am",),
    "fr": ("le",),
    "es": ("el",),
    "it": ("il", "il giorno", "in data"),
    "pt": ("em", "a", "no dia"),
    "nl": ("op",),
    "cs": ("dne",),
    "sk": ("dňa",),
    "sv": ("den",),
    "da": ("den",),
    "zh": ("在", "于", "於"),
    "ja": (),
}
