"""The heads that mail programs print over what they quote or forward: From, Sent, To, Subject.

In lower case, without the colon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FROM: Mapping[str, Sequence[str]] = {
    "en": ("from",),
    "pl": ("od", "nadawca"),
    "ru": ("от", "от кого", "отправитель"),
    "uk": ("від", "від кого", "відправник"),
    "hu": ("feladó", "küldő", "from"),
    "de": ("von", "absender"),
    "fr": ("de", "expéditeur"),
    "es": ("de", "remitente"),
    "it": ("da", "mittente"),
    "pt": ("de", "remetente"),
    "nl": ("van", "afzender"),
    "cs": ("od", "odesílatel"),
    "sk": ("od",),
    "sv": ("från", "avsändare"),
    "da": ("fra", "afsender"),
    "zh": ("发件人", "寄件者", "寄件人", "发送人"),
    "ja": ("差出人", "送信者", "from"),
}

DATE: Mapping[str, Sequence[str]] = {
    "en": ("sent", "date", "sent at", "sent on"),
    "pl": ("wysłano", "data", "wysłane", "data wysłania"),
    "ru": ("отправлено", "дата", "послано", "отправлен"),
    "uk": ("надіслано", "дата", "відправлено"),
    "hu": ("elküldve", "dátum", "küldve", "küldés ideje", "időpont"),
    "de": ("gesendet", "datum", "gesendet am", "datum/uhrzeit"),
    "fr": ("envoyé", "date", "envoyé le", "envoyé à"),
    "es": ("enviado", "fecha", "enviado el", "enviada el"),
    "it": ("inviato", "data", "inviato il"),
    "pt": ("enviado", "data", "enviada", "enviado em", "enviada em"),
    "nl": ("verzonden", "datum", "verzonden op"),
    "cs": ("odesláno", "datum", "posláno"),
    "sk": ("odoslané", "dátum"),
    "sv": ("skickat", "datum"),
    "da": ("sendt", "dato"),
    "zh": ("发送时间", "日期", "寄件日期", "傳送時間", "傳送日期", "发送日期", "時間", "时间"),
    "ja": ("送信日時", "日付", "日時", "date", "送信日", "sent"),
}

TO: Mapping[str, Sequence[str]] = {
    "en": ("to", "cc", "reply-to", "bcc"),
    "pl": ("do", "dw", "kopia", "adresat", "udw"),
    "ru": ("кому", "копия", "получатель"),
    "uk": ("кому", "копія"),
    "hu": ("címzett", "másolatot kap", "címzettek", "másolat"),
    "de": ("an", "kopie", "empfänger"),
    "fr": ("à", "a", "pour", "copie", "copie à", "destinataire"),
    "es": ("para", "a", "con copia"),
    "it": ("a", "per conoscenza", "destinatario"),
    "pt": ("para", "com cópia", "destinatário"),
    "nl": ("aan", "kopie"),
    "cs": ("komu", "pro", "kopie"),
    "sk": ("komu", "kópia"),
    "sv": ("till", "kopia"),
    "da": ("til", "kopi"),
    "zh": ("收件人", "收件者", "抄送", "副本"),
    "ja": ("宛先", "to"),
}

SUBJECT: Mapping[str, Sequence[str]] = {
    "en": ("subject", "re"),
    "pl": ("temat",),
    "ru": ("тема",),
    "uk": ("тема",),
    "hu": ("tárgy",),
    "de": ("betreff",),
    "fr": ("objet", "sujet"),
    "es": ("asunto",),
    "it": ("oggetto",),
    "pt": ("assunto",),
    "nl": ("onderwerp",),
    "cs": ("předmět",),
    "sk": ("predmet",),
    "sv": ("ämne",),
    "da": ("emne",),
    "zh": ("主题", "主旨", "主題"),
    "ja": ("件名", "タイトル"),
}
