"""Declarations that a mail may keep."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.css import HIDDEN, MAX_STYLE, clean_style


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("color: red; FONT-SIZE:12px", "color:red;font-size:12px"),
        (
            "color:rgb(1, 2, 3);background:rgba(0,0,0,.5)",
            "color:rgb(1, 2, 3);background:rgba(0,0,0,.5)",
        ),
        ('font-family:"Segoe UI",Arial', "font-family:'Segoe UI',Arial"),
        ("margin:0 0 0 40px!important", "margin:0 0 0 40px!important"),
        ("position:fixed;top:0;color:red", "color:red"),
        ("width:expression(alert(1))", ""),
        ("width:e\\78pression(alert(1))", ""),
        ("color:red;behavior:url(x.htc)", "color:red"),
        ("-moz-binding:url(https://evil.example/x)", ""),
        ("background:url(javascript:alert(1))", ""),
        ("background:u\\72l(https://evil.example)", ""),
        ("background:image-set('https://evil.example' 1x)", ""),
        ("content:'x';color:red", "color:red"),
        ("@import 'https://evil.example'", ""),
        ("color:red/*;*/;width:1px", "width:1px"),
        ("color:var(--x)", ""),
        ("width:calc(1px + 2px)", ""),
        ("nonsense", ""),
        ("color:</style><script>", ""),
    ],
)
def test_only_what_is_known_to_be_harmless_stays(style: str, kept: str) -> None:
    assert clean_style(style) == (kept, "")


@pytest.mark.parametrize(
    "style",
    ["display:none", "color:red;DISPLAY : none !important", "visibility:hidden", "mso-hide:all",
     "font-size:0", "font-size:0px;color:#fff", "max-height:0;overflow:hidden"],
)  # fmt: skip
def test_every_way_to_hide_becomes_one(style: str) -> None:
    assert clean_style(style) == (HIDDEN, "")


def test_a_small_size_does_not_hide() -> None:
    assert clean_style("font-size:0.9em")[0] == "font-size:0.9em"


def test_a_picture_behind_the_text_is_kept_aside() -> None:
    style = "background:#fff url('https://a.example/b.png') no-repeat;color:red"

    kept, picture = clean_style(style)

    assert kept == "background:#fff  no-repeat;color:red"
    assert picture == "https://a.example/b.png"


def test_a_long_style_is_cut() -> None:
    assert len(clean_style("color:red;" * 10_000)[0]) <= MAX_STYLE
