# Words that the server and every screen share.

## Lengths of time
span-minutes = { $n } min
span-hours = { $n } h
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

## Actions
assign = Assign
back = Back
cancel = Cancel
close = Close
copy = Copy
copied = Copied.
details = Details
dismiss = Dismiss
edit = Edit
loading = Loading…
more = More
never = never
no-reply-needed = No reply needed
park = Park
reopen = Reopen
resolve = Done
save = Save
search = Search
send = Send
settings = Settings
sign-in = Sign in
sign-out = Sign out
take = Take it
try-again = Try again
undo = Undo
wake = Wake now

## People and things
email = Email
language = Language
name = Name
person-name = Name
password = Password
role = Role
subject = Subject
teams = Teams
workspace = Workspace

## How a case ended
outcome-solved = Solved
outcome-unsolved = Not solved
outcome-withdrawn = Withdrawn
outcome-duplicate = Duplicate
outcome-spam = Spam
outcome-no-reply = No answer came

## A message on its way
delivery-queued = Waiting
delivery-sending = Sending
delivery-sent = Sent
delivery-delivered = Delivered
delivery-read = Read
delivery-failed = Not delivered
delivery-unknown = Not known whether it arrived
delivery-cancelled = Taken back
delivery-not-sent = Not sent
delivery-offline = Goes when you are back online

## Why something was refused
refusal-unknown = That did not work. Nothing was changed.
refusal-unreachable = No connection. Nothing was changed.

## Why a channel cannot be used
cannot-address-failed = nothing arrives at this address any more; send what failed again to try it
cannot-attachment-size = the file is too large for this channel
cannot-attachments = this channel takes no files
cannot-attachments-size = the files are too large together for this channel
cannot-choices = this channel takes fewer choices
cannot-disabled = the inbox is switched off
cannot-empty = there is nothing to send
cannot-gone = the inbox, or its channel, is not here any more
cannot-marketing = the contact wants no advertising here
cannot-no-address = no address known
cannot-opted-out = the contact wants no messages here; you can answer when they write here again
cannot-other = it cannot be used now
cannot-quota = all replies are used up until the contact writes
cannot-template = the provider has no such approved template any more
cannot-window = only a template, until the contact writes
