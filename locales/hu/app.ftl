# Az ügyintéző munkafelülete.

## Helyek
place-mine = Rajtam a sor
place-team = Csapat sora
place-waiting = Várunk
place-parked = Félretéve
place-resolved = Lezárva
nav-label = Helyek
nav-me = Én
skip = Ugrás az ügyhöz
simulated = Szimuláció: semmi nem hagyja el ezt a gépet

## A lista csoportjai
group-over = Lejárt
group-hour = Egy órán belül
group-today = Ma később
group-tomorrow = Holnap
group-later = Később
group-contacts = Ügyfelek
group-colleagues = Munkatársak
group-bots = Botok
group-others = Egyéb
group-this-day = Ma
group-day = { $day }

## A lista
list-order = A lista sorrendje
order-due = Legközelebbi határidő
order-waiting = Legrégebben vár
order-latest = Legutóbbi üzenet
list-summary = { $over ->
    [0] { $hour } egy órán belül
   *[other] { $hour ->
        [0] { $over } lejárt
       *[other] { $over } lejárt, { $hour } egy órán belül
    }
}
list-moved = { $n ->
    [one] { $n } sor elmozdulna.
   *[other] { $n } sor elmozdulna.
}
list-update = Frissítés
list-failed = A lista nem töltődött be.
empty-mine = Most nem rajtad a sor. { $waiting ->
    [0] Másra sem várunk.
    [one] { $waiting } ügy másokra vár.
   *[other] { $waiting } ügy másokra vár.
}
empty-take = Átvétel innen: { $team } ({ $n })
empty-take-any = A következő átvétele a sorokból ({ $n })
empty-back = A következő visszatér: { $at }.
empty-team = A sor üres.
empty-waiting = Senkire nem várunk.
empty-parked = Nincs félretett ügy.
empty-resolved = Még nincs lezárt ügy.
no-case-counts = { $mine ->
    [0] Most nem rajtad a sor.
    [one] { $mine } ügyben rajtad a sor, ebből egy órán belül vagy lejárt: { $hour }.
   *[other] { $mine } ügyben rajtad a sor, ebből egy órán belül vagy lejárt: { $hour }.
}
no-case-hint = Válassz ügyet, vagy nyomd meg:
no-subject = Nincs tárgy
row-you = Te:
row-draft = Piszkozat:
row-note = Jegyzet:
row-no-text = Nincs szöveg
row-unread = Olvasatlan.
chip-not-delivered = Nem kézbesíthető
chip-back = Visszatért
chip-typing = ír: { $name }

## Határidők
due-by = határidő { $at }
due-until = eddig: { $at }
due-next = legközelebb { $at }
due-at = { $at }
due-over = { $span } késés

## Kin a sor
holder-me = Rajtad a sor
holder-agent = Soron: { $name }
holder-team = A csapaton a sor
holder-contact = Soron: { $name }
holder-department = Munkatársakra várunk
holder-timer = Félretéve eddig: { $until }
holder-back = Visszatért
holder-bot = Bot válaszol
holder-done = Lezárva
move-answer = válasz eddig: { $at }
move-acknowledge = első szó eddig: { $at }
move-finish = befejezés eddig: { $at }
move-promise = válasz megígérve eddig: { $at }
move-delivery = a válasz nem ért célba; küldd másképp eddig: { $at }
move-consult-answered = a munkatársak válaszoltak; írj eddig: { $at }
move-team = { $team }, válasz eddig: { $at }
move-shared = az egész csapatnak nyitott ({ $team }), válasz eddig: { $at }
move-nudge = emlékeztető { $at }
move-close = lezárul { $at }
move-nudge-close = kérdés: { $asked }, emlékeztető: { $at }, lezárul: { $end }
move-department = határidő { $at }
move-parked = { $reason }
move-woken = ellenőrizni: { $reason }
move-done = { $at }, { $outcome ->
    [solved] megoldva
    [unsolved] nincs megoldva
    [withdrawn] visszavonva
    [duplicate] ismétlődés
    [spam] spam
    [no_reply] nem jött válasz
   *[other] { $outcome }
}
move-left = (még { $span })
move-over = ({ $span } késés)
move-waited = vár: { $span }
move-deadlines = Határidők

## A nyitott ügy
case-header = Ügy
case-missing = Nincs ilyen ügy, vagy nem láthatod.
case-failed = Az ügy nem töltődött be.
case-back = Vissza: Rajtam a sor
case-state-open = nyitott
case-state-done = lezárva { $at }
owner-you = te
owner-none = még senki
presence-viewing = nézi: { $name }
presence-typing = választ ír: { $name }
done-parked = Félretéve eddig: { $until }.
done-woken = Felébresztve: rajtad a sor.
done-resolved = #{ $number } lezárva: { $outcome }.
done-reopened = Újranyitva.
done-promise-taken-back = Az ígéret vissza van vonva.
done-no-reply = Nem kell válasz: az ügyfélen a sor.
done-assigned = Kiosztva: { $name }.
done-taken = Mostantól a tiéd.

## A beszélgetés
timeline-label = Beszélgetés: { $name }
timeline-empty = Még nincs üzenet.
timeline-failed = A beszélgetés nem töltődött be.
timeline-older-failed = A régebbi üzenetek nem töltődtek be.
timeline-newer = Újabbak betöltése
timeline-to-end = A legújabbhoz
timeline-new = { $n ->
    [one] { $n } új üzenet
   *[other] { $n } új üzenet
}
timeline-arrived = { $n ->
    [one] { $n } új üzenet: { $name }
   *[other] { $n } új üzenet: { $name }
}
timeline-channel = Itt folytatódik: { $channel }
timeline-this-case = Ez az ügy: { $label }
timeline-other-case = { $state ->
    [open] Másik nyitott ügy: { $label } #{ $number }
   *[other] Korábbi ügy: { $label } #{ $number }, lezárva
}
timeline-no-case = Ügyön kívül
message-label-in = Üzenet: { $name }, { $at }
message-label-out = Válasz: { $name }, { $at }
message-label-pending = Küldés alatt álló válasz
message-no-text = Nincs szöveg
message-deleted = Az ügyfél törölte.
message-edited = módosítva
message-holding = időpontot ígér
message-quote = Az üzenet idézése
message-reaction = tőle: { $name }
message-not-sent = Nem ment el: { $reason }
message-send-again = Küldés újra
message-edit = Javítás és küldés
message-edit-files = A szöveg visszakerült a válaszmezőbe. Nem sikerült minden fájlt lemásolni: csatold, ami hiányzik.
reason-unknown = a szolgáltató nem mondott okot.
note-head = Jegyzet, csak a csapatnak · { $name }
note-label = Csapatjegyzet: { $name }, { $at }
attachment-picture = Kép: { $name }
attachment-download = Letöltés: { $name }
attachment-failed = Nem sikerült lekérni
attachment-pending = Lekérés…
attachment-remove = Eltávolítás: { $name }
attachment-uploading = Feltöltés: { $name }
attachment-cancel = Megszakítás: { $name }
content-location = Hely
content-contact = Névjegy
content-choice = Választás
content-template = Sablon: { $name }
content-unsupported = Ez az üzenet itt nem mutatható meg.
content-unsupported-about = Fajtája: { $kind }. Az ügyfél telefonján megvan.

## Események
event-case-opened = { $by ->
    [person] Ügy megnyitva: { $actor }
   *[system] Ügy megnyitva
}
event-case-resolved = { $by ->
    [contact] Az ügyet az ügyfél zárta le
    [person] Ügy lezárva: { $actor }
   *[system] Az ügy magától lezárult
}, { $outcome ->
    [solved] megoldva
    [unsolved] nincs megoldva
    [withdrawn] visszavonva
    [duplicate] ismétlődés
    [spam] spam
    [no_reply] nem jött válasz
   *[other] { $outcome }
}
event-case-reopened = { $by ->
    [person] Újranyitva: { $actor }
   *[system] Újranyílt: az ügyfél írt
}
event-case-parked = { $by ->
    [person] Félretéve eddig: { $until } ({ $actor })
   *[system] Félretéve eddig: { $until }
}. { $reason }
event-case-woken = { $cause ->
    [timer] Visszatért, ellenőrizni: { $reason }
    [contact] Visszatért: az ügyfél írt
   *[other] Felébresztve: { $reason }
}
event-case-assigned = { $by ->
    [person] Kiosztás: { $actor } → { $to }
   *[system] Kiosztva: { $to }
}
event-case-taken = Elvállalta: { $actor }
event-promise-made = { $by ->
    [person] Válasz megígérve eddig: { $until } ({ $actor })
   *[system] Válasz megígérve eddig: { $until }
}
event-promise-withdrawn = Az ígéretet visszavonták
event-promise-near = Közeleg az ígért időpont: { $until }
event-no-reply-needed = { $by ->
    [person] Nem kell válasz: { $actor }
   *[system] Nem kell válasz
}
event-reply-undone = { $by ->
    [person] Visszavont válasz: { $actor }
   *[system] Egy választ visszavontak
}
event-delivery-failed = Nem kézbesíthető: { $reason }
event-reply-lost = Egy választ nem sikerült kézbesíteni
event-nudged = Emlékeztető elküldve
event-subject-changed = { $by ->
    [person] Új tárgy ({ $actor }): { $subject }
   *[system] Tárgy: { $subject }
}
event-identity-changed = Az ügyfél címe megváltozott
event-opted-out = { $scope ->
    [marketing] Az ügyfél nem kér több reklámot ezen a csatornán
   *[everything] Az ügyfél nem kér több üzenetet ezen a csatornán
}
event-opted-in = { $scope ->
    [marketing] Az ügyfél újra kér reklámot ezen a csatornán
   *[everything] Az ügyfél újra kér üzenetet ezen a csatornán
}
event-consult-opened = Kérdés ment a munkatársakhoz
event-consult-closed = A munkatársaknak szóló kérdés lezárult
event-consult-redirected = A kérdés más munkatársakhoz került
event-other = { $name }

## Írás
composer-reply = Válasz
composer-note = Jegyzet, csak a csapatnak
composer-mode = Válasz vagy jegyzet
mode-reply = Válasz
mode-note = Jegyzet
mode-note-on = JEGYZET: csapatnak
reply-placeholder = Írj választ: { $name }…
note-placeholder = Ezt csak a csapatod látja…
note-who = az ügyfél sosem látja
note-add = Jegyzet mentése
note-no-files = A jegyzet csak szöveg lehet. Semmi nem lett csatolva.
attach = Fájlok csatolása
quote-remove = Idézet nélkül
send-and-park = Küldés, félretevés
send-and-done = Küldés, lezárás
send-queue = Sorba
send-more = Küldés módja
undo-queued = Kapcsolatra vár
undo-sending = Küldés { $n } mp múlva
undo-sending-to = { $name }: küldés { $n } mp múlva
undo-too-late = Már elment, nem vonható vissza.
undo-failed = Nem sikerült visszavonni. Nézd meg, elment-e.
offline-waiting = { $n ->
    [one] Nincs kapcsolat. { $n } üzenet elmegy, amint újra van.
   *[other] Nincs kapcsolat. { $n } üzenet elmegy, amint újra van.
}
target-title = Válasz itt
target-change = Válasz itt: { $line }. Módosítás
target-none = Nincs csatorna a válaszhoz
target-moved = { $name } most itt ír: { $to }. A válaszod ezen megy: { $chosen }.
target-stay = Maradjon: { $channel }
target-now = A válasz ezen megy: { $line }
target-waits = most nincs kapcsolat, az üzenet vár
target-unconfirmed = a cím nincs megerősítve
target-read = utoljára { $ago } olvasta
window-open = ablak: { $span }
window-closed = csak sablon
blocked-window = { $name } régóta nem írt, ezért a { $channel } most csak jóváhagyott sablont fogad. Az első üzenete után újra lehet szabadon írni.
blocked-reason = { $channel } nem használható: { $reason }.
blocked-other = Válasz itt: { $channel }
blocked-note = Jegyzet írása
blocked-done = Ez az ügy le van zárva. Az íráshoz nyisd újra. Címzett: { $name }.
blocked-kept = Amit írtál, megmaradt.
template-choose = Sablon választása
promise-add = Időpont ígérete
promise-by = Válasz megígérve eddig
promise-hint = Köztes válaszként megy: a válasszal tartozunk, az időpontot tartjuk.
promise-remove = Ígéret nélkül
conflict-newer = Újabb válasz érkezett { $span } óta, miután elkezdted: { $name }. A tiéd nem ment el.
conflict-show = Mutasd azt a választ
conflict-send = Küldés mégis
conflict-keep = Maradjon piszkozat
a-colleague = Egy munkatárs

## Félretevés
park-readable = { $until }
park-wrong-time = Válassz jövőbeli időpontot.
wake-in-hours = { $n ->
    [one] { $n } óra múlva
   *[other] { $n } óra múlva
}
wake-afternoon = Ma délután
wake-tomorrow = Holnap
wake-in-days = { $n } nap múlva
wake-monday = Hétfőn
wake-in-weeks = { $n } hét múlva

## Kiosztás, lezárás
assign-team = Csapat sora
assign-changed = Közben megváltozott: most itt van: { $name }.
assign-changed-at = Közben megváltozott: { $at } óta itt van: { $name }.
assign-anyway = Kiosztás mégis

## Az ügyfélről
context-label = Az ügyfélről
context-show = Ügyfél és ügy
context-case = Ügy #{ $number }
context-others = Más ügyek
context-no-others = Ez az első.
contact-name = Az ügyfél neve
contact-rename = Név módosítása
contact-since = Ismerjük: { $date } óta
subject-change = Tárgy módosítása
fact-opened = Megnyitva
fact-team = Csapat
fact-owner = Gazdája
fact-answer = Válasz határideje
fact-promise = Megígérve
fact-outcome = Eredmény
assurance-confirmed = Igazolt
assurance-confirmed-about = bizonyítottan ő az
assurance-likely = Valószínű
assurance-likely-about = erről a címről ír, kiléte nincs bizonyítva
assurance-none = Azonosítatlan
assurance-none-about = semmi sem mondja, ki ez
search-more = Továbbiak

## Be- és kijelentkezés
sign-in-title = Bejelentkezés
sign-in-wrong = Hibás e-mail vagy jelszó.
over-title = Jelentkezz be újra
over-about = A munkamenet véget ért. A piszkozataid megvannak.
sign-out-title = Kijelentkezel, és ezeket itt hagyod?
sign-out-about = Elküldetlen: { $unsent }. Piszkozat: { $drafts }. Kijelentkezéskor törlődnek erről a gépről.
sign-out-stay = Maradok
sign-out-anyway = Törlés és kilépés
unreachable-title = A Clew nem válaszol
unreachable-about = A szerver nem érhető el. A piszkozataid megvannak ezen a gépen.
version-ready = Elkészült egy új változat.
version-reload = Újratöltés most
reconnecting = Újracsatlakozás.
reconnecting-showing = Újracsatlakozás. Állapot: { $at }.

## Én
me-menu = Elérhetőség és kijelentkezés:
availability-title = Új ügyek
availability-available = Fogadok ügyeket
availability-away = Távol

## Beállítások
settings-look = Megjelenés
settings-keys = Billentyűk
settings-password = Jelszó
theme = Téma
theme-system = Mint a rendszer
theme-light = Világos
theme-dark = Sötét
density = Sorok
density-comfortable = Kényelmes
density-compact = Tömör
single-keys = Egybetűs billentyűk
single-keys-about = Egy betű a szövegmezőkön kívül hat.
password-current = Mostani jelszó
password-new = Új jelszó
password-hint = Legalább 10 karakter.
password-change = Jelszó módosítása
password-changed = A jelszó megváltozott. Jelentkezz be az újjal.

## Billentyűk
keys-title = Billentyűk
keys-show = Minden billentyű
keys-anywhere = Bárhol
keys-list = Lista
keys-case = Ügy
keys-composer = Írás
keys-search = Keresés
keys-help = Ez a lap
keys-undo = Utolsó művelet visszavonása
keys-fold-list = Lista összecsukása
keys-fold-context = Ügyfél összecsukása
keys-pane = Következő rész
keys-next = Következő ügy
keys-previous = Előző ügy
keys-move = Mozgás a listában
keys-open = Megnyitás
keys-done-next = Kész, és a következő
keys-leave = Kilépés az ügyből
keys-main = A fő gomb
keys-bold = Félkövér
keys-italic = Dőlt
keys-escape = Kilépés a mezőből, a piszkozat marad

## Adminisztráció
admin = Adminisztráció
admin-people = Emberek
admin-teams = Csapatok
admin-inboxes = Fiókok
forgotten = Elfelejtetted a jelszavad?
