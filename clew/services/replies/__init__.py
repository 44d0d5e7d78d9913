"""We write to a contact: send, take back, send again; and notes, which never leave."""

from clew.services.replies.commands import SendReply, Then
from clew.services.replies.notes import AddNote, add_note
from clew.services.replies.sending import send_reply
from clew.services.replies.undoing import Undone, send_again, undo_reply

__all__ = [
    "AddNote",
    "SendReply",
    "Then",
    "Undone",
    "add_note",
    "send_again",
    "send_reply",
    "undo_reply",
]
