"""Replies leave: taken in order, sent step by step, and never twice because we forgot.

What a crash may interrupt is written down before and after every request, so that a message
of several parts goes on where it stopped. Where nobody can know whether the contact got it, it is
called unknown and given back to the agents; it is not sent again by a machine.
"""

from clew.services.sending.claiming import claim, recover
from clew.services.sending.dispatching import send
from clew.services.sending.marking import show_read_marks
from clew.services.sending.pacing import Pacing
from clew.services.sending.sender import Sender
from clew.services.sending.trials import SendTrial, Trial, TrialState, send_trial

__all__ = [
    "Pacing",
    "SendTrial",
    "Sender",
    "Trial",
    "TrialState",
    "claim",
    "recover",
    "send",
    "send_trial",
    "show_read_marks",
]
