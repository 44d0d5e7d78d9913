"""E-mail as a channel."""

from clew.channels.email.capabilities import CAPABILITIES
from clew.channels.email.hooks import HEADERS, MAX_BYTES, verify
from clew.channels.email.inbound import own_addresses, parse, read_part
from clew.channels.email.letters import LETTERS, typed_address
from clew.channels.email.mailbox_settings import mailbox_of
from clew.channels.email.outbound import (
    probe,
    read_mail_probe,
    read_mail_response,
    read_probe,
    read_response,
    render,
)
from clew.channels.email.settings import SETTINGS
from clew.channels.email.signed import VOUCHING
from clew.ports.channel import Channel

CHANNEL = Channel(
    key="email",
    name="E-mail",
    capabilities=CAPABILITIES,
    settings=SETTINGS,
    kept_headers=HEADERS,
    verify=verify,
    parse=parse,
    render=render,
    read_response=read_response,
    read_mail_response=read_mail_response,
    probe=probe,
    read_probe=read_probe,
    read_mail_probe=read_mail_probe,
    mailbox=mailbox_of,
    read_part=read_part,
    own_addresses=own_addresses,
    letters=LETTERS,
    typed_address=typed_address,
    vouching=VOUCHING,
    hook_max_bytes=MAX_BYTES,
)
