# The contact page, and who may be one person.

contact-missing = There is no such contact.
contact-failed = The contact could not be loaded.
contact-nameless = No name

## Identities
identities = Addresses
identity-confirmed-by = Confirmed by { $name }, { $at }: { $how }
identity-opted-out = { $scope ->
    [marketing] Wants no advertising here
   *[everything] Wants no messages here
}
identity-failed = Nothing arrives here since { $at }: { $reason }
identity-write-again = Write here again
claim-about = Given in the chat, not proven
confirm-other-way = I checked another way
confirm-undo = Take back
confirm-title = Confirm who this is
confirm-about = { $address } then counts as proven. Covered details can be shown, and whoever has proven the same address becomes the same contact.
confirm-how = How did you make sure?
confirm-do = Confirm
identity-proven-by-link = Confirmed by the contact, { $at }, by a link that { $name } had sent
ask-link = Send a confirmation link
ask-code = Send a confirmation code
ask-link-sent = A one-time link is on its way to { $address }. The details uncover when it is confirmed.
ask-code-sent = Six digits were mailed to { $address }. The details uncover when they are typed into the chat.
ask-enough = The contact was asked often enough. Wait a while, or check another way.
covered-label = Covered details
covered-until = Details are hidden until we know who this is:

## Fields
fields = Details
fields-none = Nothing is kept yet.
field-add = Add a detail
field-edit = Change the detail
field-edit-name = Change: { $name }
field-value = Value
field-value-covered = Leave this empty to keep what is there.
field-sensitive = Sensitive: covered until we know who writes
field-remove = Remove
field-show = Show: { $name }
field-hide = Cover: { $name }
field-covered = Covered
field-locked = Covered until an address is confirmed.
field-shown = Last shown to { $name }, { $at }
kinds-choose = For all contacts
kinds-title = Details of every contact
kinds-about = Every contact has these, if only empty. A value that a contact has stays theirs when a detail is removed here.
kinds-name = Name of detail { $n }
kinds-sensitive = Sensitive
kinds-remove = Remove: { $name }

## Consents
consents = Consents
consent-none = Nothing was said.
consent-record = Record
consent-record-for = Record: { $purpose }
consent-about = What the contact said, and how we know. What was said before is kept.
consent-word = The contact
consent-gives = agrees
consent-withdraws = no longer agrees
consent-everywhere = Every channel
consent-how = How was it said?
consent-given = Given
consent-withdrawn = Withdrawn
consent-line = { $where } · { $at } · { $how } · { $name }
consent-line-provider = { $where } · { $at } · said to the provider
consent-line-own = { $where } · { $at } · the contact wrote: { $how }
consent-history = { $n ->
    [one] { $n } word on record
   *[other] { $n } words on record
    }
purpose-service = Messages about their cases
purpose-marketing = Offers and news
purpose-surveys = Surveys
purpose-recording = Recording of calls

## Cases
contact-cases = Cases
contact-cases-find = Find in cases
contact-cases-none = No case matches.
contact-cases-more = Show more

## Joining
merges = Joined contacts
merges-none = Nobody was joined with this contact.
merge-other = Join with another
merge-by = Joined by { $name }, { $at }
merge-by-rule = Joined by a rule, { $at }
merge-undone = Parted by { $name }, { $at }
merge-undo = Undo
merge-title = The same person?
merge-about = Two contacts become one. This is what will happen.
merge-stays = stays
merge-joins = becomes a part of it
merge-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
    }
merge-what-timeline = Both conversations become one time line, in order of time.
merge-what-replies = Each address stays what it is: a reply goes where it was addressed.
merge-what-fields = Where both have a value, that of the contact who stays is shown: { $fields }.
merge-what-undo = It can be undone at any time; then each has again what is theirs, and what came since goes with the address it came by.
merge-reason = Why (for the record)
merge-do = Same person
merge-who = Whom to join with
merge-found = { $n ->
    [one] { $n } contact found
   *[other] { $n } contacts found
    }
joined-done = One contact now, with: { $name }
parted-done = Two contacts again.
dismissed-done = Not the same person: { $name }

## Suggestions
suggestion-label = Perhaps the same person
suggestion-who = Probably the same person as
suggestion-conflict = Each has proven to be somebody; look closely.
suggestion-same = Same person
suggestion-not-same = Not the same
suggestion-more = { $n ->
    [one] { $n } more may be the same person
   *[other] { $n } more may be the same person
    }
because-same-verified = { $known ->
    [no] because both have proven the same address
   *[yes] because both have proven the address { $address }
    }
because-same-phone = { $known ->
    [no] because both write from the same number
   *[yes] because both write from the number { $address }
    }
because-same-email = { $known ->
    [no] because both write from the same e-mail address
   *[yes] because both write from { $address }
    }
because-same-phone-claimed = { $known ->
    [no] because one gave the number of the other; that is not proven
   *[yes] because one gave the number { $address } of the other; that is not proven
    }
because-same-email-claimed = { $known ->
    [no] because one gave the e-mail address of the other; that is not proven
   *[yes] because one gave the address { $address } of the other; that is not proven
    }
because-same-account = { $known ->
    [no] because the provider says that it is one account
   *[yes] because the provider says that { $address } is one account
    }
