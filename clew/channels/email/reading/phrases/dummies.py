"""What programs write as plain text where they would not write any. In lower case."""

from __future__ import annotations

from collections.abc import Sequence

DUMMIES: Sequence[str] = (
    "does not support html", "doesn't support html", "do not support html", "not html-enabled",
    "html email", "html e-mail", "html message", "html format", "html version", "html-capable",
    "html compatible", "view this email in", "view this message in", "view it in your browser",
    "view in browser", "view in your browser", "web version", "online version",
    "enable html", "this is a multi-part message", "this is a multipart message",
    "nie obsługuje html", "nie obsługuje formatu html", "nie obsługuje wiadomości html",
    "wiadomość html", "w formacie html", "wersja html", "wyświetl w przeglądarce",
    "unterstützt kein html", "kein html", "html-format", "html-nachricht", "html-mail",
    "html-e-mail", "im browser ansehen", "im browser anzeigen", "не поддерживает html",
    "в формате html", "html-письмо", "не підтримує html", "у форматі html", "nem támogatja a html",
    "html formátum", "html üzenet", "ne supporte pas le html", "ne prend pas en charge le html",
    "au format html", "no soporta html", "no admite html", "en formato html", "non supporta html",
    "in formato html", "não suporta html", "em formato html", "ondersteunt geen html",
    "in html-formaat", "nepodporuje html", "ve formátu html", "stöder inte html", "html-formatet",
    "understøtter ikke html", "不支持html", "不支持 html", "html格式", "html形式",
)  # fmt: skip
