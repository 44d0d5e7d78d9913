# Keys that people may change, times they type, and whose move it is.

keys-change = Change keys
keys-change-about = Choose a key and press the new one. Backspace takes the key away, Esc leaves it as it is.
keys-set = { $what }: change the key
keys-press = Press a key
keys-none = none
keys-clash = { $key } is taken: { $what }. Press another one.
keys-reset = Give back its own key: { $what }
keys-reset-short = Reset
keys-reset-all = Reset all keys
keys-extend-up = Choose the previous one as well
keys-all = Choose all
keys-context = Parts of the contact’s side
park-typed = Or type it: fri 9, tomorrow 10, in 2 weeks
palette-park = Park until { $until }
move-change = Whose move it is
move-title = Whose move is #{ $number }?
move-about = Choose who acts next. Digits choose, too.
move-to-me = Mine: I take it
move-to-us = Ours again: end the parking
move-to-contact = The contact’s: no reply is owed
move-without-promise = Without the promise: take it back
move-to-other = A colleague’s or a team’s…
move-to-later = Nobody’s until later: park…
move-to-nobody = Nobody’s: done…

# Channels whose names are words.
channel-webchat = Web chat
channel-email = Email
channel-voice = Voice
