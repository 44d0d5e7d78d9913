"""A mail as `clew mail parse` prints it; others script that, so names are never changed."""

from clew.channels.email.mail import Address, Bounce, File, Mail
from clew.channels.email.reading import read


def as_printed(mail: Mail) -> dict[str, object]:
    """Return what is printed, as plain values that JSON can hold."""
    sender, reading = mail.from_, read(mail.text, mail.html)
    return {
        "from": _address(sender) if sender else None,
        "to": [_address(address) for address in mail.to],
        "cc": [_address(address) for address in mail.cc],
        "reply_to": [_address(address) for address in mail.reply_to],
        "subject": mail.subject,
        "date": mail.date.isoformat().replace("+00:00", "Z") if mail.date else None,
        "message_id": mail.message_id or None,
        "body": reading.body,
        "reply": reading.reply,
        "html": reading.html,
        "attachments": [_file(file) for file in mail.files],
        "auto": mail.auto.value,
        "bounce": _bounce(mail.bounce) if mail.bounce else None,
    }


def _address(address: Address) -> dict[str, str]:
    return {"name": address.name, "email": address.email}


def _file(file: File) -> dict[str, object]:
    return {
        "filename": file.filename,
        "content_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _bounce(bounce: Bounce) -> dict[str, str]:
    return {"recipient": bounce.recipient, "status": bounce.status, "kind": bounce.kind.value}
