# What agents work with beside cases.

## Tags
tags = Tags
tags-title = Tags of #{ $number }
tags-filter = Find a tag
tags-none = There are no tags yet. Supervisors and administrators add them under Administration.
tags-no-match = No tag has this name.
tags-case-none = No tags.
tags-add = Add a tag
tags-edit = Change the tag
admin-tags-about = Words by which cases are sorted. A tag that is no longer needed is archived: cases keep it, and nobody can give it any more.
archived = Archived
offered = In use
archive = Archive
unarchive = Use again
state = State
done-tagged = Tags changed.
color = Colour
color-slate = Grey
color-red = Red
color-amber = Amber
color-green = Green
color-teal = Teal
color-blue = Blue
color-violet = Violet
color-pink = Pink

## Canned replies
canned = Saved replies
canned-none = No saved reply matches.
canned-add = Add a saved reply
canned-edit = Change the saved reply
canned-empty = There are no saved replies yet.
canned-title = Title
canned-shortcut = Shortcut
canned-shortcut-about = One word. Typed after / in a reply, it finds these words.
canned-text = Words
canned-who = Who sees it
canned-everybody = Everybody
canned-any-language = Any language
canned-variables = Put in what is known of the case
canned-preview = How it will read
canned-sample-subject = Refund
admin-canned-about = Replies written beforehand. Agents type / at the start of a line to find one; what is in braces is filled in from the case.
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
draft-elsewhere = You also wrote this at another device:
draft-use-other = Use that
draft-keep-mine = Keep mine

## Views, stars and mentions
views = Views
view-add = Save a view
view-edit = Change the view
view-delete = Delete
view-place = Cases in
place-open = All open cases
view-any = Any
view-me = Whoever looks
view-text = Subject or contact contains
view-starred = Only those I starred
view-shared = Everybody sees this view
view-empty = No case is in this view.
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
palette-label = A case number, a name, an act, a place
palette-search = Search everything for “{ $text }”
palette-contact = contact
palette-none = Nothing is called so.
palette-hint = > acts · @ people · # number
inbox-trouble = { $name } has trouble.
notify = Notifications
notify-about = They come while you look elsewhere. The title of the page counts what is due within the hour.
notify-allow = Allow notifications in this browser
notify-denied = This browser does not allow notifications from here; its own settings do.
notify-replies = A contact of mine writes
notify-mentions = A colleague names me
notify-assigns = A case is given to me
notify-sound = With a quiet sound
notify-quiet-from = Quiet from
notify-quiet-to = until
notify-reply = new message
notify-mention = named you in a note
notify-assigned = is your case now
