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

## The preview for administrators
preview-question = Van még kék teáskanna?
preview-answer = Igen, három is.
