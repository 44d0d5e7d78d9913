# Módosítható billentyűk, begépelt időpontok, és hogy kié a lépés.

keys-change = Billentyűk módosítása
keys-change-about = Válassz egy billentyűt, és nyomd meg az újat. A Backspace elveszi, az Esc meghagyja a régit.
keys-set = { $what }: billentyű módosítása
keys-press = Nyomj meg egyet
keys-none = nincs
keys-clash = { $key } már foglalt: { $what }. Nyomj meg egy másikat.
keys-reset = Eredeti billentyű vissza: { $what }
keys-reset-short = Vissza
keys-reset-all = Minden billentyű vissza
keys-extend-up = Az előző kijelölése is
keys-all = Az összes kijelölése
keys-context = Az ügyfélpanel részei
park-typed = Vagy írd be: péntek 9, holnap 10, 2 hét múlva
palette-park = Félretétel eddig: { $until }
move-change = Kié a lépés
move-title = Kié a lépés: #{ $number }?
move-about = Válaszd ki, ki lép. Számjegyekkel is lehet.
move-to-me = Az enyém: átveszem
move-to-us = Újra a miénk: a félretétel vége
move-to-contact = Az ügyfélé: nem kell válasz
move-without-promise = Ígéret nélkül: visszavonás
move-to-other = Egy kollégáé vagy csapaté…
move-to-later = Egyelőre senkié: félretétel…
move-to-nobody = Senkié: kész…

# Channels whose names are words.
channel-webchat = Webes csevegés
channel-email = E-mail
channel-voice = Telefon
