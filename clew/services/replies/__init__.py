"""We write to a contact: send, now or later, take back, send again; notes never leave."""

from clew.services.replies.commands import SendReply, Then
from clew.services.replies.notes import AddNote, add_note
from clew.services.replies.releasing import release
from clew.services.replies.sending import send_reply
from clew.services.replies.undoing import Undone, send_again, undo_reply

__all__ = [
    "AddNote",
    "SendReply",
    "Then",
    "Undone",
    "add_note",
    "release",
    "send_again",
    "send_reply",
    "undo_reply",
]
