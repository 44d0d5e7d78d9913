# The administration; read by those who come to it.

admin-people-about = Who works here, in which teams, and what they may do.
admin-teams-about = A team shares one queue and one promise of how soon it answers.
admin-inboxes-about = Each inbox is one number or mailbox. Its health is what the provider last said.
admin-quarantine = Quarantine
admin-quarantine-about = What came in and could not be read is kept as received. Replay it when the cause is gone.
people-edit = Change a person
people-now = Now
people-disable = May not sign in
people-disabled = Switched off
teams-add = Add a team
teams-taken = Another team has this name.
teams-edit = Change a team
teams-first = First reply
teams-next = Next replies
teams-first-minutes = First reply, minutes
teams-next-minutes = Next replies, minutes
teams-minutes-about = Counted in the team’s business hours.
teams-members = People
teams-nobody = nobody yet
inboxes-no-team = no team
inboxes-webhook = Webhook
health-green = Works
health-amber = Needs a look
health-red = Does not work
health-received = Last received
health-sent = Last sent
health-error = Last error
health-queued = Waiting to go
quarantine-none = Nothing is held back. All that came in could be read.
quarantine-received = Received
quarantine-inbox = Inbox
quarantine-reason = Why
quarantine-replay = Replay
quarantine-replayed = Replayed.
quarantine-preview = { $size }, tries: { $attempts }

## Inboxes
inboxes-none = No inbox yet. Add the first one: a number, a mailbox, or a chat on your site.
inboxes-add = Add an inbox
inboxes-add-of = Add an inbox: { $channel }
inboxes-which-channel = Where do people write to you?
inboxes-name-about = As colleagues see it.
inboxes-team = Team
inboxes-team-about = New cases come into its queue.
inboxes-secret-set = set; leave empty to keep it
inboxes-make-up = Make one up
inboxes-wrong-missing = This is needed.
inboxes-wrong-unfit = This does not look right.
inboxes-wrong-unknown = This channel has no such setting.
inboxes-saved = The inbox is saved. Check its connection.
inboxes-paused = Paused
inboxes-paused-about = Replies wait and no mailbox is read. What comes in by itself is kept.
inboxes-pause = Pause
inboxes-resume = Resume
inboxes-archived = { $n ->
    [one] { $n } archived inbox
   *[other] { $n } archived inboxes
}
inboxes-webhook-about = Copy the address to your provider, who calls it for every message.
inboxes-verify-token = Verify token
inboxes-check = Check connection
inboxes-checking = Checking…
health-shown = Last shown on a site
optional = optional
show = Show
hide = Hide
connection-provider = Provider
connection-outgoing = Outgoing mail
connection-incoming = Incoming mail
connection-site = Your site
connection-connected = works
connection-misconfigured = refuses us
connection-unavailable = no answer
connection-site-silent = shows no chat
connection-todo-provider = Compare number and token with what the provider shows, save, and check again.
connection-todo-mail = Compare server, user and password with your mail provider’s page; many want an app password.
connection-todo-site = Name your site under Web chat, paste the line into its pages, open one and open the chat there.
connection-todo-forbidden = This address may not be called. The operator of this server lists private hosts that may.
connection-todo-unavailable = Compare the address and the port, and check again in a minute. Nothing was changed.
trial-send = Send me a test
trial-to-email = Your e-mail address
trial-to-phone = Your number, with the country code
trial-about = It goes out as replies do. It becomes no case and no contact.
trial-do = Send
trial-sending = Sending…
trial-accepted = The provider has taken it for { $to }. Look there now.
trial-refused = Refused for { $to }
trial-misconfigured = The provider does not let this inbox send
trial-unavailable = It did not leave; try again in a minute
trial-unknown = Nobody knows whether it left; look at { $to }
trial-template = As the approved template “{ $template }”.
trial-windowed = { $channel } passes free text on only to numbers that wrote to this inbox within the last 24 hours. If nothing comes, write to it from your phone and try again.
history = History
reach-archive = Archive { $name }?
reach-tag-cases = { $n ->
    [one] { $n } open case carries it and keeps it. No other case can be given it.
   *[other] { $n } open cases carry it and keep it. No other case can be given it.
}
reach-tag-views = { $n ->
    [one] { $n } saved view asks for it and goes on finding what carries it.
   *[other] { $n } saved views ask for it and go on finding what carries it.
}
reach-inbox-cases = { $n ->
    [one] { $n } open case is of a contact who has written to this inbox. Archived, it takes in nothing more from them.
   *[other] { $n } open cases are of contacts who have written to this inbox. Archived, it takes in nothing more from them.
}
reach-move = { $n ->
    [one] New cases go to { $team }. { $n } open case of a contact who has written here stays where it is.
   *[other] New cases go to { $team }. { $n } open cases of contacts who have written here stay where they are.
}

## People
people-add = Invite a person
people-invite = Invite
people-name-about = Contacts see it so: in the chat, and in letters where the signature names the writer.
people-email-about = The invitation goes there; they choose a password of their own.
people-invited = Invited
people-invitation-over = Invitation ran out
people-until = until { $at }
people-invite-again = Invite again
people-reset = New password
people-revoke = Take back
people-heir = { $n ->
    [one] { $n } open case goes to
   *[other] { $n } open cases go to
}
people-heir-queue = the team’s queue
link = Link
link-title = Link for { $name }
link-about = This server sends no mail. Hand the link over yourself; it is shown this once.
link-until = It works once, until { $at }.
link-done = I have copied it
link-mailed = A link is on its way to { $address }.
link-revoked = The invitation is taken back.

## Business hours
admin-hours = Business hours
admin-hours-about = When time counts. A promise of two hours given at closing time ends the next morning; holidays count like nights.
hours-add = Add business hours
hours-edit = Change business hours
hours-none = No business hours yet.
hours-zone = Time zone
hours-week = Every week
hours-week-about = 00:00 at the end is midnight. A night is written as two days: until midnight, and from midnight on.
hours-closed = closed
hours-from = { $day }: from
hours-to = { $day }: to
hours-add-span = { $day }: add hours
hours-remove = { $day }: remove these hours
hours-like-monday = Until Friday the same
hours-unused = No team uses these hours.
hours-from-now = Counts for what comes in from now on. Deadlines that were given already stay as they are.
holidays = Holidays and special days
holidays-about = They replace the hours of their weekday.
holidays-first = Day
holidays-last = until (for several days)
holidays-add = Add as closed
holidays-paste = Paste a list or a calendar file
holidays-paste-about = One date or range in a line, or the whole of an .ics file of public holidays.
holidays-added = { $n ->
    [one] { $n } day added.
   *[other] { $n } days added.
}
holidays-none-coming = No special days to come.
holidays-coming = { $n ->
    [one] { $n } special day to come.
   *[other] { $n } special days to come.
}
holidays-past = { $n ->
    [one] Show { $n } day that is past
   *[other] Show { $n } days that are past
}
holidays-remove = { $day }: as usual
holidays-usual = As usual
holidays-unread = { $n ->
    [one] This line was not understood. Write its date like 2026-12-24.
   *[other] These { $n } lines were not understood. Write their dates like 2026-12-24.
}
outlook-open = Open now.
outlook-closed = Closed now, opens { $at }.
outlook-due = If somebody writes now, the first answer is due { $first }; to one who goes on, { $next }.

## Hours, what is wrong
hours-wrong-never = At least one day of the week has to be open.
hours-wrong-span = These hours overlap, or end before they begin.

## Tokens
admin-tokens = Programs
admin-tokens-about = Which programs may use this workspace by a token, and as whom. Ending a token locks its program out at once.
tokens-none = No program has a token. Whoever runs this server makes one with
tokens-what = For what
tokens-who = Acts as
tokens-revoke = End
tokens-revoked = The token is void.

admin-tags-about = Words by which cases are sorted. A tag that is no longer needed is archived: cases keep it, and nobody can give it any more.
admin-canned-about = Replies written beforehand. Agents type / at the start of a line to find one; what is in braces is filled in from the case.
canned-edit = Change the saved reply
canned-shortcut-about = One word. Typed after / in a reply, it finds these words.
canned-text = Words
canned-variables = Put in what is known of the case
canned-preview = How it will read
canned-sample-subject = Refund
tags-edit = Change the tag
color-slate = Grey
color-red = Red
color-amber = Amber
color-green = Green
color-teal = Teal
color-blue = Blue
color-violet = Violet
color-pink = Pink
canned-add = Add a saved reply
canned-title = Title
canned-shortcut = Shortcut
canned-who = Who sees it
canned-everybody = Everybody
canned-any-language = Any language
mail-quarantined = Came in, could not be read
mail-quarantined-kept = Kept as received
mail-quarantined-open = Open original
teams-signature = Signature of e-mails
teams-signature-about = Stands beneath every e-mail of this team. {"{agent}"} and {"{team}"} stand for the names.
teams-reminder = Reminder
teams-reminder-about = A contact who does not answer for a day is asked once more with these words. Empty: nothing is sent.
teams-farewell = Farewell
teams-farewell-about = Sent when a case ends because the contact did not answer for three days. Empty: nothing is sent.
admin-undelivered = Not delivered
admin-undelivered-about = Replies that did not arrive, or of which nobody knows. What is in doubt is never sent again by a machine.
undelivered-show = Show
undelivered-lost = Failed and in doubt
undelivered-failed = Failed
undelivered-unknown = In doubt
undelivered-queued = Waiting to leave
undelivered-none = Nothing is here. Every reply has arrived.
undelivered-case = Case
undelivered-said = Reply
undelivered-why = Why
undelivered-again-said = It is sent again.
role-admin = Administrator
role-agent = Agent
role-supervisor = Supervisor
