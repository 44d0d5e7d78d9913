from __future__ import annotations

from pathlib import Path

from clew.demo.graph.keeping import Keeping


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    media = Keeping(tmp_path).add_media(b"\x00\x01", "image/png", "zdjęcie.png")

    again = Keeping(tmp_path)
    found = again.find_media(media.id)

    assert found == media
    assert again.read_media(media) == b"\x00\x01"


def test_an_id_that_is_a_path_finds_nothing(tmp_path: Path) -> None:
    assert Keeping(tmp_path).find_media("../simulation") is None


def test_every_new_simulation_has_secrets_of_its_own(tmp_path: Path) -> None:
    one, other = Keeping(tmp_path / "one").load(), Keeping(tmp_path / "other").load()

    assert one.line.app_secret != other.line.app_secret
    assert one.line.access_token != other.line.access_token
