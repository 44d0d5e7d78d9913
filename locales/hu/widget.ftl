# A csevegőablak a webhelyen, ahogy a kapcsolatok olvassák.

## A gomb és az ablak
launcher = Írjon nekünk
close-window = Csevegés bezárása
frame-title = Csevegés: { $name }
minimise = Bezárás
menu = Menü
back = Vissza a csevegéshez
log-label = Üzenetek
greeting = Üdvözöljük! Miben segíthetünk?
unread = { $n ->
    [one] { $n } új üzenet
   *[other] { $n } új üzenet
}
to-newest = A legújabb üzenethez
simulated = Szimuláció: semmi sem hagyja el ezt a gépet

## Mikor jön válasz
state-online = Itt vagyunk.
state-away = Most senki sincs a helyén.
state-closed = Most zárva vagyunk.
answer-soon = Néhány percen belül válaszolunk.
answer-today = Ma { $at }-ig válaszolunk.
answer-tomorrow = Holnap { $at }-ig válaszolunk.
answer-day = Válasz legkésőbb: { $at }.
answers-today = { $name } ma { $at }-ig válaszol.
answers-tomorrow = { $name } holnap { $at }-ig válaszol.
answers-day = { $name } eddig válaszol: { $at }.
close-mail = Ezt bezárhatja: a válasz ide is megérkezik: { $address }.
close-push = Ezt bezárhatja: értesítjük a válaszról.
answer-unknown = Bármikor írhat: minden üzenetre válaszolunk.
talking-with = Önnel beszél: { $name }
solved = Megoldódott, köszönöm
solved-thanks = Köszönjük. Írjon ide bármikor, ha újra szüksége van ránk.
typing = { $name } éppen ír…
typing-someone = Valaki éppen ír…

## Üzenetek
today = Ma
yesterday = Tegnap
you = Ön
system = Automatikus üzenet
sent = Elküldve
sending = Küldés…
queued = Küldésre vár
queued-many = Innen egyszerre túl sok érkezett. Ez kicsit később magától elmegy.
read = Elolvasva
not-sent = Nincs elküldve
edited = módosítva
removed = Ezt az üzenetet eltávolították.
on-channel = { $key ->
    [email] e-mailben
    [voice] telefonon
   *[other] csatorna: { $channel }
}
earlier = Korábbi üzenetek
earlier-failed = A korábbi üzenetek nem töltődtek be. Újra
actions = Válasz vagy reakció
reply = Válasz
remove = Törlés
react = Reakció: { $emoji }
reaction-off = Visszavonás: { $emoji }
replying = Válasz neki: { $name }
cancel-reply = Mégsem erre az üzenetre
send-again = Küldés újra
discard = Törlés
file-waits = ellenőrzés alatt
file-blocked = Ez a fájl nem fogadható el.

## Írás
write = Írjon üzenetet…
send = Küldés
attach = Fájl csatolása (legfeljebb { $size })
camera = Fénykép készítése
drop = Ide húzza a fájlokat
file-too-large = { $name } mérete { $size }. Egy fájl legfeljebb { $limit } lehet.
text-too-long = Egy üzenet legfeljebb { $limit } karakter lehet; ez { $n }.
file-empty = A(z) { $name } fájl üres.
file-too-many = { $n ->
    [one] Egy üzenetben legfeljebb { $n } fájl lehet.
   *[other] Egy üzenetben legfeljebb { $n } fájl lehet.
}
file-failed = Nem sikerült feltölteni: { $name }.
file-remove = Eltávolítás: { $name }
uploading = Feltöltés: { $name }

## Ha valami útban van
offline = Nincs hálózat. Amit ír, megőrizzük és később elküldjük.
waiting = { $n ->
    [one] { $n } üzenet vár.
   *[other] { $n } üzenet vár.
}
reconnecting = Újrakapcsolódás…
refused-origin = Ez a csevegés ezen az oldalon nem jeleníthető meg.
refused-verified = Kérjük, jelentkezzen be ezen az oldalon, hogy írhasson nekünk.
refused-missing = Ez a csevegés nem érhető el.
refused-other = A csevegés most nem érhető el.
went-wrong = Nem sikerült. Kérjük, próbálja újra.
too-many = Ez egyszerre túl sok volt. Kérjük, várjon egy percet.

## Hová jöjjön a válasz
leave-title = Nem kell itt várnia
leave-about = Adjon meg egy e-mail-címet, és a válasz oda is megérkezik, vagy egy telefonszámot, és felhívhatjuk.
leave-about-us = Adjon meg egy e-mail-címet vagy telefonszámot, hogy elérhessük.
leave-address = E-mail vagy telefon
leave-save = Mentés
leave-later = Most nem
leave-push = Értesítést kérek
leave-done = Köszönjük. A válasz ide is megérkezik: { $address }
leave-noted = Köszönjük. Itt elérjük Önt: { $address }
leave-wrong = Adjon meg egy e-mail-címet vagy egy telefonszámot országhívóval.

## Menü
details = Az Ön adatai
name = Név
email = E-mail
phone = Telefon
save = Mentés
saved = Mentve.
email-confirmed = Megerősítve
email-claimed = Nincs megerősítve
confirm-send = Kód küldése a megerősítéshez
confirm-about = Hat számjegyet küldtünk ide: { $email }.
confirm-code = Kód
confirm-again = Új kód küldése
confirm = Megerősítés
confirm-wrong = Ez a kód nem jó.
confirm-expired = Ez a kód lejárt. Kérjen újat.
confirm-done = Megerősítve. Mindent lát, amit erről a címről írtak.
mail-missing = Az e-mail itt nincs beállítva.
notify-title = Értesítések
notify-on = Az értesítések be vannak kapcsolva.
notify-ask = Szóljanak, ha válasz jött
notify-window = Külön ablakban nyílik meg, ahol a böngésző megkérdezheti Önt.
notify-refused = A böngészője itt nem enged értesítéseket.
sound = Hang új válasznál
language = Nyelv
open-window = Megnyitás ablakban
transcript = Másolat mentése
transcript-name = cseveges
link = Folytatás másik eszközön
link-about = E-mailben küldünk egy linket, amely egyszer működik.
link-sent = A link úton van ide: { $email }.
sign-out = Kijelentkezés
sign-out-about = A következő ember ennél az eszköznél nem lát semmit.
delete = Adataim törlése
delete-about = Minden, ami itt elhangzott, véglegesen törlődik azzal együtt, amit Önről tudunk. Ez nem vonható vissza.
delete-sure = Igen, mindent töröljenek
delete-done = Az adatait töröltük.
cancel = Mégse

## Egyszer használható link
link-welcome = { $name }: válasz érkezett Önnek
link-open = A beszélgetés megnyitása
link-used = Ezt a linket már felhasználták, vagy lejárt. Itt továbbra is írhat.
link-renew = Kérek egy újat
link-renewed = Az új hivatkozást elküldtük arra a címre, ahová ez érkezett.
push-body = Új válasz érkezett Önnek.

## Egy cím megerősítésének kérése
ask-about = Innen írt nekünk? Akkor erősítse meg, hogy ez az Öné.
ask-yes = Igen, én vagyok
ask-not = Ha nem Ön írt nekünk, zárja be ezt az oldalt. Akkor nem történik semmi.
ask-done = Köszönjük, megerősítve. Bezárhatja ezt az oldalt, és ott folytathatja, ahol írt nekünk.
ask-void = Ezt a hivatkozást már felhasználták, vagy lejárt. Kérjen újat ott, ahol írt nekünk.

## The preview for administrators
preview-question = Van még kék teáskanna?
preview-answer = Igen, három is.
