# Writing: emoji, and replies that go out later.

emoji-add = Emoji
emoji-list = Emoji
