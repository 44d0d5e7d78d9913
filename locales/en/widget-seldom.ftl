# What the chat window says seldom: not part of what everybody loads.

## What may be done with a message
reply = Reply
remove = Remove
remove-about = Remove this message for both sides? This cannot be undone.
react = React: { $emoji }
reaction-off = Take back: { $emoji }

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

## Where nothing can be kept
keep-title = This browser does not keep the chat
keep-about = It lets this site store nothing. Once this page is closed or reloaded, the conversation is no longer here. By a link in an e-mail you find it again, with our answer.
keep-about-copy = It lets this site store nothing. Once this page is closed or reloaded, the conversation is no longer here. Save a copy of what was said if you need it.
keep-send = Send me a link to this conversation
keep-wrong = Please enter an e-mail address.

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
