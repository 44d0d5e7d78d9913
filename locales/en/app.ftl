# The agent workspace.

## Places
place-mine = My move
place-team = Team queue
place-waiting = Waiting
place-parked = Parked
place-resolved = Resolved
nav-label = Places
nav-me = Me
skip = Skip to the case
simulated = Simulation: nothing leaves this computer

## Groups of the list
group-over = Over
group-hour = Within the hour
group-today = Later today
group-tomorrow = Tomorrow
group-later = Later
group-contacts = Contacts
group-colleagues = Colleagues
group-bots = Bots
group-others = Others
group-this-day = Today
group-day = { $day }

## The list
list-order = Order of the list
order-due = Next deadline
order-waiting = Waiting longest
order-latest = Latest message
list-summary = { $over ->
    [0] { $hour } within the hour
   *[other] { $hour ->
        [0] { $over } over
       *[other] { $over } over, { $hour } within the hour
    }
}
list-moved = { $n ->
    [one] { $n } row moved.
   *[other] { $n } rows moved.
}
list-update = Update
list-failed = The list did not load.
empty-mine = Nothing is your move. { $waiting ->
    [0] Nobody else is waited for.
    [one] { $waiting } case waits for others.
   *[other] { $waiting } cases wait for others.
}
empty-take = Take from { $team } ({ $n })
empty-take-any = Take the next from the queues ({ $n })
empty-back = The next one comes back: { $at }.
empty-team = The queue is empty.
empty-waiting = Nobody is waited for.
empty-parked = Nothing is parked.
empty-resolved = Nothing was resolved yet.
no-case-counts = { $mine ->
    [0] Nothing is your move.
    [one] { $mine } case is your move, { $hour } due within the hour or over.
   *[other] { $mine } cases are your move, { $hour } due within the hour or over.
}
no-case-hint = Choose a case, or press
no-subject = No subject
row-you = You:
row-draft = Draft:
row-note = Note:
row-no-text = No text
row-unread = Unread.
chip-not-delivered = Not delivered
chip-back = Back from parking
chip-typing = { $name } is writing

## Deadlines
due-by = by { $at }
due-until = until { $at }
due-next = next { $at }
due-at = { $at }
due-over = { $span } over

## Whose move
holder-me = Your move
holder-agent = { $name }’s move
holder-team = Team’s move
holder-contact = { $name }’s move
holder-department = Waiting for colleagues
holder-timer = Parked until { $until }
holder-back = Back from parking
holder-bot = A bot is answering
holder-done = Done
move-answer = answer by { $at }
move-acknowledge = write a first word by { $at }
move-finish = finish by { $at }
move-promise = an answer is promised by { $at }
move-delivery = the reply was not delivered; send it another way by { $at }
move-consult-answered = colleagues have answered; write by { $at }
move-team = { $team }, answer by { $at }
move-shared = open to the whole team ({ $team }), answer by { $at }
move-nudge = reminder { $at }
move-close = closes { $at }
move-nudge-close = asked { $asked }, reminder { $at }, closes { $end }
move-department = due { $at }
move-parked = { $reason }
move-woken = to check: { $reason }
move-done = { $at }, { $outcome ->
    [solved] solved
    [unsolved] not solved
    [withdrawn] withdrawn
    [duplicate] duplicate
    [spam] spam
    [no_reply] no answer came
   *[other] { $outcome }
}
move-left = (in { $span })
move-over = ({ $span } over)
move-waited = waiting { $span }
move-deadlines = Deadlines

## The open case
case-header = Case
case-missing = There is no such case, or it is not yours to see.
case-failed = The case did not load.
case-back = Go to My move
case-state-open = open
case-state-done = done { $at }
owner-you = you
owner-none = nobody yet
presence-viewing = { $name } is viewing
presence-typing = { $name } is writing a reply
done-parked = Parked until { $until }.
done-woken = Awake again: your move.
done-resolved = #{ $number } is done: { $outcome }.
done-reopened = Reopened.
done-promise-taken-back = The promise is taken back.
done-no-reply = No reply needed: the contact’s move.
done-assigned = Assigned to { $name }.
done-taken = It is yours.

## The timeline
timeline-label = Conversation with { $name }
timeline-empty = No messages yet.
timeline-failed = The conversation did not load.
timeline-older-failed = Older messages did not load.
timeline-newer = Load newer messages
timeline-to-end = To the newest
timeline-new = { $n ->
    [one] { $n } new message
   *[other] { $n } new messages
}
timeline-arrived = { $n ->
    [one] { $n } new message: { $name }
   *[other] { $n } new messages: { $name }
}
timeline-channel = Continues on { $channel }
timeline-this-case = This case: { $label }
timeline-other-case = { $state ->
    [open] Another open case: { $label } #{ $number }
   *[other] Earlier case: { $label } #{ $number }, done
}
timeline-no-case = Not part of a case
message-label-in = Message from { $name }, { $at }
message-label-out = Reply from { $name }, { $at }
message-label-pending = Reply being sent
message-no-text = No text
message-deleted = Deleted by the contact.
message-edited = edited
message-holding = holding reply
message-quote = Quote this message
message-reaction = from { $name }
message-not-sent = Not sent: { $reason }
message-send-again = Send again
message-edit = Edit and send
message-edit-files = The text is back in the composer. Not all files could be copied: attach what is missing.
reason-unknown = the provider gave no reason.
note-head = Note, team only · { $name }
note-label = Team note from { $name }, { $at }
attachment-picture = Picture { $name }
attachment-download = Download { $name }
attachment-failed = Could not be fetched
attachment-pending = Being fetched…
attachment-remove = Remove { $name }
attachment-uploading = Uploading { $name }
attachment-cancel = Cancel { $name }
content-location = Place
content-contact = Contact
content-choice = Chosen
content-template = Template { $name }
content-unsupported = This message cannot be shown here.
content-unsupported-about = Kind: { $kind }. The contact’s phone has it.

## Events
event-case-opened = { $by ->
    [person] { $actor } opened the case
   *[system] Case opened
}
event-case-resolved = { $by ->
    [contact] The contact ended the case
    [person] { $actor } resolved the case
   *[system] Case closed by itself
}: { $outcome ->
    [solved] solved
    [unsolved] not solved
    [withdrawn] withdrawn
    [duplicate] duplicate
    [spam] spam
    [no_reply] no answer came
   *[other] { $outcome }
}
event-case-reopened = { $by ->
    [person] { $actor } reopened the case
   *[system] Reopened: the contact wrote again
}
event-case-parked = { $by ->
    [person] { $actor } parked the case
   *[system] Parked
} until { $until }: { $reason }
event-case-woken = { $cause ->
    [timer] Back from parking, to check: { $reason }
    [contact] Back from parking: the contact wrote
   *[other] Woken: { $reason }
}
event-case-assigned = { $by ->
    [person] { $actor } assigned it to { $to }
   *[system] Assigned to { $to }
}
event-case-taken = { $actor } took the case
event-promise-made = { $by ->
    [person] { $actor } promised an answer by { $until }
   *[system] An answer is promised by { $until }
}
event-promise-withdrawn = The promise was withdrawn
event-promise-near = The promised time is near: { $until }
event-no-reply-needed = { $by ->
    [person] { $actor }: no reply needed
   *[system] No reply needed
}
event-reply-undone = { $by ->
    [person] { $actor } took a reply back
   *[system] A reply was taken back
}
event-delivery-failed = Not delivered: { $reason }
event-reply-lost = A reply was not delivered
event-nudged = The contact was reminded
event-subject-changed = { $by ->
    [person] { $actor } changed the subject: { $subject }
   *[system] Subject: { $subject }
}
event-identity-changed = The contact’s address has changed
event-opted-out = { $scope ->
    [marketing] The contact wants no more advertising on this channel
   *[everything] The contact wants no more messages on this channel
}
event-opted-in = { $scope ->
    [marketing] The contact wants advertising on this channel again
   *[everything] The contact wants messages on this channel again
}
event-consult-opened = Colleagues were asked
event-consult-closed = The question to colleagues is closed
event-consult-redirected = The question went to other colleagues
event-other = { $name }

## Writing
composer-reply = Reply
composer-note = Note, team only
composer-mode = Reply or note
mode-reply = Reply
mode-note = Note
mode-note-on = NOTE: team only
reply-placeholder = Write to { $name }…
note-placeholder = Only your team sees this…
note-who = the contact never sees it
note-add = Add note
note-no-files = Notes take text only. Nothing was attached.
attach = Attach files
quote-remove = Do not quote
send-and-park = Send and park
send-and-done = Send and done
send-queue = Queue
send-more = Choose how to send
undo-queued = Waiting for the connection
undo-sending = Sending in { $n } s
undo-sending-to = To { $name }: sending in { $n } s
undo-too-late = It has left already and cannot be taken back.
undo-failed = It could not be taken back. Look whether it was sent.
offline-waiting = { $n ->
    [one] You are offline. { $n } message will go when you are back.
   *[other] You are offline. { $n } messages will go when you are back.
}
target-title = Answer by
target-change = Answer by { $line }. Change
target-none = No channel to answer on
target-moved = { $name } now writes by { $to }. Your answer goes by { $chosen }.
target-stay = Stay with { $channel }
target-now = The answer goes by { $line }
target-waits = no connection now, it will wait
target-unconfirmed = address not confirmed
target-read = last read { $ago }
window-open = window open { $span }
window-closed = template only
blocked-window = { $name } has not written for a while, so { $channel } takes only an approved template now. Free text works again as soon as they write.
blocked-reason = { $channel } cannot be used: { $reason }.
blocked-other = Answer by { $channel }
blocked-note = Write a note
blocked-done = This case is done. Reopen it to write to { $name }.
blocked-kept = What you wrote is kept.
template-choose = Choose a template
promise-add = Promise a time
promise-by = Answer promised by
promise-hint = Goes as a holding reply: the answer stays owed, the time is kept.
promise-remove = No promise
conflict-newer = { $name } replied { $span } ago, after you began. Your reply was not sent.
conflict-show = Show that reply
conflict-send = Send mine anyway
conflict-keep = Keep as draft
a-colleague = A colleague

## Parking
park-readable = { $until }
park-wrong-time = Choose a time in the future.
wake-in-hours = { $n ->
    [one] In { $n } hour
   *[other] In { $n } hours
}
wake-afternoon = This afternoon
wake-tomorrow = Tomorrow
wake-in-days = In { $n } days
wake-monday = Monday
wake-in-weeks = In { $n } weeks

## Assigning, resolving
assign-team = Team queue
assign-changed = Changed meanwhile: { $name } has it now.
assign-changed-at = Changed meanwhile: { $name } has it since { $at }.
assign-anyway = Assign anyway

## About the contact
context-label = About the contact
context-show = Contact and case
context-case = Case #{ $number }
context-others = Other cases
context-no-others = This is the first one.
contact-name = Name of the contact
contact-rename = Change the name
contact-since = Known since { $date }
subject-change = Change the subject
fact-opened = Opened
fact-team = Team
fact-owner = Owner
fact-answer = Answer due
fact-promise = Promised
fact-outcome = Outcome
assurance-confirmed = Confirmed
assurance-confirmed-about = proved to be this person
assurance-likely = Likely
assurance-likely-about = writes from this address, not proved who it is
assurance-none = Not identified
assurance-none-about = nothing says who this is
search-more = Show more

## Signing in and out
sign-in-title = Sign in
sign-in-wrong = Email or password is wrong.
over-title = Please sign in again
over-about = Your session is over. Your drafts are kept.
sign-out-title = Sign out and leave these behind?
sign-out-about = Not sent: { $unsent }. Drafts: { $drafts }. Signing out removes them from this computer.
sign-out-stay = Stay signed in
sign-out-anyway = Remove and sign out
unreachable-title = Clew does not answer
unreachable-about = The server cannot be reached. Your drafts are kept on this computer.
version-ready = A new version is ready.
version-reload = Reload now
reconnecting = Reconnecting.
reconnecting-showing = Reconnecting. Showing { $at }.

## Me
me-menu = Availability and sign-out:
availability-title = New cases
availability-available = Taking work
availability-away = Away

## Settings
settings-look = Look
settings-keys = Keys
settings-password = Password
theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
density = Rows
density-comfortable = Comfortable
density-compact = Compact
single-keys = Single keys
single-keys-about = One letter acts, outside of text fields.
password-current = Password now
password-new = New password
password-hint = At least 10 characters.
password-change = Change password
password-changed = The password is changed. Sign in again with the new one.

## Keys
keys-title = Keys
keys-show = Show all keys
keys-anywhere = Anywhere
keys-list = List
keys-case = Case
keys-composer = Writing
keys-search = Search
keys-help = This sheet
keys-undo = Undo the last action
keys-fold-list = Fold the list
keys-fold-context = Fold the contact
keys-pane = Next pane
keys-next = Next case
keys-previous = Previous case
keys-move = Move in the list
keys-open = Open
keys-done-next = Done, then next
keys-leave = Leave the case
keys-main = The main button
keys-bold = Bold
keys-italic = Italic
keys-escape = Leave the field, keep the draft

## Administration
admin = Administration
admin-people = People
admin-teams = Teams
admin-inboxes = Inboxes
forgotten = Forgotten your password?
