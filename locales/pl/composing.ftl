# Pisanie: emoji i odpowiedzi, które wyjdą później.

emoji-add = Emoji
emoji-list = Emoji
