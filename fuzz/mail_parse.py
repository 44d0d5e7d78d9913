"""Any bytes are a mail or none, for as long as one likes: needs `pip install atheris`.

    python -m fuzz.mail_parse FOLDER tests/channels/email/corpus -max_len=6000 -max_total_time=900

What it finds interesting goes into the first folder; an error is written to a file beside it, and
belongs into the corpus afterwards.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["clew"]):
    from clew.channels.email.parsing import parse_mail
    from clew.channels.email.printed import as_printed

from clew.ports.channel import Unparsable


def read(data: bytes) -> None:
    """Read a mail and all that is printed of it."""
    try:
        mail = parse_mail(data)
    except Unparsable:
        return
    assert str(as_printed(mail)).encode()


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
