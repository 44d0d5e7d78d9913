# A szerver és minden képernyő közös szavai.

## Időtartamok
span-minutes = { $n } perc
span-hours = { $n } óra
span-days = { $n ->
    [one] { $n } nap
   *[other] { $n } nap
}

## Műveletek
assign = Kiosztás
back = Vissza
cancel = Mégse
close = Bezárás
copy = Másolás
copied = Másolva.
details = Részletek
dismiss = Elrejtés
edit = Módosítás
loading = Betöltés…
more = Továbbiak
never = soha
no-reply-needed = Nem kell válasz
park = Félreteszem
reopen = Újranyitás
resolve = Kész
save = Mentés
search = Keresés
send = Küldés
settings = Beállítások
sign-in = Bejelentkezés
sign-out = Kijelentkezés
take = Elvállalom
try-again = Újra
undo = Visszavonás
wake = Ébresztés most

## Emberek és dolgok
email = E-mail
language = Nyelv
name = Név
person-name = Név
password = Jelszó
role = Szerep
subject = Tárgy
teams = Csapatok
workspace = Munkaterület

## Hogyan zárult az ügy
outcome-solved = Megoldva
outcome-unsolved = Nincs megoldva
outcome-withdrawn = Visszavonva
outcome-duplicate = Ismétlődés
outcome-spam = Spam
outcome-no-reply = Nem jött válasz

## Úton lévő üzenet
delivery-queued = Várakozik
delivery-sending = Küldés alatt
delivery-sent = Elküldve
delivery-delivered = Kézbesítve
delivery-read = Elolvasva
delivery-failed = Nem kézbesíthető
delivery-unknown = Nem tudni, megérkezett-e
delivery-cancelled = Visszavonva
delivery-not-sent = Nem ment el
delivery-offline = Elmegy, amint újra van kapcsolat

## Miért nem lehet
refusal-unknown = Nem sikerült. Semmi nem változott.
refusal-unreachable = Nincs kapcsolat. Semmi nem változott.

## Miért nem használható egy csatorna
cannot-address-failed = erre a címre már semmi nem érkezik meg; próbáld ki a sikertelen üzenet újraküldésével
cannot-attachment-size = a fájl túl nagy ehhez a csatornához
cannot-attachments = ez a csatorna nem fogad fájlt
cannot-attachments-size = a fájlok együtt túl nagyok ehhez a csatornához
cannot-choices = ez a csatorna kevesebb választási lehetőséget fogad
cannot-disabled = a fiók ki van kapcsolva
cannot-empty = nincs mit elküldeni
cannot-gone = ez a fiók vagy a csatornája már nincs itt
cannot-marketing = az ügyfél itt nem kér reklámot
cannot-no-address = nincs ismert cím
cannot-opted-out = az ügyfél itt nem kér üzenetet; válaszolni akkor lehet, ha újra ír ide
cannot-other = most nem használható
cannot-quota = a válaszok elfogytak, amíg az ügyfél nem ír
cannot-template = a szolgáltatónál már nincs ilyen jóváhagyott sablon
cannot-window = csak sablon, amíg az ügyfél nem ír
