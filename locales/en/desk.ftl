# What agents work with beside cases.

## Tags
tags = Tags
tags-none = There are no tags yet. Supervisors and administrators add them under Administration.
tags-case-none = No tags.
tags-add = Add a tag
archived = Archived
offered = In use
archive = Archive
unarchive = Use again
state = State
done-tagged = Tags changed.
color = Colour

## Canned replies
canned = Saved replies
canned-none = No saved reply matches.
canned-empty = There are no saved replies yet.
holes-fill = Fill in before sending:
variable-contact-name = name of the contact
variable-contact-first-name = first name of the contact
variable-agent-name = your name
variable-agent-first-name = your first name
variable-case-number = number of the case
variable-case-subject = subject of the case
variable-team-name = name of the team
variable-workspace-name = name of the company
mention-list = Colleagues

## Two who write
collision-typing = { $name } is writing a reply. Your draft is safe.
collision-replied = { $name } replied after you began ({ $at }). Your draft is safe.
draft-elsewhere = You also wrote this at another device:
draft-use-other = Use that
draft-keep-mine = Keep mine

## Views, stars and mentions
views = Views
view-add = Save a view
view-empty = No case is in this view.
view-gone = This view no longer exists or is not shared with you.
channel = Channel
starred = Starred
starred-none = Nothing is starred. S stars a case, the star beside a message stars that message.
star = Star the case
star-message = Star this message
unstar = Take the star away
mention = Name a colleague (in a note)
mentions = Mentions
mentions-none = No colleague has named you in a note.
mentions-read-all = Mark all as seen

## Many cases at once
bulk = With the chosen cases
bulk-choose = Choose for one act on many
bulk-extend = Choose the next one too
bulk-is-chosen = chosen.
bulk-all = Choose all
bulk-none = Choose none
bulk-tag = Tag
bulk-park-reason = put aside together with others
bulk-chosen = { $n ->
    [one] { $n } chosen
   *[other] { $n } chosen
}
bulk-busy = { $done } of { $of }…
bulk-done = { $n ->
    [one] Done with { $n } case.
   *[other] Done with { $n } cases.
}
bulk-partly = Done with { $done }, not with { $failed }. { $why }
bulk-undone-partly = { $n ->
    [one] { $n } case could not be put back.
   *[other] { $n } cases could not be put back.
}

## Palette and notifications
palette = Go anywhere, do anything
inbox-trouble = { $name } has trouble.
notify-reply = new message
notify-mention = named you in a note
notify-assigned = is your case now
