"""The one file of a multipart form, as a stream: what is too large is never held, nor its name.

The form is read while it comes in, and its file goes to the blob store piece by piece. Fields
other than `file` are read past.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from clew.domain.errors import InvalidInput

FILE_FIELD = "file"
MAX_HEADER_BYTES = 8192


@dataclass(slots=True)
class _Part:
    """The part of a form that is being read."""

    headers: dict[str, str] = field(default_factory=dict)
    name_so_far: bytes = b""
    value_so_far: bytes = b""
    is_file: bool = False


class FormFile:
    """The file of a form: `name` is known once the first piece was read."""

    def __init__(self, content_type: str, chunks: AsyncIterator[bytes]) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary")
        if kind != b"multipart/form-data" or not boundary:
            raise InvalidInput(FILE_FIELD, "send the file as multipart/form-data")
        self.name = ""
        self._is_found = self._is_complete = False
        self._chunks = chunks
        self._ready: list[bytes] = []
        self._part = _Part()
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._on_part_begin,
                    "on_header_field": self._on_header_field,
                    "on_header_value": self._on_header_value,
                    "on_header_end": self._on_header_end,
                    "on_headers_finished": self._on_headers_finished,
                    "on_part_data": self._on_part_data,
                    "on_part_end": self._on_part_end,
                    "on_end": self._on_end,
                },
            )
        except FormParserError:
            raise InvalidInput(FILE_FIELD, "the form's boundary cannot be used") from None

    async def begin(self) -> None:
        """Read up to the file's first bytes, so that its name is known.

        Raises:
            InvalidInput: There is no file, or it is not a form.
        """
        async for chunk in self._chunks:
            self._write(chunk)
            if self._is_found:
                return
        raise InvalidInput(FILE_FIELD, "the form has no file with this name")

    async def read(self) -> AsyncIterator[bytes]:
        """Yield the file's bytes.

        Raises:
            InvalidInput: The form breaks off or is malformed.
        """
        for piece in self._taken():
            yield piece
        async for chunk in self._chunks:
            self._write(chunk)
            for piece in self._taken():
                yield piece
        if not self._is_complete:
            raise InvalidInput(FILE_FIELD, "the form breaks off")

    def _write(self, chunk: bytes) -> None:
        try:
            self._parser.write(chunk)
        except FormParserError:
            raise InvalidInput(FILE_FIELD, "the form is malformed") from None

    def _taken(self) -> list[bytes]:
        ready, self._ready = self._ready, []
        return ready

    def _on_part_begin(self) -> None:
        self._part = _Part()

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._part.name_so_far += data[start:end]
        self._check_header()

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._part.value_so_far += data[start:end]
        self._check_header()

    def _check_header(self) -> None:
        if len(self._part.name_so_far) + len(self._part.value_so_far) > MAX_HEADER_BYTES:
            raise InvalidInput(FILE_FIELD, "the form's headers are too long")

    def _on_header_end(self) -> None:
        name = self._part.name_so_far.decode("latin-1").lower()
        self._part.headers[name] = self._part.value_so_far.decode("utf-8", "replace")
        self._part.name_so_far = self._part.value_so_far = b""

    def _on_headers_finished(self) -> None:
        disposition = self._part.headers.get("content-disposition", "")
        _, options = parse_options_header(disposition.encode("utf-8", "replace"))
        is_file = options.get(b"name", b"").decode("utf-8", "replace") == FILE_FIELD
        if is_file and not self._is_found:
            self._is_found = self._part.is_file = True
            self.name = options.get(b"filename", b"").decode("utf-8", "replace")

    def _on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._part.is_file:
            self._ready.append(data[start:end])

    def _on_part_end(self) -> None:
        self._part.is_file = False

    def _on_end(self) -> None:
        self._is_complete = True
