import imaplib
import socket
import ssl
import threading

import pytest

from clew.imap.client import Client, dial
from clew.ports.channel import MailServer, Security
from tests.fixtures.network import find_free_port


def served(lines: list[bytes]) -> tuple[MailServer, socket.socket]:
    """A server that greets, and answers each line with the next of `lines`."""
    ours, theirs = socket.socketpair()

    def talk() -> None:
        theirs.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        with theirs, theirs.makefile("rb") as heard:
            for line in lines:
                tag = heard.readline().split(b" ")[0]
                theirs.sendall(line.replace(b"TAG", tag))

    threading.Thread(target=talk, daemon=True).start()
    return MailServer("mx.example", 993, Security.NONE), ours


def test_a_server_cannot_make_us_hold_more_than_we_asked_for() -> None:
    able = b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"
    server, made = served([able, b"* 1 FETCH (UID 1 BODY[] {2000}\r\n"])
    client = Client(server, made, 1000)
    client._imap.state = "SELECTED"

    with pytest.raises(imaplib.IMAP4.abort, match="2000 bytes"):
        client.fetch([1], ["BODY.PEEK[]"])
    client.shutdown()


def test_the_first_address_that_answers_is_taken() -> None:
    with socket.socket() as listener:
        port = find_free_port()
        listener.bind(("127.0.0.1", port))
        listener.listen()
        server = MailServer("mx.example", port, Security.NONE)

        with dial(server, ["127.0.0.2", "127.0.0.1"], ssl.create_default_context()) as made:
            assert made.getpeername() == ("127.0.0.1", port)


def test_without_an_address_there_is_no_connection() -> None:
    with pytest.raises(OSError, match="no address"):
        dial(MailServer("mx.example", 1), [], ssl.create_default_context())
