# The contact is in the web chat of a site just now.
guest-online = Most a csevegésben van
guest-typing = Ír…
guest-away-mailed = most nincs itt, e-mailben is megkapja
guest-away-pushed = most nincs itt, értesítést kap
guest-away-waits = most nincs itt, a válasz megvárja
# Hogyan jutott el a válasz ahhoz, aki már nincs a csevegésben.
reached-pushed = értesítés elküldve
reached-mailed = e-mailben is elküldve, mert már nincs itt
reached-waits = vár: nem hagyott címet
reached-failed = nem sikerült e-mailben elküldeni; a csevegésben vár
event-contact-erased = Az ügyfél töröltette az adatait
event-identity-proven = Az ügyfél igazolta ezt a címet: { $address }
# A csevegés látogatója, aki nem adta meg a nevét.
visitor-nameless = { $code } látogató
