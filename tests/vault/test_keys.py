from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from clew.vault.keys import FILE_NAME, KeyIsUnusable, read_keys

ONE, OTHER = (base64.b64encode(letter * 32).decode() for letter in (b"a", b"b"))


def test_a_key_is_made_once_and_only_we_may_read_it(tmp_path: Path) -> None:
    made = read_keys(tmp_path / "new")

    assert read_keys(tmp_path / "new") == made
    assert len(made) == 1
    assert len(made[0]) == 32
    assert stat.S_IMODE((tmp_path / "new" / FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE_NAME]


def test_a_given_key_is_used_and_no_file_is_made(tmp_path: Path) -> None:
    assert read_keys(tmp_path, f" {ONE}\n") == (b"a" * 32,)
    assert list(tmp_path.iterdir()) == []


def test_of_several_keys_the_first_seals(tmp_path: Path) -> None:
    assert read_keys(tmp_path, f"{OTHER},{ONE}") == (b"b" * 32, b"a" * 32)


def test_a_key_in_url_safe_letters_is_read(tmp_path: Path) -> None:
    key = b"\xff\xef" * 16

    assert read_keys(tmp_path, base64.urlsafe_b64encode(key).decode()) == (key,)


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    read_keys(tmp_path)
    (tmp_path / FILE_NAME).chmod(0o644)

    with pytest.raises(KeyIsUnusable, match="chmod 600"):
        read_keys(tmp_path)


@pytest.mark.parametrize("given", ["short", base64.b64encode(b"a" * 31).decode(), "ü" * 43, ","])
def test_what_is_no_key_is_refused_without_repeating_it(tmp_path: Path, given: str) -> None:
    with pytest.raises(KeyIsUnusable, match="32 bytes in base64") as refused:
        read_keys(tmp_path, given)

    assert len(given) == 1 or given not in str(refused.value)


def test_an_empty_key_file_is_refused_and_not_replaced(tmp_path: Path) -> None:
    """A new key in its place would make every sealed secret unreadable without a word."""
    path = tmp_path / FILE_NAME
    path.touch(mode=0o600)

    with pytest.raises(KeyIsUnusable, match="is empty"):
        read_keys(tmp_path)
