"""What somebody reads who tries an inbox, per language: the subject of a letter, and the text."""

from collections.abc import Mapping

SUBJECT: Mapping[str, str] = {
    "en": "A test of {inbox}",
    "pl": "Test skrzynki {inbox}",
    "ru": "Проверка ящика «{inbox}»",
    "hu": "Próba: {inbox}",
}
TEXT: Mapping[str, str] = {
    "en": "{agent} tries the inbox “{inbox}” in Clew. Whoever reads this knows that replies "
    "leave it.",
    "pl": "{agent} sprawdza w Clew skrzynkę „{inbox}”. Ta wiadomość pokazuje, że odpowiedzi z niej "
    "wychodzą.",
    "ru": "{agent} проверяет в Clew ящик «{inbox}». Это сообщение показывает, что ответы из него "
    "уходят.",
    "hu": "{agent} kipróbálja a Clew-ban a(z) „{inbox}” fiókot. Ez az üzenet mutatja, hogy a "
    "válaszok elmennek belőle.",
}
