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

## The preview for administrators
preview-question = Do you still have the blue kettle?
preview-answer = Yes, three of them.
