"""What an inbox of a channel needs to be told, and the values it was told.

The set-up form, `clew inbox add` and the documentation are made from the `Setting`s.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Short values would blot out ordinary words wherever they occur.
SHORTEST_REDACTED = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of an inbox.

    Attributes:
        pattern: The whole value must match it, if given.
        is_generated: Made at random for every new inbox that is not told one.
    """

    name: str
    label: str
    help: str
    is_secret: bool = False
    is_required: bool = True
    default: str = ""
    pattern: str = ""
    is_generated: bool = False


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """Why one value cannot be taken; `message` never repeats the value."""

    name: str
    message: str


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
            SettingProblem(name, "there is no such setting") for name in values if name not in known
        ]
    return tuple(problems)


def _problem_with(item: Setting, config: InboxConfig) -> SettingProblem | None:
    value = (config.secrets if item.is_secret else config.settings).get(item.name, "")
    if not (value or item.default):
        return SettingProblem(item.name, "is required") if item.is_required else None
    if value and item.pattern and not re.fullmatch(item.pattern, value):
        return SettingProblem(item.name, f"does not look right: {item.help}")
    return None
