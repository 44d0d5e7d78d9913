# The contact is in the web chat of a site just now.
guest-online = In the chat now
guest-typing = Writing…
guest-away-mailed = not here now, a copy goes by email
guest-away-pushed = not here now, a notification goes out
guest-away-waits = not here now, waits until they come back
# How an answer reached somebody who had left the chat; stands after how far it has come.
reached-pushed = notification sent
reached-mailed = mailed, as they had left
reached-waits = waits: they left no address
reached-failed = could not be mailed; waits in the chat
event-contact-erased = The contact had their data deleted
event-identity-proven = The contact has proved to be at { $address }
# A visitor of the web chat who has not said their name.
visitor-nameless = Visitor { $code }
