"""What a contact reads who is asked to confirm an address, per language."""

from collections.abc import Mapping

FALLBACK = "en"

BY_LINK: Mapping[str, str] = {
    "en": "Please confirm that it is you: open this link and press the button. It works once, "
    "within 24 hours. If you did not write to us, do nothing.\n\n{link}",
    "pl": "Prosimy o potwierdzenie, że to Ty: otwórz ten link i naciśnij przycisk. Działa raz, "
    "przez 24 godziny. Jeśli to nie Ty do nas piszesz, nic nie rób.\n\n{link}",
    "ru": "Пожалуйста, подтвердите, что это вы: откройте эту ссылку и нажмите кнопку. Она "
    "сработает один раз, в течение 24 часов. Если вы нам не писали, ничего не делайте.\n\n{link}",
    "hu": "Kérjük, erősítse meg, hogy Ön az: nyissa meg ezt a hivatkozást, és nyomja meg a gombot. "
    "Egyszer működik, 24 órán belül. Ha nem Ön írt nekünk, nincs teendője.\n\n{link}",
}
BY_CODE: Mapping[str, str] = {
    "en": "Please confirm that it is you: we have sent six digits to {email}. Type them in here.",
    "pl": "Prosimy o potwierdzenie, że to Ty: wysłaliśmy sześć cyfr na adres {email}. "
    "Wpisz je tutaj.",
    "ru": "Пожалуйста, подтвердите, что это вы: мы отправили шесть цифр на {email}. "
    "Введите их здесь.",
    "hu": "Kérjük, erősítse meg, hogy Ön az: hat számjegyet küldtünk ide: {email}. Írja be itt.",
}


def in_language(words: Mapping[str, str], language: str) -> str:
    """Return words in a language, such as `pl` or `pl-PL`, or else in English."""
    return words.get(language.lower().partition("-")[0], words[FALLBACK])
