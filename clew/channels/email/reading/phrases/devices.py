"""What programs and telephones add under a mail: "Sent from my iPhone".

A line is such a footer if it begins with one of these and goes on with the name of a device or
program, or if it is one of the whole lines. In lower case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SENT_FROM: Mapping[str, Sequence[str]] = {
    "en": ("sent from", "sent via", "sent using", "sent with", "get outlook for", "get yahoo mail",
           "sent by", "download", "from my", "composed on",
           "get bluemail for", "get aqua mail"),
    "pl": ("wysłane z", "wysłano z", "wysłana z", "wysłane za pomocą", "wysłano za pomocą",
           "pobierz outlook", "pobierz aplikację outlook", "uzyskaj outlook", "wysłane przez",
           "wysłane w", "wiadomość wysłana z", "uzyskaj aplikację outlook"),
    "ru": ("отправлено с", "отправлено из", "отправлено через", "отправлено от",
           "получить outlook", "скачать outlook", "послано с", "отправлено при помощи"),
    "uk": ("надіслано з", "надіслано із", "відправлено з", "відправлено із", "отримати outlook",
           "надіслано через"),
    "hu": ("elküldve", "küldve", "iphone-ról küldve", "az outlook beszerzése", "az iphone-omról",
           "iphone-omról küldve", "outlook beszerzése", "küldve a"),
    "de": ("von meinem", "gesendet von", "gesendet mit", "gesendet aus", "gesendet über",
           "holen sie sich outlook", "outlook für", "diese nachricht wurde von meinem",
           "versendet mit", "gesendet vom", "laden sie outlook", "von outlook für"),
    "fr": ("envoyé de mon", "envoyé depuis", "envoyé avec", "envoyé à partir", "envoyé via",
           "obtenir outlook", "obtenez outlook", "télécharger outlook", "envoyé à l'aide",
           "envoyé par", "envoyé de"),
    "es": ("enviado desde", "enviado con", "obtener outlook", "enviado por", "enviado a través",
           "enviado vía", "obtenga outlook"),
    "it": ("inviato da", "inviato dal", "inviato con", "scarica outlook", "ottieni outlook",
           "inviato tramite", "inviata da", "inviato mediante"),
    "pt": ("enviado do", "enviado de", "enviado a partir", "obter o outlook", "obter outlook",
           "enviado pelo", "enviado através", "enviado via", "baixe o outlook", "obtenha o outlook",
           "enviado com"),
    "nl": ("verstuurd vanaf", "verzonden vanaf", "verzonden met", "verstuurd met",
           "outlook voor", "download outlook", "verstuurd van", "verzonden vanuit", "verzonden via",
           "outlook downloaden"),
    "cs": ("odesláno z", "odesláno pomocí", "získat outlook", "odesláno ze", "získejte outlook",
           "stáhnout outlook", "odesláno přes"),
    "sv": ("skickat från", "skickat med", "hämta outlook", "skickades från", "skaffa outlook",
           "skickat via"),
    "da": ("sendt fra", "sendt med", "hent outlook", "sendt via", "få outlook"),
    "zh": ("发自我的", "发自", "來自我的", "从我的", "从我的", "傳送自我的", "寄自我的",
           "获取适用于",
           "從我的", "取得 outlook", "获取 outlook", "取得適用於", "来自我的"),
    "ja": ("私の", "outlook for", "outlook を入手", "マイ"),
}  # fmt: skip

WHOLE_LINES: Mapping[str, Sequence[str]] = {
    "hu": ("iphone-ról küldve", "iphone-omról küldve", "ipadről küldve", "androidról küldve"),
    "ja": ("iphoneから送信", "ipadから送信", "androidから送信", "iphone から送信"),
    "zh": ("发自我的iphone", "發自我的 iphone"),
}

PRODUCTS: Sequence[str] = (
    "iphon", "ipad", "ipod", "android", "samsung", "galaxy", "huawei", "honor", "xiaomi", "redmi",
    "oneplus", "oppo", "vivo", "nokia", "motorola", "lg ", "sony", "xperia", "pixel", "blackberry",
    "windows phone", "lumia", "htc", "outlook", "gmail", "yahoo", "proton", "mail.ru", "почты mail",
    "яндекс", "yandex", "thunderbird", "spark", "bluemail", "blue mail", "k-9", "k9", "k-9 mail",
    "aol", "gmx", "web.de", "wp", "onet", "interia", "o2", "fairemail", "mailspring", "airmail",
    "tuta", "tutanota", "edison", "canary", "smartphone", "smartphon", "smartfon", "mobile phone",
    "mobile device", "my mobile", "my phone", "handy", "mobilgerät", "mobiltelefon", "telefonu",
    "telefon", "mobilnego", "mobilnej", "móvil", "celular", "telefone", "telefono", "cellulare",
    "téléphone", "portable", "mobilen", "mobil", "mobiel", "mobiele", "mobilu", "телефона",
    "смартфона", "айфона", "планшета", "macbook", "imac", "apple", "vodafone", "t-mobile", "orange",
    "play", "freenet", "libero", "seznam", "email.cz", "laposte", "windows 10", "windows 11",
    "courrier", "mail for windows", "poczta", "почта", "пошта", "ukr.net", "手机", "手機",
    "qq", "网易", "163", "126", "foxmail", "スマートフォン", "携帯", "zoho", "roundcube",
    "mailbird",
    "telefonról", "for ios", "tablet", "aquamail", "aqua mail", "mymail",
)  # fmt: skip
