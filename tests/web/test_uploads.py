"""The one file of a form, read as it comes."""

from collections.abc import AsyncIterator

import pytest

from clew.domain.errors import InvalidInput
from clew.web.uploads import FormFile

KIND = "multipart/form-data; boundary=edge"


def form(content: bytes = b"one two three", field: str = "file", name: str = "a.txt") -> bytes:
    head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"'
    return b"--edge\r\n" + head.encode() + b"\r\n\r\n" + content + b"\r\n--edge--\r\n"


async def chunks(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def read(data: bytes, size: int = 7, kind: str = KIND) -> tuple[str, bytes]:
    file = FormFile(kind, chunks(data, size))
    await file.begin()
    return file.name, b"".join([piece async for piece in file.read()])


@pytest.mark.parametrize("size", [1, 7, 10_000])
async def test_a_file_comes_whole_however_it_is_cut(size: int) -> None:
    assert await read(form(), size) == ("a.txt", b"one two three")


async def test_other_fields_are_read_past() -> None:
    other = b'--edge\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'

    assert await read(other + form()) == ("a.txt", b"one two three")


async def test_a_name_in_any_script_is_kept() -> None:
    name, _ = await read(form(name="zdjęcie кота.png"))

    assert name == "zdjęcie кота.png"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", KIND),
        (b"not a form", KIND),
        (form(field="other"), KIND),
        (form(), "application/json"),
        (form(), "multipart/form-data"),
        (form(), "multipart/form-data; boundary=" + "x" * 1000),
        (form()[:-20], KIND),
        (b"--edge\r\n" + b"X-Long: " + b"y" * 10_000, KIND),
    ],
)
async def test_what_is_no_form_with_a_file_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(InvalidInput):
        await read(data, kind=kind)
