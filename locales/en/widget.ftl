# The chat window on a host's page, as contacts read it.

## The button and the window
launcher = Write to us
close-window = Close the chat
frame-title = Chat: { $name }
minimise = Close
menu = Menu
back = Back to the chat
log-label = Messages
greeting = Hello. How can we help?
unread = { $n ->
    [one] { $n } new message
   *[other] { $n } new messages
}
to-newest = To the newest message
simulated = Simulation: nothing leaves this computer

## When an answer comes
state-online = We are here.
state-away = Nobody is at a desk right now.
state-closed = We are closed right now.
answer-soon = You will have an answer within a few minutes.
answer-today = We answer by { $at } today.
answer-tomorrow = We answer by { $at } tomorrow.
answer-day = We answer by { $at }.
answers-today = { $name } answers by { $at } today.
answers-tomorrow = { $name } answers by { $at } tomorrow.
answers-day = { $name } answers by { $at }.
close-mail = You can close this: the answer also comes to { $address }.
close-push = You can close this: you will be notified of the answer.
answer-unknown = Write at any time: every message is answered.
talking-with = You are talking with { $name }
solved = It is solved, thank you
solved-thanks = Thank you. Write here whenever you need us again.
typing = { $name } is writing…
typing-someone = Somebody is writing…

## Messages
today = Today
yesterday = Yesterday
you = You
system = Automatic message
sent = Sent
sending = Sending…
queued = Waiting to be sent
queued-many = A lot came from here at once. This goes out by itself, a little later.
read = Read
not-sent = Not sent
edited = edited
removed = This message was removed.
on-channel = { $key ->
    [email] by e-mail
    [voice] by telephone
   *[other] by { $channel }
}
earlier = Earlier messages
earlier-failed = Earlier messages did not load. Try again
actions = Reply or react
reply = Reply
remove = Remove
react = React: { $emoji }
reaction-off = Take back: { $emoji }
replying = Replying to: { $name }
cancel-reply = Do not reply to this message
send-again = Send again
discard = Delete
file-waits = is being checked
file-blocked = This file could not be accepted.

## Writing
write = Write a message…
send = Send
attach = Attach a file (up to { $size })
camera = Take a photo
drop = Drop the files here
file-too-large = { $name } is { $size }. Files may be up to { $limit }.
text-too-long = A message may have up to { $limit } characters; this one has { $n }.
file-empty = { $name } is empty.
file-too-many = { $n ->
    [one] A message may hold { $n } file.
   *[other] A message may hold { $n } files.
}
file-failed = { $name } could not be uploaded.
file-remove = Remove { $name }
uploading = Uploading { $name }

## When something is in the way
offline = You are offline. What you write is kept and sent later.
waiting = { $n ->
    [one] { $n } message waits.
   *[other] { $n } messages wait.
}
reconnecting = Connecting again…
refused-origin = This chat cannot be shown on this page.
refused-verified = Please sign in on this site to write to us.
refused-missing = This chat is not available.
refused-other = The chat is not available right now.
went-wrong = That did not work. Please try again.
too-many = That was a lot at once. Please wait a minute.

## Where to answer
leave-title = You need not wait here
leave-about = Leave an e-mail address and the answer comes there too, or a phone number and we can call.
leave-about-us = Leave an e-mail address or a phone number, so that we can reach you.
leave-address = E-mail or phone
leave-save = Save
leave-later = Not now
leave-push = Get a notification
leave-done = Thank you. The answer also comes to: { $address }
leave-noted = Thank you. We can reach you at: { $address }
leave-wrong = Please enter an e-mail address or a phone number with its country code.

## Menu
details = Your details
name = Name
email = E-mail
phone = Phone
save = Save
saved = Saved.
email-confirmed = Confirmed
email-claimed = Not confirmed
confirm-send = Send a code to confirm it
confirm-about = We have sent six digits to { $email }.
confirm-code = Code
confirm-again = Send a new code
confirm = Confirm
confirm-wrong = This code is not right.
confirm-expired = This code has expired. Ask for a new one.
confirm-done = Confirmed. You see everything said from this address.
mail-missing = E-mail is not set up here.
notify-title = Notifications
notify-on = Notifications are on.
notify-ask = Tell me when an answer comes
notify-window = Opens in a window of its own, where the browser can ask you.
notify-refused = Your browser does not allow notifications here.
sound = Sound with a new answer
language = Language
open-window = Open in a window
transcript = Save a copy
transcript-name = chat
link = Continue on another device
link-about = We mail you a link that works once.
link-sent = The link is on its way to { $email }.
sign-out = Sign out
sign-out-about = The next person at this device sees nothing.
delete = Delete my data
delete-about = Everything said here is deleted for good, and what we know about you with it. This cannot be undone.
delete-sure = Yes, delete everything
delete-done = Your data has been deleted.
cancel = Cancel

## A one-time link
link-welcome = { $name } has an answer for you
link-open = Open the conversation
link-used = This link has been used or has expired. You can still write here.
link-renew = Send me a new one
link-renewed = A new link is on its way, to the address this one went to.
push-body = There is a new answer for you.

## Somebody is asked to confirm an address
ask-about = Did you write to us from here? Then confirm that it is yours.
ask-yes = Yes, it is me
ask-not = If you did not write to us, close this page. Nothing happens then.
ask-done = Thank you, that is confirmed. You can close this page and go on where you wrote to us.
ask-void = This link has been used or has expired. Ask for a new one where you wrote to us.

## The preview for administrators
preview-question = Do you still have the blue kettle?
preview-answer = Yes, three of them.
