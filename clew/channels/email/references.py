"""What a mail goes on with: by our signed tokens first, then by the names of earlier mails.

People and their programs lose some of it. So it is looked for in the addresses that the mail was
sent to, in In-Reply-To and References, and in the marker line of what is quoted.

Source:
    RFC 5322 section 3.6.4 (In-Reply-To, References); our own tokens in `tokens`.
"""

from collections.abc import Iterator
from uuid import UUID

from clew.channels.email.mail import Mail
from clew.channels.email.tokens import (
    Named,
    Token,
    keys_of,
    messages_in,
    token_in_address,
    tokens_in_text,
)
from clew.ports.channel import InboxConfig, References

# By which addresses the mail came here, beside To and Cc: a blind copy is named in neither.
_DELIVERED = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To", "X-Envelope-To")
_MOST_NAMES = 30
_MOST_TOKENS = 20
_MARKED_CHARS = 200_000


def references_of(mail: Mail, config: InboxConfig, recipient: str = "") -> References:
    """Return what a mail goes on with, the most telling first.

    Args:
        mail: The mail.
        config: Of the inbox, with the keys of our tokens.
        recipient: Of the envelope, if it is known.
    """
    keys = keys_of(config)
    names = tuple(dict.fromkeys((*reversed(mail.in_reply_to), *reversed(mail.references))))
    tokens = _tokens(mail, keys, recipient) if keys else ()
    answered = messages_in(" ".join((*mail.references, *mail.in_reply_to)), keys) if keys else ()
    return References(
        messages=_ids((*answered, *_named(tokens, Named.MESSAGE))),
        cases=_ids(_named(tokens, Named.CASE)),
        provider_ids=names[:_MOST_NAMES],
    )


def bounced_messages(header: str, config: InboxConfig) -> tuple[UUID, ...]:
    """Return the messages of ours that a header of a returned mail names."""
    return messages_in(header, keys_of(config))


def _tokens(mail: Mail, keys: tuple[str, ...], recipient: str) -> tuple[Token, ...]:
    found = [token_in_address(address, keys) for address in _addresses(mail, recipient)]
    marked = tokens_in_text(f"{mail.subject}\n{mail.text[:_MARKED_CHARS]}", keys)
    if not marked:
        marked = tokens_in_text(mail.html[:_MARKED_CHARS], keys)
    return (*(token for token in found if token is not None), *reversed(marked))


def _addresses(mail: Mail, recipient: str) -> Iterator[str]:
    if recipient:
        yield recipient
    for address in (*mail.to, *mail.cc):
        yield address.email
    for name in _DELIVERED:
        yield from mail.header_values(name)


def _named(tokens: tuple[Token, ...], kind: Named) -> tuple[UUID, ...]:
    return tuple(token.id for token in tokens if token.named is kind)


def _ids(ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(ids))[:_MOST_TOKENS]
