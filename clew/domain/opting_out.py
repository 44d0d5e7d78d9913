"""Words by which people want no more messages that we start, sent alone: a bare "STOP".

They are a wish about advertising only, so that nobody who answers "stop" to a question goes
without an answer. What stops every message is for channels to say, whose carriers enforce it.

Source:
    CTIA Messaging Principles and Best Practices (2023), section 5.1.3: opt-out words, whatever
    their case; the words in Polish, Russian and Hungarian are those in use there.
"""

LONGEST = 40
_WORDS = frozenset(
    {
        # English
        "stop",
        "stop all",
        "stopall",
        "unsubscribe",
        "opt out",
        "optout",
        # Polish
        "wypisz",
        "wypisz mnie",
        "rezygnuję z newslettera",
        # Russian
        "стоп",
        "отписаться",
        "отпишите меня",
        # Hungarian
        "leiratkozás",
        "leiratkozom",
        "stopp",
    }
)


def is_opt_out(text: str) -> bool:
    """Say whether a message is nothing but the wish for no more advertising."""
    if len(text) > LONGEST:
        return False
    words = " ".join(text.casefold().replace("-", " ").split())
    return words.strip(" .!\"'«»„”“*") in _WORDS
