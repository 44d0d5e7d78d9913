"""Signed and encrypted mails, named for what they are.

Nothing is decrypted and no signature is checked here: a case team has no private keys, and a
green mark that nobody can explain is worse than none.

Source: RFC 8551 (S/MIME), RFC 3156 and RFC 9580 (PGP).
"""

import re

from clew.channels.email.mail import Protection
from clew.channels.email.mime.cms import CMS_TYPES
from clew.channels.email.mime.parts import Part

_ENCRYPTED_TEXT = "-----BEGIN PGP MESSAGE-----"
_SIGNED_TEXT = "-----BEGIN PGP SIGNED MESSAGE-----\n"
_SIGNATURE = "\n-----BEGIN PGP SIGNATURE-----"
_SIGNATURE_ENDS = "-----END PGP SIGNATURE-----"
# Shown where there is nothing else to show: names of standards, the same in every language.
_STAND_IN = {
    Protection.SMIME_ENCRYPTED: "[S/MIME encrypted]",
    Protection.PGP_ENCRYPTED: "[PGP encrypted]",
    Protection.SMIME_SIGNED: "[S/MIME signed]",
}


def protection_of(root: Part, text: str) -> Protection:
    """Return how a mail is protected, by its parts or by the armour in its text."""
    for part in root.walk():
        found = _of_part(part)
        if found is not Protection.NONE:
            return found
    if text.lstrip().startswith(_ENCRYPTED_TEXT):
        return Protection.PGP_ENCRYPTED
    return Protection.PGP_SIGNED if _armour(text) else Protection.NONE


def without_armour(text: str) -> str:
    """Return a text without the lines of an inline signature."""
    armour = _armour(text)
    if armour is None:
        return text
    begin, said, ends, after = armour
    # Lines of the text that begin with a dash were marked (RFC 9580, section 7.1).
    return text[:begin] + re.sub(r"(?m)^- ", "", text[said:ends]) + text[after:]


def _armour(text: str) -> tuple[int, int, int, int] | None:
    """Return where an inline signature begins, and its text, where that ends, and what follows."""
    begin = text.find(_SIGNED_TEXT)
    said = text.find("\n\n", begin) + 2 if begin >= 0 else 0
    ends = text.find(_SIGNATURE, said) if said >= 2 else -1
    if ends < 0:
        return None
    after = text.find(_SIGNATURE_ENDS, ends)
    return begin, said, ends, len(text) if after < 0 else after + len(_SIGNATURE_ENDS)


def stand_in(protection: Protection) -> str:
    """Return what is shown for a mail without readable text, or ""."""
    return _STAND_IN.get(protection, "")


def _of_part(part: Part) -> Protection:
    protocol = part.parameters.get("protocol").lower()
    if part.content_type == "multipart/encrypted":
        return Protection.PGP_ENCRYPTED
    if part.content_type == "multipart/signed":
        is_pgp = "pgp" in protocol or any("pgp" in each.content_type for each in part.parts)
        return Protection.PGP_SIGNED if is_pgp else Protection.SMIME_SIGNED
    if part.content_type in CMS_TYPES or (
        part.content_type == "application/octet-stream" and part.filename.lower() == "smime.p7m"
    ):
        is_signed = "signed" in part.parameters.get("smime-type").lower()
        return Protection.SMIME_SIGNED if is_signed else Protection.SMIME_ENCRYPTED
    return Protection.NONE
