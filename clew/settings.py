"""Every setting: its type, unit, default and one sentence.

Each is read from the environment as `CLEW_` and its name in capitals; the command line may
override it. The page docs/reference/settings.md is made from this module.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated, get_type_hints

PREFIX = "CLEW_"


class CannotRun(Exception):
    """Clew cannot run here as it is set up; the sentence says what to do."""


class SettingIsWrong(CannotRun):
    """A setting cannot be used; the sentence names it and says what it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this process runs."""

    host: Annotated[str, "Address to listen on."] = "127.0.0.1"
    port: Annotated[int, "Port to listen on; those above 32767 may collide with others."] = 8080
    data: Annotated[Path, "Folder for the database, files and the secret key."] = Path(".data")
    database: Annotated[
        str, "Database, `postgresql://…` or `sqlite:///…`; empty: SQLite in the data folder."
    ] = ""
    public_url: Annotated[
        str, "Address at which browsers reach this server; with `https` cookies are secure."
    ] = ""
    secret_key: Annotated[
        str, "Key that seals secrets, 32 bytes in base64; empty: a key file in the data folder."
    ] = field(default="", repr=False)
    allow_private_hosts: Annotated[
        str, "Private hosts that may be called, as `host` or `host:port`, separated by commas."
    ] = ""
    smtp_host: Annotated[
        str, "Server by which Clew itself mails codes, links and missed answers; empty: none."
    ] = ""
    smtp_port: Annotated[int, "Its port."] = 587
    smtp_security: Annotated[str, "How it is protected: tls, starttls or none."] = "starttls"
    smtp_user: Annotated[str, "User to log in as there; empty: nobody logs in."] = ""
    smtp_password: Annotated[str, "Password of that user."] = field(default="", repr=False)
    smtp_from: Annotated[str, "Address that such mails are from."] = ""
    lmtp_listen: Annotated[
        str, "Where to take mail by LMTP or SMTP, as `host:port`; empty: nowhere."
    ] = ""
    webhook_max_bytes: Annotated[int, "Longest webhook accepted, in bytes."] = 3 * 1024 * 1024
    attachment_max_bytes: Annotated[int, "Largest file accepted, in bytes."] = 100 * 1024 * 1024
    undo_seconds: Annotated[int, "How long a reply can be taken back, 0 to 60 seconds."] = 10
    session_days: Annotated[int, "How long a sign-in lasts, in days."] = 14
    soft_limit: Annotated[
        int, "How many cases with their move an agent is given before others come first."
    ] = 8
    metrics_for_all: Annotated[
        bool, "Show /metrics to every address, not only to this machine."
    ] = False
    trust_proxy: Annotated[
        bool,
        "Take the caller's address from X-Forwarded-For, as proxies at private addresses set it.",
    ] = False
    log_level: Annotated[str, "Least serious log lines shown: debug, info, warning, error."] = (
        "info"
    )
    work: Annotated[bool, "Run the workers in this process."] = True
    assist_from: Annotated[
        int, "Events a second from which a second process takes them in; 0: never."
    ] = 60

    @property
    def database_url(self) -> str:
        """Return where the database is."""
        return self.database or f"sqlite:///{(self.data / 'clew.db').absolute()}"

    @property
    def is_embedded(self) -> bool:
        """Say whether the database is a file of our own."""
        return self.database_url.startswith("sqlite")

    @property
    def has_database(self) -> bool:
        """Say whether the database is there, as far as that is to be seen from here."""
        path = self.database_url.removeprefix("sqlite:///").partition("?")[0]
        return not self.is_embedded or Path(path).is_file()

    @property
    def undo(self) -> timedelta:
        """Return how long a reply can be taken back."""
        return timedelta(seconds=self.undo_seconds)

    @property
    def lmtp_address(self) -> tuple[str, int] | None:
        """Return where mail is taken."""
        host, _, port = self.lmtp_listen.rpartition(":")
        return (host.strip("[]") or "127.0.0.1", int(port)) if self.lmtp_listen else None

    @property
    def private_hosts(self) -> frozenset[str]:
        """Return the hosts with private addresses that may be called."""
        names = (name.strip().lower() for name in self.allow_private_hosts.split(","))
        return frozenset(name for name in names if name)


def read_settings(environ: Mapping[str, str] | None = None, **given: object) -> Settings:
    """Return the settings of the environment, overridden by what was given and is not None.

    Raises:
        SettingIsWrong: A value cannot be read.
    """
    environ = os.environ if environ is None else environ
    types = get_type_hints(Settings)
    values: dict[str, object] = {}
    for one in fields(Settings):
        name = PREFIX + one.name.upper()
        if environ.get(name):
            values[one.name] = _read(name, environ[name], types[one.name])
    values.update({name: value for name, value in given.items() if value is not None})
    return _checked(replace(Settings(), **values))  # type: ignore[arg-type]


def _read(name: str, text: str, kind: type) -> object:
    if kind is bool:
        if text.lower() not in {"1", "0", "true", "false", "yes", "no"}:
            raise SettingIsWrong(f"{name} takes yes or no")
        return text.lower() in {"1", "true", "yes"}
    if kind is int:
        if not text.lstrip("-").isdigit():
            raise SettingIsWrong(f"{name} takes a whole number")
        return int(text)
    return kind(text)


def _checked(settings: Settings) -> Settings:
    if not 0 <= settings.port <= 65535:
        raise SettingIsWrong("CLEW_PORT takes a number from 0 to 65535")
    if settings.assist_from < 0:
        raise SettingIsWrong("CLEW_ASSIST_FROM takes a number of events a second, or 0")
    if not 0 <= settings.undo_seconds <= 60:
        raise SettingIsWrong("CLEW_UNDO_SECONDS takes a number from 0 to 60")
    if settings.lmtp_listen and not settings.lmtp_listen.rpartition(":")[2].isdigit():
        raise SettingIsWrong("CLEW_LMTP_LISTEN takes an address like 127.0.0.1:2424")
    schemes = ("sqlite:", "postgresql:", "postgres:")
    if not settings.database_url.startswith(schemes):
        raise SettingIsWrong("CLEW_DATABASE takes an address like postgresql://user@host/name")
    if settings.log_level not in {"debug", "info", "warning", "error"}:
        raise SettingIsWrong("CLEW_LOG_LEVEL takes debug, info, warning or error")
    _check_smtp(settings)
    return settings


def _check_smtp(settings: Settings) -> None:
    if settings.smtp_security not in {"tls", "starttls", "none"}:
        raise SettingIsWrong("CLEW_SMTP_SECURITY takes tls, starttls or none")
    if settings.smtp_host and "@" not in settings.smtp_from:
        raise SettingIsWrong("CLEW_SMTP_FROM takes an address, such as chat@example.com")
