event-contacts-merged = { $who } ugyanaz a személy: mostantól egy ügyfél
event-contacts-parted = Újra két ügyfél: nem ugyanaz a személy
contact-page = Az ügyfél oldala
