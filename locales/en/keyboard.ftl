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
move-change = Whose move it is

# Channels whose names are words.
channel-webchat = Web chat
channel-email = Email
channel-voice = Voice
