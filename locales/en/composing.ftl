# Writing: emoji, and replies that go out later.

emoji-add = Emoji
emoji-list = Emoji

send-later = Send later
later-about = It goes out by itself, unless { $name } writes or a colleague answers before. Until then nothing is answered.
later-when = When
later-typed = Or type it: tomorrow 9, fri 14:30, in 3 hours
later-late = The answer is due { $due }; this goes out later.
later-shut = This channel takes such a reply until { $until }. It would not go out after that.
later-no-promise = A reply with a promise goes out at once. Take the promise out to send it later.
later-now = Send now
later-cancelled = The reply will not go out.
later-contact-wrote = the contact wrote after this was written. Read it again, then send it.
later-colleague-answered = a colleague answered after this was written.
later-author-left = whoever wrote it no longer answers here.
later-case-cancelled = the case was ended as owing nothing.
delivery-scheduled = Goes out { $at }

new-case = New case
new-case-about = Look for the contact first.
new-case-with = With { $name }. You own it; the contact hears nothing until you write.
new-case-who = Whom is it about?
new-case-subject = Subject
new-case-other = Somebody else
new-case-found = { $n ->
    [one] One contact found
   *[other] { $n } contacts found
}
