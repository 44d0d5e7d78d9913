"""Each inbox says when contacts see that their messages were read."""

from clew.channels.registry import installed_channels
from clew.ports.channel import READ_MARKS_SETTING, ReadMarks, read_marks_in


def test_an_inbox_that_says_nothing_shows_what_was_answered() -> None:
    assert read_marks_in({}) is ReadMarks.ANSWERED
    assert read_marks_in({READ_MARKS_SETTING.name: "never"}) is ReadMarks.NEVER


def test_every_channel_that_can_show_them_can_be_told_when() -> None:
    for channel in installed_channels().values():
        assert (READ_MARKS_SETTING in channel.settings) is (channel.signal is not None)
