# What the settings say of notifications.

notify = Notifications
notify-about = They come while you look elsewhere. The title of the page counts what is due within the hour.
notify-allow = Allow notifications in this browser
notify-denied = This browser does not allow notifications from here; its own settings do.
notify-replies = A contact of mine writes
notify-mentions = A colleague names me
notify-assigns = A case is given to me
notify-sound = With a sound
notify-play = Hear the sound
notify-quiet-from = Quiet from
notify-quiet-to = until
