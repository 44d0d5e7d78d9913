"""What is quoted, and what is an answer between the quoted lines."""

from __future__ import annotations

from clew.channels.email.reading.html_text import Hint
from clew.channels.email.reading.markers import Mark
from clew.channels.email.reading.quotes import quoted


def own(mail: str, *hints: Hint) -> list[str]:
    lines = mail.split("\n")
    kinds = quoted(lines, hints)
    return [line for line, kind in zip(lines, kinds, strict=True) if line and kind is None]


ATTRIBUTION = "On Sun, Jun 8, 2025 at 10:59 PM Ana <ana@example.com> wrote:"


def test_an_answer_above_the_quotation_is_kept() -> None:
    assert own(f"Yes.\n\n{ATTRIBUTION}\n> Shall we?\n>\n> Ana") == ["Yes."]


def test_an_answer_below_the_quotation_is_kept() -> None:
    assert own(f"{ATTRIBUTION}\n\n> Shall we?\n\nYes.") == ["Yes."]


def test_answers_between_quoted_lines_are_kept() -> None:
    assert own(f"{ATTRIBUTION}\n> Red?\nYes.\n> Blue?\nNo.") == ["Yes.", "No."]


def test_a_quotation_without_signs_goes_to_the_end() -> None:
    assert own(f"Yes.\n\n{ATTRIBUTION}\n\nShall we?\n\nAna") == ["Yes."]


def test_an_attribution_may_stand_between_dashes() -> None:
    mail = (
        "Yes.\n\n---- On Mon, 09 Jun 2025 10:00:00 +0200 Ana <ana@example.com> wrote ----\n\nWell?"
    )

    assert own(mail) == ["Yes."]


def test_heads_begin_a_quotation_together_with_the_rule_above() -> None:
    mail = f"Yes.\n\n{'_' * 32}\nFrom: Ana\nSent: today\nTo: me\nSubject: x\n\nShall we?"

    assert own(mail) == ["Yes."]


def test_answers_that_are_announced_within_the_quotation_stay_with_it() -> None:
    mail = "See my answers below in red.\n\nFrom: Ana\nSent: today\nTo: me\nSubject: x\n\nRed? YES"

    assert "Red? YES" in own(mail)


def test_our_own_marker_is_a_boundary() -> None:
    assert own("Yes.\n## Reply above this line ##\nHello Ana") == ["Yes."]


def test_the_markup_may_know_what_the_words_do_not_say() -> None:
    mail = "Yes.\nXyz:\nquoted\nstill"

    assert own(mail, Hint(Mark.BOUNDARY, 1, 2)) == ["Yes."]
    assert own(mail, Hint(Mark.QUOTE, 1, 3)) == ["Yes.", "still"]
