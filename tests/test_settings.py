"""Settings come from the environment, and a wrong one is told in one sentence."""

from pathlib import Path

import pytest

from clew.settings import SettingIsWrong, Settings, read_settings


def test_without_anything_said_clew_runs_on_sqlite_in_the_data_folder() -> None:
    settings = read_settings({})

    assert settings.is_embedded
    assert settings.database_url == f"sqlite:///{Path('.data/clew.db').absolute()}"


def test_every_setting_has_a_variable() -> None:
    settings = read_settings({"CLEW_PORT": "9000", "CLEW_DATA": "/srv/clew", "CLEW_WORK": "no"})

    assert (settings.port, settings.data, settings.work) == (9000, Path("/srv/clew"), False)


def test_the_command_line_wins_over_the_environment() -> None:
    assert read_settings({"CLEW_PORT": "9000"}, port=9001, host=None).port == 9001


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("CLEW_PORT", "eighty", "CLEW_PORT takes a whole number"),
        ("CLEW_PORT", "70000", "CLEW_PORT takes a number from 0 to 65535"),
        ("CLEW_WORK", "perhaps", "CLEW_WORK takes yes or no"),
        ("CLEW_UNDO_SECONDS", "61", "CLEW_UNDO_SECONDS takes a number from 0 to 60"),
        ("CLEW_DATABASE", "mysql://x", "CLEW_DATABASE takes an address like"),
        ("CLEW_LOG_LEVEL", "loud", "CLEW_LOG_LEVEL takes debug"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_takes(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingIsWrong, match=said):
        read_settings({name: value})


def test_private_hosts_are_separated_by_commas() -> None:
    settings = read_settings({"CLEW_ALLOW_PRIVATE_HOSTS": "localhost:9000, Phones.Internal,"})

    assert settings.private_hosts == {"localhost:9000", "phones.internal"}


def test_the_secret_key_is_never_printed() -> None:
    assert "c2VjcmV0" not in repr(Settings(secret_key="c2VjcmV0"))
