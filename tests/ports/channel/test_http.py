from clew.ports.channel import HttpRequest, HttpResponse


def test_a_request_shows_its_headers_by_name_and_nothing_of_its_body() -> None:
    request = HttpRequest(
        "POST",
        "https://api.example/send?key=hidden",
        {"Authorization": "Bearer hidden"},
        json={"text": "hidden"},
    )

    shown = repr(request)

    assert "hidden" not in shown
    assert "Authorization" in shown
    assert "https://api.example/send" in shown


def test_an_answer_shows_its_size_and_not_its_words() -> None:
    assert repr(HttpResponse(200, {}, b"hidden")) == "<HttpResponse 200 6 bytes>"
