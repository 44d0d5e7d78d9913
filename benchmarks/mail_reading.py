"""How long reading a mail takes: HTML cleaned, text made, quotations found. Milliseconds of CPU."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from clew.channels.email.reading import read

ROUNDS = 200
WORDS = (
    "The kettle that you sent us last week is blue, and we had asked for a red one, as you know. "
)


def main() -> None:
    """Print the median for mails of the usual kinds."""
    for name, (text, html) in MAILS.items():
        read(text, html)
        spent = statistics.median(_seconds(partial(read, text, html)) for _ in range(ROUNDS))
        print(f"{name:<44}{(len(text) + len(html)) / 1000:8.1f} kB{spent * 1000:10.3f} ms")


def _seconds(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def _outlook(kilobytes: int) -> str:
    paragraph = (
        '<p class="MsoNormal" style="margin-bottom:12.0pt"><span lang="EN-US" style="font-size:'
        "11.0pt;font-family:&quot;Calibri&quot;,sans-serif;color:#1F497D;mso-fareast-language:"
        f'EN-US">{WORDS}<o:p></o:p></span></p>\n'
    )
    heads = "".join(f"<b>{head}:</b> x<br>" for head in ("From", "Sent", "To", "Subject"))
    divider = (
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        f'<p class="MsoNormal">{heads}</p></div></div>'
    )
    style = "<style><!-- " + "p.MsoNormal {margin:0cm;font-size:11.0pt;} " * 30 + "--></style>"
    half = paragraph * (kilobytes * 400 // len(paragraph))
    return f"<html><head>{style}</head><body>{half}{divider}{half}</body></html>"


def _newsletter(kilobytes: int) -> str:
    row = (
        '<tr><td align="center" style="padding:10px 20px;font-family:Arial,sans-serif">'
        '<a href="https://click.example.com/?u=1&amp;i=2" style="color:#333"><img src="https://'
        f'img.example.com/a.png" width="200" alt="Kettle"></a><p>{WORDS}</p></td></tr>\n'
    )
    rows = row * (kilobytes * 1000 // len(row))
    return f'<html><body><table width="600" cellpadding="0">{rows}</table></body></html>'


def _plain(kilobytes: int) -> str:
    own = f"Hello,\n\n{WORDS}\n\n-- \nAna Nowak\n\nOn 8.06.2025 22:59, Shop wrote:\n"
    return own + f"> {WORDS}\n" * (kilobytes * 1000 // len(WORDS))


MAILS = {
    "plain text with a quotation": (_plain(4), ""),
    "plain text beside HTML, as Outlook writes": (_plain(3), _outlook(10)),
    "HTML alone, as Outlook writes": ("", _outlook(10)),
    "HTML alone, a newsletter": ("", _newsletter(10)),
    "HTML alone, a long history": ("", _outlook(200)),
}

if __name__ == "__main__":
    main()
