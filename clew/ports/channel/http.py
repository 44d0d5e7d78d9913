"""The HTTP requests that a channel asks for, as values; the shared sender performs them.

A channel never touches the network. It says what to ask (`HttpRequest`) and reads what came
back (`HttpResponse`). Secrets travel in headers only, so an address may be logged, and a
request's `repr` names its headers without their values and says nothing of its body.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from clew.ports.channel.addresses import JsonObject


@dataclass(frozen=True, slots=True)
class FormField:
    """One value of a multipart form."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FormFile:
    """One file of a multipart form; the sender opens `blob` and streams it."""

    name: str
    blob: str
    file_name: str
    media_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request to a provider. Redirects are not followed.

    Attributes:
        headers: As they are to be sent; secrets only here.
        json: Sent as a JSON body. At most one of `json`, `form` and `multipart` is given.
        form: Sent as a body of names and values, as a simple web form is.
        is_repeatable: Doing it twice does no harm. After a request that is not repeatable
            was sent and no answer came, nobody knows whether the contact got the message.
        to_file: Stream the body of a 2xx answer to the blob store, and report it in
            `HttpResponse.saved` instead of `HttpResponse.body`.
        max_bytes: Give up on a longer answer.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    json: JsonObject | None = None
    form: Mapping[str, str] = field(default_factory=dict)
    multipart: tuple[FormField | FormFile, ...] = ()
    content: bytes = field(default=b"", repr=False)
    timeout: timedelta = timedelta(seconds=30)
    is_repeatable: bool = True
    to_file: bool = False
    max_bytes: int = 1_048_576

    def __repr__(self) -> str:
        address = self.url.partition("?")[0]
        return f"<HttpRequest {self.method} {address} headers={sorted(self.headers)}>"


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A downloaded body, already on disk.

    Attributes:
        sha256: 64 lower-case hex digits, computed while it was written.
    """

    blob: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What a provider answered.

    Attributes:
        headers: With lower-case names.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    saved: SavedFile | None = None

    def __repr__(self) -> str:
        return f"<HttpResponse {self.status} {len(self.body)} bytes>"
