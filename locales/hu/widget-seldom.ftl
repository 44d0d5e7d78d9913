# Amit a csevegőablak ritkán mond: nem töltődik be azonnal.

## Mit lehet tenni egy üzenettel
reply = Válasz
remove = Törlés
remove-about = Törli ezt az üzenetet mindkét oldalon? Ez nem vonható vissza.
react = Reakció: { $emoji }
reaction-off = Visszavonás: { $emoji }

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

## Ahol semmi sem őrizhető meg
keep-title = Ez a böngésző nem őrzi meg a csevegést
keep-about = Nem engedi, hogy ez a webhely bármit tároljon. Ha bezárja vagy újratölti az oldalt, a beszélgetés már nem lesz itt. Az e-mailben kapott linkkel újra megtalálja, a válasszal együtt.
keep-about-copy = Nem engedi, hogy ez a webhely bármit tároljon. Ha bezárja vagy újratölti az oldalt, a beszélgetés már nem lesz itt. Mentsen másolatot, ha szüksége van rá.
keep-send = Küldjenek linket ehhez a beszélgetéshez
keep-wrong = Adjon meg egy e-mail-címet.

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
