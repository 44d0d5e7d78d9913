"""How mail programs write an answer to a mail: their own forms, as they leave them.

Written by hand after what the programs send; see also `tests/channels/email/reading`.
"""

from __future__ import annotations

from email.message import EmailMessage
from html import escape

from tests.journeys.correspondent import Correspondent, body


def answer_in_gmail(who: Correspondent, mail: EmailMessage, text: str) -> EmailMessage:
    """Answer a mail as Gmail does in a browser: above it, with all of it quoted."""
    writer = str(mail["From"])
    quoted = body(mail)
    line = f"On Mon, Jul 6, 2026 at 9:31 AM {writer} wrote:"
    answer = who.letter(f"{text}\n\n{_wrapped(line)}\n\n{_marked(quoted)}", f"Re: {bare(mail)}")
    about(answer, mail)
    answer.add_alternative(
        f'<div dir="ltr">{escape(text)}</div><br><div class="gmail_quote gmail_quote_container">'
        f'<div dir="ltr" class="gmail_attr">{escape(line)}<br></div>'
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
        f'rgb(204,204,204);padding-left:1ex">{body(mail, "html")}</blockquote></div>',
        subtype="html",
    )
    return answer


def answer_in_outlook(who: Correspondent, mail: EmailMessage, text: str) -> EmailMessage:
    """Answer a mail as Outlook on Windows does: a head of four lines, and all of it below."""
    head = {
        "From": str(mail["From"]),
        "Sent": "Monday, July 6, 2026 9:31 AM",
        "To": f"{who.name} <{who.address}>",
        "Subject": str(mail["Subject"]),
    }
    lines = "\n".join(f"{name}: {value}" for name, value in head.items())
    answer = who.letter(f"{text}\n\n{lines}\n\n{body(mail)}", f"RE: {bare(mail)}")
    about(answer, mail)
    answer["Thread-Index"] = "AQHb2JYwT5c4XHtZ0E2nq2v0m0b2ag=="
    shown = "".join(f"<b>{name}:</b> {escape(value)}<br>" for name, value in head.items())
    answer.add_alternative(
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-US">'
        f'<div class="WordSection1"><p class="MsoNormal">{escape(text)}<o:p></o:p></p>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid '
        f'#E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">{shown}</p></div></div>'
        f"{body(mail, 'html')}</div></body></html>",
        subtype="html",
    )
    return answer


def about(answer: EmailMessage, mail: EmailMessage) -> None:
    """Let a mail answer another, to the address that the other asks for."""
    answer["In-Reply-To"] = str(mail["Message-ID"])
    answer["References"] = " ".join([*str(mail["References"] or "").split(), mail["Message-ID"]])
    del answer["To"]
    answer["To"] = str(mail["Reply-To"] or mail["From"])


def bare(mail: EmailMessage) -> str:
    """Return a subject without what answering has put before it."""
    return str(mail["Subject"]).removeprefix("Re: ")


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _wrapped(line: str) -> str:
    """Break a line where Gmail does: before the address, if it is long."""
    return line if len(line) <= 75 else line.replace(" <", "\n<", 1)
