"""The WhatsApp Cloud API as a channel."""

from clew.channels.phone_numbers import address_variants, typed_number
from clew.channels.whatsapp.capabilities import CAPABILITIES
from clew.channels.whatsapp.inbound import SIGNATURE_HEADER, handshake, parse, verify
from clew.channels.whatsapp.media import fetch_media, read_media_response
from clew.channels.whatsapp.outbound import read_response, render, signal
from clew.channels.whatsapp.probe import probe, read_probe
from clew.channels.whatsapp.settings import SETTINGS
from clew.channels.whatsapp.templates import list_templates, read_templates
from clew.ports.channel import Channel

CHANNEL = Channel(
    key="whatsapp",
    name="WhatsApp",
    capabilities=CAPABILITIES,
    settings=SETTINGS,
    kept_headers=frozenset({SIGNATURE_HEADER}),
    verify=verify,
    handshake=handshake,
    parse=parse,
    render=render,
    read_response=read_response,
    fetch_media=fetch_media,
    read_media_response=read_media_response,
    signal=signal,
    probe=probe,
    read_probe=read_probe,
    list_templates=list_templates,
    read_templates=read_templates,
    address_variants=address_variants,
    typed_address=typed_number,
)
