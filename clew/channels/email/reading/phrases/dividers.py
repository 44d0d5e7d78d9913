"""The lines that mail programs draw over what they quote or forward.

In lower case, without dashes and colon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ORIGINAL: Mapping[str, Sequence[str]] = {
    "en": ("original message", "original email", "reply message", "replied message"),
    "pl": ("oryginalna wiadomość", "wiadomość oryginalna", "treść oryginalnej wiadomości",
           "original message", "wiadomość źródłowa"),
    "ru": ("исходное сообщение", "исходное письмо", "оригинальное сообщение",
           "первоначальное сообщение", "original message"),
    "uk": ("оригінальне повідомлення", "вихідне повідомлення", "початкове повідомлення"),
    "hu": ("eredeti üzenet", "eredeti levél"),
    "de": ("ursprüngliche nachricht", "originalnachricht", "original-nachricht",
           "ursprüngliche e-mail", "originale nachricht"),
    "fr": ("message d'origine", "message original", "message d’origine", "mail original",
           "courriel original", "e-mail d'origine", "message initial"),
    "es": ("mensaje original", "correo original"),
    "it": ("messaggio originale", "messaggio originario", "messaggio di origine"),
    "pt": ("mensagem original", "mensagem de origem"),
    "nl": ("oorspronkelijk bericht", "origineel bericht", "oorspronkelijke bericht"),
    "cs": ("původní zpráva", "původní e-mail", "původní email"),
    "sk": ("pôvodná správa",),
    "sv": ("ursprungligt meddelande", "originalmeddelande"),
    "da": ("oprindelig meddelelse", "oprindelig besked", "original meddelelse", "oprindelig mail"),
    "zh": ("原始邮件", "原邮件", "原始郵件", "原始信件", "回复的原邮件", "回复的邮件", "原件"),
    "ja": ("元のメッセージ", "元のメール", "オリジナルメッセージ", "original message"),
}  # fmt: skip

FORWARDED: Mapping[str, Sequence[str]] = {
    "en": ("forwarded message", "begin forwarded message", "forwarded email", "forwarded by",
           "start of forwarded message", "forwarding messages"),
    "pl": ("wiadomość przekazana dalej", "forwarded message", "treść przekazanej wiadomości",
           "przekazana wiadomość", "wiadomość przekazana", "początek przekazywanej wiadomości",
           "początek przekazanej wiadomości", "przekazywana wiadomość",
           "treść przekazywanej wiadomości", "przesłana wiadomość"),
    "ru": ("пересылаемое сообщение", "пересылаемое письмо", "пересланное сообщение",
           "начало переадресованного сообщения", "перенаправленное сообщение",
           "начало пересылаемого сообщения", "переадресованное сообщение"),
    "uk": ("переслане повідомлення", "пересланий лист", "перенаправлене повідомлення",
           "початок листа, що пересилається", "початок переадресованого повідомлення"),
    "hu": ("továbbított üzenet", "továbbított levél", "továbbított üzenet kezdete"),
    "de": ("weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
           "weitergeleitete e-mail", "forwarded message"),
    "fr": ("message transféré", "début du message transféré", "message réexpédié",
           "début du message réexpédié", "courriel transféré", "forwarded message"),
    "es": ("mensaje reenviado", "inicio del mensaje reenviado", "forwarded message"),
    "it": ("messaggio inoltrato", "inizio messaggio inoltrato", "forwarded message"),
    "pt": ("mensagem encaminhada", "mensagem reencaminhada", "início da mensagem encaminhada",
           "início da mensagem reencaminhada"),
    "nl": ("doorgestuurd bericht", "begin doorgestuurd bericht", "doorgezonden bericht"),
    "cs": ("přeposlaná zpráva", "přeposlaná zpráva začátek", "začátek přeposílané zprávy",
           "předaná zpráva", "začátek přeposlané zprávy"),
    "sk": ("preposlaná správa",),
    "sv": ("vidarebefordrat meddelande", "vidarebefordrat brev", "vidarebefordrat mejl",
           "början på vidarebefordrat meddelande"),
    "da": ("videresendt meddelelse", "videresendt besked", "videresendt mail",
           "start på videresendt besked", "start på videresendt meddelelse"),
    "zh": ("转发的邮件", "转发邮件", "轉寄郵件", "转发邮件信息", "已转发邮件", "轉寄的郵件",
           "以下是转发的邮件", "以下是轉寄的郵件", "转发的消息", "转发信息"),
    "ja": ("転送されたメッセージ", "転送メッセージ", "以下は転送メッセージです", "転送メール"),
}  # fmt: skip
