"""An address is taken before anything starts, and that it cannot be is said in a sentence."""

from __future__ import annotations

import socket

import pytest

from clew.serving import listen
from clew.settings import CannotRun, Settings


def test_an_address_that_is_taken_is_said_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CannotRun, match=f"cannot listen on 127.0.0.1:{port}"):
            listen(Settings(port=port))
