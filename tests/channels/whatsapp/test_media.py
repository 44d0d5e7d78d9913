import hashlib
from collections.abc import Mapping

import pytest

from clew.channels.whatsapp.media import fetch_media, host_of, read_media_response
from clew.ports.channel import (
    Continue,
    Fetched,
    HttpResponse,
    MediaFamily,
    MediaOutcome,
    MediaRef,
    Misconfigured,
    Progress,
    RefusalCause,
    Refused,
    Retry,
    Throttled,
)
from tests.channels.whatsapp.answers import a_file, an_answer, an_error
from tests.channels.whatsapp.webhooks import API, CONFIG, NUMBER, TOKEN

DIGEST = hashlib.sha256(b"a picture").hexdigest()
OTHER = hashlib.sha256(b"another").hexdigest()
URL = "https://lookaside.fbsbx.com/media/?mid=1"
REF = MediaRef("70/01", MediaFamily.IMAGE, "image/png", sha256=DIGEST)
NO_DIGEST = MediaRef("7001", MediaFamily.IMAGE, "image/png")


def located(url: str = URL, digest: str = DIGEST) -> HttpResponse:
    return an_answer(url=url, sha256=digest, mime_type="image/jpeg", id="7001")


def after_locating(answer: HttpResponse, ref: MediaRef = REF) -> Progress:
    outcome = read_media_response(ref, CONFIG, Progress(), answer)
    assert isinstance(outcome, Continue)
    return Progress.from_json(outcome.progress.to_json())


def downloaded(answer: HttpResponse, ref: MediaRef = REF, digest: str = DIGEST) -> MediaOutcome:
    return read_media_response(ref, CONFIG, after_locating(located(digest=digest), ref), answer)


def headers_for(url: str) -> Mapping[str, str]:
    return fetch_media(REF, CONFIG, after_locating(located(url))).headers


def test_the_address_is_asked_for_first() -> None:
    request = fetch_media(REF, CONFIG, Progress())

    assert request.url == f"{API}/70%2F01?phone_number_id={NUMBER}"
    assert not request.to_file


def test_then_the_file_is_fetched_with_our_token() -> None:
    request = fetch_media(REF, CONFIG, after_locating(located()))

    assert request.url == URL
    assert request.to_file
    assert request.headers == {"Authorization": f"Bearer {TOKEN}"}
    assert request.max_bytes == 100 * 1024 * 1024


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/x", "https://fbsbx.com.evil.example/x", "https://evilfbsbx.com/x"],
)
def test_the_token_goes_to_the_provider_and_to_nobody_else(url: str) -> None:
    assert headers_for(url) == {}


@pytest.mark.parametrize("url", [URL, "https://graph.example/files/1", "https://fbsbx.com/1"])
def test_the_providers_hosts_get_the_token(url: str) -> None:
    assert headers_for(url)["Authorization"].endswith(TOKEN)


def test_a_whole_file_is_accepted() -> None:
    assert downloaded(a_file(DIGEST)) == Fetched("blob/1", 9, DIGEST, "image/jpeg")


def test_a_file_without_a_known_digest_is_accepted() -> None:
    assert isinstance(downloaded(a_file(OTHER), NO_DIGEST, digest=""), Fetched)


def test_a_digest_from_the_address_will_do() -> None:
    assert isinstance(downloaded(a_file(DIGEST), NO_DIGEST), Fetched)


def test_a_damaged_file_is_fetched_again_and_at_last_refused() -> None:
    outcome: MediaOutcome = downloaded(a_file(OTHER))
    tries = 1
    while isinstance(outcome, Retry):
        assert outcome.progress.held == {}
        located_again = read_media_response(REF, CONFIG, outcome.progress, located())
        assert isinstance(located_again, Continue)
        outcome = read_media_response(REF, CONFIG, located_again.progress, a_file(OTHER))
        tries += 1

    assert tries == 3
    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "sha256_mismatch"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_an_address_that_expired_is_asked_for_again(status: int) -> None:
    outcome = downloaded(HttpResponse(status))

    assert isinstance(outcome, Retry)
    assert fetch_media(REF, CONFIG, outcome.progress).url.startswith(API)


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "gopher://x", "http://[", "//host/x"])
def test_only_web_addresses_are_followed(url: str) -> None:
    outcome = read_media_response(REF, CONFIG, Progress(), located(url))

    assert isinstance(outcome, Retry)
    assert host_of(url) is None


@pytest.mark.parametrize("answer", [an_error(100), HttpResponse(404), an_error(131052)])
def test_a_file_that_is_gone_is_refused_and_does_not_stop_the_inbox(answer: HttpResponse) -> None:
    outcome = read_media_response(REF, CONFIG, Progress(), answer)

    assert isinstance(outcome, Refused)
    assert outcome.refusal.cause is RefusalCause.MEDIA


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (an_error(190, status=401), Misconfigured),
        (an_error(80007), Throttled),
        (HttpResponse(503), Retry),
        (an_error(131050), Refused),
        (HttpResponse(200, {}, b'{"error": {"code": 190}}'), Misconfigured),
    ],
)
def test_other_failures_are_judged_as_in_sending(answer: HttpResponse, kind: type) -> None:
    assert type(read_media_response(REF, CONFIG, Progress(), answer)) is kind


def test_a_download_that_fails_halfway_keeps_its_address() -> None:
    outcome = downloaded(HttpResponse(503))

    assert isinstance(outcome, Retry)
    assert outcome.progress.held["url"] == URL
    assert isinstance(downloaded(HttpResponse(200)), Retry)
