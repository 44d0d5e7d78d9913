"""A mail's own page."""

from __future__ import annotations

from clew.channels.email.reading.cleaning import clean
from clew.services.mail_markup import page_of, policy_of

REMOTE = (
    '<table background="https://a.example/t.png"><tr><td style="color:red;background:'
    'url(\'https://a.example/c.png\')"><img src="https://a.example/i.png"></td>'
    '<td style="background:url(\'https://a.example/d.png\')">data-remote-src="x"</td></tr></table>'
)


def test_nothing_is_loaded_unasked() -> None:
    page = page_of(clean(REMOTE), {}, with_remote=False)

    assert " src=" not in page
    assert " background=" not in page
    assert "url(" not in page


def test_pictures_come_back_when_somebody_asks() -> None:
    page = page_of(clean(REMOTE), {}, with_remote=True)

    assert '<table background="https://a.example/t.png">' in page
    assert "style=\"color:red;background-image:url('https://a.example/c.png')\"" in page
    assert "<td style=\"background-image:url('https://a.example/d.png')\">" in page
    assert '<img src="https://a.example/i.png">' in page
    assert 'data-remote-src="x"' in page


def test_enclosed_pictures_are_shown_by_their_name() -> None:
    html = clean('<img src="cid:a@b"><img src="cid:c@d">')

    page = page_of(html, {"a@b": "data:image/png;base64,AAAA"}, with_remote=False)

    assert '<img src="data:image/png;base64,AAAA"><img>' in page


def test_no_name_of_a_picture_breaks_out() -> None:
    html = clean('<img src="cid:a@b">')

    page = page_of(html, {"a@b": 'x" onerror="alert(1)'}, with_remote=False)

    assert 'src="x&quot; onerror=&quot;alert(1)"' in page


def test_the_policy_lets_pictures_in_only_when_somebody_asks() -> None:
    assert "https:" not in policy_of(with_remote=False)
    assert "img-src data: https: http:" in policy_of(with_remote=True)
    assert "script" not in policy_of(with_remote=True)
