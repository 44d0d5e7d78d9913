"""How programs that answer for people begin, in the languages of their owners."""

import re

# Only at the beginning: "Re: Automatic reply" is a person who answers one.
_SUBJECT = re.compile(
    r"(?:auto(?:matic|mated|matyczna|matische|mata|matisk|maattinen|matický|matická)?[ -]?"
    r"(?:reply|response|respon[ds]e?r?|odpowied\w+|antwort|svar|odpověď|odpoveď|odgovor)"
    r"|out[ -]of[ -](?:the[ -])?office|away from (?:my mail|the office)|vacation (?:reply|notice"
    r"|response)"
    r"|on (?:vacation|holiday|leave)\b|absence notice|i am (?:out|away)"
    r"|odpowiedź automatyczna|autoodpowiedź|nieobecność|poza biurem|urlop\b|jestem na urlopie"
    r"|авто\w*ответ|автоматическ\w+ ответ|ответ автоматич\w+|нет на месте|(?:я )?в отпуске"
    r"|отсутству"
    r"|автоматична відповідь|автовідповідь|відпустк"
    r"|automatikus válasz|házon kívül|nem vagyok (?:bent|az irodában)|szabadság"
    r"|abwesenheit|automatische (?:antwort|abwesenheits)|nicht im (?:büro|hause)|bin im urlaub"
    r"|réponse automatique|absence du bureau|absent du bureau|absent\(e\)|absence\b"
    r"|respuesta automática|fuera de (?:la )?oficina|ausente\b|ausencia"
    r"|risposta automatica|fuori (?:sede|ufficio)|assenza\b|assente\b"
    r"|resposta automática|fora do escritório|ausência|ausente do"
    r"|automatisch antwoord|afwezig|niet aanwezig|buiten kantoor"
    r"|automatická odpověď|mimo kancelář|nepřítomnost|dovolená"
    r"|autosvar|automatiskt svar|automatisk svar|frånvaro|ikke til stede|fraværende"
    r"|ikke på kontoret"
    r"|自动(?:回复|答复)|自動(?:回覆|返信|応答)|外出|不在(?:の|通知)|休暇)",
    re.I,
)
_ABSENT = re.compile(
    r"out of (?:the )?office|(?:currently|am) (?:away|on (?:annual |maternity "
    r"|parental )?(?:leave|vacation|"
    r"holiday))|will be (?:back|away|out)|limited access to (?:e-?mail|my)|automat(?:ic"
    r"|ed) (?:reply|response)"
    r"|this mailbox is (?:not|un)|will respond (?:when|upon|after)|return to the office"
    r"|nieobecn|poza biurem|na urlopie|wiadomość (?:została )?wygenerowan\w+ automatycznie"
    r"|automatyczn"
    r"|в отпуске|отсутству|автоматическ|нет на месте|вернусь|відпустц|автоматичн"
    r"|szabadságon|házon kívül|nem vagyok|automatikus|abwesend|nicht im (?:büro|hause)|im urlaub"
    r"|automatisch|absent|en congé|de retour|automatique|fuera de la oficina|vacaciones|automátic"
    r"|fuori (?:sede|ufficio)|in ferie|automatic|assente|fora do escritório|de férias|afwezig"
    r"|op vakantie"
    r"|mimo kancelář|dovolen|automaticky|nepřítom|inte på kontoret|semester|ikke på kontoret|ferie"
    r"|不在|休假|自动|自動|出差|休暇|外出",
    re.I,
)
_LOOKED_AT = 3_000


def starts_as_answer(subject: str) -> bool:
    """Say whether a subject begins as programs begin that answer for somebody."""
    return bool(_SUBJECT.match(subject.lstrip(" [(*\"'")))


def says_absent(text: str) -> bool:
    """Say whether a text speaks of being away, or of being automatic."""
    return bool(_ABSENT.search(text[:_LOOKED_AT]))
