from clew.ports.channel import (
    Fault,
    InboxConfig,
    Setting,
    SettingProblem,
    problems_with,
    with_defaults,
)

NUMBER = Setting("number", "Number", "digits only", pattern=r"\d+")
REGION = Setting("region", "Region", "", is_required=False, default="eu")
PIN = Setting("pin", "PIN", "", is_secret=True)
WANTED = (NUMBER, REGION, PIN)
GOOD = InboxConfig({"number": "12"}, {"pin": "0451-long"})


def test_a_complete_config_has_no_problems() -> None:
    assert problems_with(WANTED, GOOD) == ()


def test_what_is_missing_is_named() -> None:
    assert problems_with(WANTED, InboxConfig()) == (
        SettingProblem("number", "is required", Fault.MISSING),
        SettingProblem("pin", "is required", Fault.MISSING),
    )


def test_a_wrong_value_is_not_repeated() -> None:
    (problem,) = problems_with(WANTED, InboxConfig({"number": "hunter2"}, GOOD.secrets))

    assert problem.name == "number"
    assert "hunter2" not in problem.message
    assert "digits only" in problem.message


def test_a_secret_among_the_settings_is_refused() -> None:
    """It would be shown to whoever sees the settings."""
    misplaced = InboxConfig({"number": "1", "pin": "0451"}, {"pin": "0451"})

    assert [problem.name for problem in problems_with(WANTED, misplaced)] == ["pin"]


def test_what_was_left_empty_gets_its_default() -> None:
    filled = with_defaults(WANTED, InboxConfig({"number": "1", "region": ""}, GOOD.secrets))

    assert filled == InboxConfig({"number": "1", "region": "eu"}, GOOD.secrets)


def test_secrets_are_shown_by_name_only() -> None:
    shown = repr(GOOD)

    assert "pin" in shown
    assert "0451" not in shown


def test_secrets_are_taken_out_of_what_a_provider_says() -> None:
    assert GOOD.redact("bad pin 0451-long!") == "bad pin [secret]!"
    assert InboxConfig({}, {"pin": "", "short": "a"}).redact("a fair text") == "a fair text"


def test_a_choice_is_one_of_its_choices() -> None:
    wanted = (Setting("colour", "Colour", "of the sky", choices=("blue", "grey"), default="blue"),)

    assert problems_with(wanted, InboxConfig({"colour": "grey"})) == ()
    assert problems_with(wanted, InboxConfig()) == ()
    [problem] = problems_with(wanted, InboxConfig({"colour": "green"}))
    assert (problem.message, problem.fault) == ("is one of: blue, grey", Fault.UNFIT)
