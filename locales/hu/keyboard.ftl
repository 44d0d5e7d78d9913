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
move-change = Kié a lépés

# Channels whose names are words.
channel-webchat = Webes csevegés
channel-email = E-mail
channel-voice = Telefon
