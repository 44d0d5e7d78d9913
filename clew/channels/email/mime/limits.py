"""How much of a mail is looked at, so that no mail costs more than its share of time and memory.

The numbers are far above what people and mail programs write. What lies beyond them is not shown
as text; the mail itself is kept as it was received.
"""

MAX_MAIL_BYTES = 200_000_000  # no server takes as much
MAX_HEADER_BYTES = 2_000_000
MAX_HEADER_LINES = 120_000
MAX_FIELDS = 110_000
MAX_FIELD_BYTES = 64_000
MAX_PART_HEADER_BYTES = 64_000

MAX_PARTS = 1_000
MAX_DEPTH = 30
MAX_DELIMITERS = 20_000  # lines that begin like a boundary, whether they are one or not
MAX_SCANNED_BYTES = 250_000_000  # nested parts are searched once for each level

MAX_TEXT_PARTS = 50
MAX_TEXT_BYTES = 1_000_000
MAX_HTML_BYTES = 2_000_000
MAX_GUESSED_BYTES = 2_000  # what a charset is guessed from

MAX_ADDRESSES = 1_000
MAX_REFERENCES = 200
MAX_KEPT_FIELDS = 100
MAX_KEPT_VALUE = 4_000
MAX_FILENAME = 180
