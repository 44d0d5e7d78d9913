# Módosítható billentyűk, begépelt időpontok, és hogy kié a lépés.

keys-change = Billentyűk módosítása
keys-change-about = Válasszon egy billentyűt, és nyomja meg az újat. A Backspace elveszi, az Esc meghagyja a régit.
keys-set = { $what }: billentyű módosítása
keys-press = Nyomjon meg egyet
keys-none = nincs
keys-clash = { $key } már foglalt: { $what }. Nyomjon meg egy másikat.
keys-reset = Eredeti billentyű vissza: { $what }
keys-reset-short = Vissza
keys-reset-all = Minden billentyű vissza
keys-extend-up = Az előző kijelölése is
keys-all = Az összes kijelölése
keys-context = Az ügyfélpanel részei
park-typed = Vagy írja be: péntek 9, holnap 10, 2 hét múlva
palette-park = Félretétel eddig: { $until }
move-change = Kié a lépés
move-title = Kié a lépés a(z) { $number }. számú ügyben?
move-about = Válassza ki, ki lép. Számjegyekkel is lehet.
move-to-me = Az enyém: átveszem
move-to-us = Újra a miénk: a félretétel vége
move-to-contact = Az ügyfélé: nem kell válasz
move-to-other = Egy kollégáé vagy csapaté…
move-to-later = Egyelőre senkié: félretétel…
move-to-nobody = Senkié: kész…

# Channels whose names are words.
channel-webchat = Webes csevegés
channel-email = E-mail
channel-voice = Telefon
