"""How letters end, before the name. In lower case; a line begins with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GREETINGS: Mapping[str, Sequence[str]] = {
    "en": ("best regards", "kind regards", "warm regards", "regards,", "sincerely", "yours ",
           "best wishes", "many thanks", "cheers,", "thanks,", "thank you,", "with regards"),
    "pl": ("pozdrawiam", "z poważaniem", "z wyrazami szacunku", "serdecznie pozdrawiam",
           "łączę pozdrowienia", "z pozdrowieniami", "pozdrowienia"),
    "ru": ("с уважением", "с наилучшими пожеланиями", "всего доброго", "с приветом"),
    "uk": ("з повагою", "з найкращими побажаннями", "усього найкращого"),
    "hu": ("üdvözlettel", "tisztelettel", "köszönettel", "üdv,", "szívélyes üdvözlettel"),
    "de": ("mit freundlichen grüßen", "mit freundlichem gruß", "freundliche grüße",
           "viele grüße", "beste grüße", "mit besten grüßen", "liebe grüße", "mfg",
           "mit freundlichen gruessen", "hochachtungsvoll"),
    "fr": ("cordialement", "bien cordialement", "bien à vous", "salutations", "sincères salut",
           "bonne journée"),
    "es": ("saludos", "un saludo", "atentamente", "un cordial saludo", "cordialmente"),
    "it": ("cordiali saluti", "distinti saluti", "saluti", "cordialmente", "un saluto"),
    "pt": ("atenciosamente", "cumprimentos", "com os melhores cumprimentos", "cordialmente",
           "melhores cumprimentos", "abraço"),
    "nl": ("met vriendelijke groet", "vriendelijke groet", "hartelijke groet", "groeten"),
    "cs": ("s pozdravem", "s přáním", "s úctou", "děkuji a přeji"),
    "sv": ("med vänlig hälsning", "vänliga hälsningar", "mvh", "hälsningar", "bästa hälsningar"),
    "da": ("med venlig hilsen", "venlig hilsen", "mvh", "de bedste hilsner", "hilsen"),
    "zh": ("此致", "祝好", "顺祝商祺", "敬上", "谢谢"),
    "ja": ("よろしくお願い", "敬具", "宜しくお願い"),
}  # fmt: skip
