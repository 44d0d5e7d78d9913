"""What an inbox of a channel needs to be told, and the values it was told.

The set-up form, `clew inbox add` and the documentation are made from the `Setting`s.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

# Short values would blot out ordinary words wherever they occur.
SHORTEST_REDACTED = 6


class SettingKind(StrEnum):
    """What is typed, so that a form can offer the right field for it."""

    TEXT = "text"
    NUMBER = "number"
    EMAIL = "email"
    ADDRESS = "address"  # of a server, beginning with https://


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of an inbox.

    Attributes:
        pattern: The whole value must match it, if given.
        is_generated: Made at random for every new inbox that is not told one.
        choices: The only values there are, if it is a choice; `yes` and `no` make a switch.
        example: What a value looks like, such as `smtp.example.com`.
        group: Settings of one group stand together in a form; its words are in `locales`.
        is_rare: Most inboxes never need it; a form folds it away.
        is_made_up: The administrator thinks of it, so a form can offer one at random.
    """

    name: str
    label: str
    help: str
    is_secret: bool = False
    is_required: bool = True
    default: str = ""
    pattern: str = ""
    is_generated: bool = False
    choices: tuple[str, ...] = ()
    kind: SettingKind = SettingKind.TEXT
    example: str = ""
    group: str = ""
    is_rare: bool = False
    is_made_up: bool = False


class Fault(StrEnum):
    """What is wrong with a value, for those who say it in their own words."""

    MISSING = "missing"
    UNFIT = "unfit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """Why one value cannot be taken; `message` never repeats the value."""

    name: str
    message: str
    fault: Fault = Fault.UNFIT


@dataclass(frozen=True, slots=True)
class InboxConfig:
    """The values of one inbox. Its `repr` shows settings, and secrets by name only."""

    settings: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"InboxConfig(settings={dict(self.settings)!r}, secrets={sorted(self.secrets)!r})"

    def redact(self, text: str) -> str:
        """Return `text` without any secret of this inbox.

        Providers quote what they were sent: "Malformed access token EAAG...".
        """
        for secret in self.secrets.values():
            if len(secret) >= SHORTEST_REDACTED:
                text = text.replace(secret, "[secret]")
        return text


def with_defaults(wanted: Sequence[Setting], config: InboxConfig) -> InboxConfig:
    """Return the config with the default of every setting that was left empty."""
    defaults = {item.name: item.default for item in wanted if item.default and not item.is_secret}
    given = {name: value for name, value in config.settings.items() if value}
    return InboxConfig({**defaults, **given}, config.secrets)


def problems_with(wanted: Sequence[Setting], config: InboxConfig) -> tuple[SettingProblem, ...]:
    """Return what must be put right before an inbox can have this config."""
    problems = [problem for item in wanted if (problem := _problem_with(item, config)) is not None]
    for values, is_secret in ((config.settings, False), (config.secrets, True)):
        known = {item.name for item in wanted if item.is_secret is is_secret}
        problems += [
            SettingProblem(name, "is no setting of this channel", Fault.UNKNOWN)
            for name in values
            if name not in known
        ]
    return tuple(problems)


def _problem_with(item: Setting, config: InboxConfig) -> SettingProblem | None:
    value = (config.secrets if item.is_secret else config.settings).get(item.name, "")
    if not (value or item.default):
        if not item.is_required:
            return None
        return SettingProblem(item.name, "is required", Fault.MISSING)
    if value and item.choices and value not in item.choices:
        return SettingProblem(item.name, f"is one of: {', '.join(item.choices)}")
    if value and item.pattern and not re.fullmatch(item.pattern, value):
        return SettingProblem(item.name, f"does not look right: {item.help}")
    return None
