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
role-admin = Administrator
role-agent = Agent
role-supervisor = Supervisor
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
refusal-answer-is-owed = An answer is owed. Answer first, or promise a time and then park.
refusal-case-is-open = The case is open already.
refusal-case-is-resolved = The case is done. Reopen it first.
refusal-case-owes-something = Something is still owed here. Answer, or say that no reply is needed.
refusal-conflict = Changed meanwhile. Look again, then retry.
refusal-busy = The server is short of room or breath. Nothing was changed; try again in a moment.
refusal-file-too-large = The file is too large.
refusal-forbidden = Your role does not allow this. Ask an administrator.
refusal-last-administrator = The last administrator cannot be changed or switched off.
refusal-not-found = This is not here any more.
refusal-nothing-is-owed = No answer is owed in this case.
refusal-past = Choose a time in the future.
refusal-promise-range = That time cannot be promised. Choose an earlier one, in the future.
refusal-rate-limited = Too many tries. Wait a minute.
refusal-too-many-holding = The contact was put off often enough. Answer, or ask a supervisor.
refusal-unknown = That did not work. Nothing was changed.
refusal-unreachable = No connection. Nothing was changed.
refusal-which-workspace = You belong to several workspaces. Say which one.

## Why a channel cannot be used
cannot-address-failed = nothing arrives at this address any more; send what failed again to try it
cannot-attachment-size = the file is too large for this channel
cannot-attachments = this channel takes no files
cannot-disabled = the inbox is switched off
cannot-empty = there is nothing to send
cannot-marketing = the contact wants no advertising here
cannot-no-address = no address known
cannot-opted-out = the contact wants no messages here; you can answer when they write here again
cannot-other = it cannot be used now
cannot-quota = all replies are used up until the contact writes
cannot-template = the provider has no such approved template any more
cannot-window = only a template, until the contact writes
