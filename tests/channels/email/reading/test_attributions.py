"""Lines that introduce a quotation, in many languages and broken in many ways."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.attributions import attribution_start, is_attribution

ANA = "Ana Nowak <ana@example.com>"


@pytest.mark.parametrize(
    "line",
    [
        f"On Sun, Jun 8, 2025 at 10:59 PM {ANA} wrote:",
        f"On 8 Jun 2025, at 22:59, {ANA} wrote:",
        f"On Sunday, June 8, 2025 at 10:59:43 PM GMT+2, {ANA} wrote:",
        f"On Sunday, June 8th, 2025 at 10:59 PM, {ANA} wrote:",
        "On 08/06/2025 22:59, Ana Nowak wrote:",
        "W dniu 08.06.2025 o 22:59, Ana Nowak pisze:",
        f"niedz., 8 cze 2025 o 22:59 {ANA} napisał(a):",
        f"Dnia 8 czerwca 2025 22:59 {ANA} napisał(a):",
        f"W dniu 2025-06-08 22:59:43 użytkownik {ANA} napisał:",
        f"Wiadomość napisana przez {ANA} w dniu 8 cze 2025, o godz. 22:59:",
        f"вс, 8 июн. 2025 г. в 22:59, {ANA}:",
        "08.06.2025 22:59, Ana Nowak пишет:",
        f"Воскресенье, 8 июня 2025, 22:59 +03:00 от {ANA}:",
        '08.06.2025, 22:59, "Ana Nowak" <ana@example.com>:',
        f"8 июня 2025 г., в 22:59, {ANA} написал(а):",
        f"нд, 8 черв. 2025 р. о 22:59 {ANA} пише:",
        f"{ANA} ezt írta (időpont: 2025. jún. 8., V, 22:59):",
        "2025. 06. 08. 22:59 keltezéssel, Ana Nowak írta:",
        f"Am So., 8. Juni 2025 um 22:59 Uhr schrieb {ANA}:",
        "Am 08.06.25 um 22:59 schrieb Ana Nowak:",
        f"Le dim. 8 juin 2025 à 22:59, {ANA} a écrit :",
        "Le 08/06/2025 à 22h59, Ana Nowak a écrit :",
        "El dom, 8 jun 2025 a las 22:59, Ana Nowak (<ana@example.com>) escribió:",
        f"Il giorno dom 8 giu 2025 alle ore 22:59 {ANA} ha scritto:",
        f"Em dom., 8 de jun. de 2025 às 22:59, {ANA} escreveu:",
        f"Op zo 8 jun 2025 om 22:59 schreef {ANA}:",
        f"ne 8. 6. 2025 v 22:59 odesílatel {ANA} napsal:",
        f"Den sön 8 juni 2025 kl 22:59 skrev {ANA}:",
        f"Den søn. 8. jun. 2025 kl. 22.59 skrev {ANA}:",
        "Ana Nowak <ana@example.com> 于2025年6月8日周日 22:59写道：",
        "在 2025-06-08 22:59:43，“Ana Nowak” <ana@example.com> 写道：",
        "2025年6月8日(日) 22:59 Ana Nowak <ana@example.com>:",
        "2025年6月8日(日) 22:59、Ana Nowakさんは書きました:",
    ],
)
def test_a_line_of_who_wrote_when_introduces_a_quotation(line: str) -> None:
    assert is_attribution(line, is_quote_next=False)


@pytest.mark.parametrize(
    "line",
    [
        "I have two questions:",
        "My order of 8 June 2025 holds these articles:",
        "As my husband wrote:",
        "On 9 June 2025 at 10:00 you wrote that I should:",
        "We open at 10:00 on these days:",
        "Kolega napisał mi:",
        "Please write to ana@example.com:",
        "Meeting 2025-06-08 at 10:00 in these rooms:",
    ],
)
def test_a_line_of_the_writers_own_does_not(line: str) -> None:
    assert not is_attribution(line, is_quote_next=False)


def test_less_is_asked_where_a_quotation_follows() -> None:
    assert is_attribution("Ana wrote:", is_quote_next=True)
    assert not is_attribution("My questions:", is_quote_next=True)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "On Sun, Jun 8, 2025 at 10:59 PM Ana Nowak of the Example Company <",
            "ana@example.com> wrote:",
        ],
        ["On Sun, Jun 8,", "2025 at 10:59 PM Ana Nowak", "<ana@example.com>", "wrote:"],
        ["niedz., 8 cze 2025 o 22:59 Ana Nowak <ana.nowak@example.com>", "napisał(a):"],
        ["Am So., 8. Juni 2025 um 22:59 Uhr schrieb Ana Nowak", "<ana@example.com>:"],
        ["Ana Nowak <ana@example.com>", "ezt írta (időpont: 2025. jún. 8., V, 22:59):"],
        ["вс, 8 июн. 2025 г. в 22:59, Ana Nowak", "<ana@example.com>:"],
        ["Le dim. 8 juin 2025 à 22:59, Ana Nowak <ana@example.com> a", "écrit :"],
    ],
)
def test_a_broken_line_is_found_from_its_beginning(lines: list[str]) -> None:
    answer = ["Yes, please.", "", *lines]

    assert attribution_start(answer, len(answer) - 1, is_quote_next=False) == 2


def test_what_stands_right_above_is_not_drawn_in() -> None:
    lines = ["We come at 10:00.", "On Sun, Jun 8, 2025 at 10:59 PM Ana <ana@example.com> wrote:"]

    assert attribution_start(lines, 1, is_quote_next=False) == 1
