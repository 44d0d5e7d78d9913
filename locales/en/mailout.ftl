# Letters: subject and readers, what became of them, signatures.

## Composer
letter-to = To
letter-no-subject = no subject
letter-open = Change subject and readers
letter-subject = Subject
letter-to-field = Also to
letter-cc-field = Cc
letter-bcc-field = Bcc
letter-addresses = Addresses, with commas
letter-no-address = “{ $text }” is not an address.
letter-place = Put { $name } into the text
letter-heavy = The files are too large for a mail: { $bytes } of { $limit } at most.
letter-doubt-forged = The latest mail looks forged: somebody else may have written it. Your reply goes to { $address }.
letter-doubt-guest = The latest mail is from a guest. Your reply goes to { $address }; the guest gets it only if you add them.
letter-doubt-elsewhere = The latest mail asks for answers at another domain. Your reply goes to { $address }.
letter-doubt-unproved = Nobody vouched for the sender of the latest mail. Write nothing that only the contact may know.

## Timeline
letter-also-to = Also to { $people }
reader-accepted = delivered to their server
reader-deferred = not yet, it is tried again
reader-refused = not delivered
delivery-trying = Not delivered yet. { $reason } It is tried until { $at }.
message-in-doubt = Not known whether it arrived: { $reason }

## Administration
