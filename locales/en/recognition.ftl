event-contacts-merged = { $who } is the same person: both are one contact now
event-contacts-parted = Two contacts again: they are not the same person
contact-page = Contact page
refusal-identity-not-confirmed = First confirm who this is: details stay covered until then.
refusal-message-on-its-way = A message is on its way to each of them. Try again in a moment.
