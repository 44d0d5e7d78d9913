# The administration; read by those who come to it.

admin-people-about = Who works here, in which teams, and what they may do.
admin-teams-about = A team shares one queue and one promise of how soon it answers.
admin-inboxes-about = Each inbox is one number or mailbox. Its health is what the provider last said.
admin-quarantine = Quarantine
admin-quarantine-about = What came in and could not be read is kept as received. Replay it when the cause is gone.
people-add = Add a person
people-edit = Change a person
people-now = Now
people-disable = May not sign in
people-disabled = Switched off
people-new-password = New password
people-password-keep = Leave empty to keep the old one.
teams-add = Add a team
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
inboxes-busy = { $n ->
    [one] { $n } reply still waits in this inbox. Let it leave first, or pause the inbox.
   *[other] { $n } replies still wait in this inbox. Let them leave first, or pause the inbox.
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
connection-todo-provider = Compare number and token with what the provider shows, save, and check again.
connection-todo-mail = Compare server, user and password with your mail provider’s page; many want an app password.
connection-todo-site = Name your site under Web chat, paste the line into its pages, open one and open the chat there.
connection-todo-forbidden = This address may not be called. The operator of this server lists private hosts that may.
connection-todo-unavailable = Compare the address and the port, and check again in a minute. Nothing was changed.
