"""What later stages judge by is kept, decoded, and bounded."""

from __future__ import annotations

from clew.channels.email.mime.fields import Fields
from clew.channels.email.mime.headers import kept_headers
from clew.channels.email.mime.limits import MAX_KEPT_FIELDS


def test_only_what_is_judged_by_is_kept_in_its_order() -> None:
    fields = Fields.of(
        [("X-Other", b"1"), ("List-Id", b"=?utf-8?q?=C5=BC?= <l>"), ("Received-SPF", b"pass")]
    )

    assert kept_headers(fields) == (("List-Id", "ż <l>"), ("Received-SPF", "pass"))


def test_there_is_an_end_to_it() -> None:
    assert len(kept_headers(Fields.of([("List-Id", b"x")] * 5_000))) == MAX_KEPT_FIELDS
