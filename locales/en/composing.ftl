# Writing: emoji, and replies that go out later.

emoji-add = Emoji
emoji-list = Emoji

send-later = Send later
later-no-promise = A reply with a promise goes out at once. Take the promise out to send it later.
later-now = Send now
later-cancelled = The reply will not go out.
later-contact-wrote = the contact wrote after this was written. Read it again, then send it.
later-colleague-answered = a colleague answered after this was written.
later-author-left = whoever wrote it no longer answers here.
later-case-cancelled = the case was ended as owing nothing.
delivery-scheduled = Goes out { $at }

new-case = New case

reply-too-long = A message may have up to { $limit } characters; this one has { $n }. Send a part of it, or a file.
