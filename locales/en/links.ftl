# In front of the workspace: one-time links, forgotten passwords.

## Links
join-title = Your place at { $workspace }
join-link = Your link
join = Set password and begin
join-until = This link works once, until { $at }.
join-void = This link is not good any more.
join-void-about = It was used, replaced, taken back, or is too old. Ask your administrator for another, or use “Forgotten your password?”.
reset-title = A new password
reset-save = Set password and sign in
forgotten-about = We mail you a link by which you choose a new one.
forgotten-send = Send me a link
forgotten-asked = If somebody here has this address, a link is on its way.
forgotten-asked-about = No mail after a few minutes? Ask your administrator for a link.
