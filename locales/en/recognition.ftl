event-contacts-merged = { $who } is the same person: both are one contact now
event-contacts-parted = Two contacts again: they are not the same person
contact-page = Contact page
