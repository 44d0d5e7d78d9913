# The administration; read by those who come to it.

admin-people-about = Ki dolgozik itt, melyik csapatban, és mit tehet.
admin-teams-about = Egy csapatnak közös a sora és közös az ígérete, milyen gyorsan válaszol.
admin-inboxes-about = Egy fiók egy szám vagy egy postafiók. Állapota az, amit a szolgáltató utoljára mondott.
admin-quarantine = Karantén
admin-quarantine-about = Ami olvashatatlan, itt marad úgy, ahogy jött. Játszd le újra, ha az ok megszűnt.
people-edit = Adatok módosítása
people-now = Most
people-disable = Nem jelentkezhet be
people-disabled = Kikapcsolva
teams-add = Új csapat
teams-taken = Egy másik csapatnak már ez a neve.
teams-edit = Csapat módosítása
teams-first = Első válasz
teams-next = További válaszok
teams-first-minutes = Első válasz, perc
teams-next-minutes = További válaszok, perc
teams-minutes-about = A csapat munkaidejében számolva.
teams-members = Emberek
teams-nobody = még senki
inboxes-no-team = nincs csapata
inboxes-webhook = Webhook
health-green = Működik
health-amber = Figyelmet kér
health-red = Nem működik
health-received = Utoljára érkezett
health-sent = Utoljára küldve
health-error = Utolsó hiba
health-queued = Küldésre vár
quarantine-none = Semmi nincs visszatartva. Minden olvasható volt, ami jött.
quarantine-received = Érkezett
quarantine-inbox = Fiók
quarantine-reason = Miért
quarantine-replay = Lejátszás újra
quarantine-replayed = Újra lejátszva.
quarantine-preview = { $size }, próbálkozás: { $attempts }

## Inboxes
inboxes-none = Még nincs fiók. Add hozzá az elsőt: egy számot, postafiókot vagy csevegést a webhelyeden.
inboxes-add = Fiók hozzáadása
inboxes-add-of = Fiók hozzáadása: { $channel }
inboxes-which-channel = Hol írnak nektek?
inboxes-name-about = Így látják a munkatársak.
inboxes-team = Csapat
inboxes-team-about = Az ő sorába kerülnek az új ügyek.
inboxes-secret-set = beállítva; üresen hagyva marad
inboxes-make-up = Kitalálás
inboxes-wrong-missing = Ezt ki kell tölteni.
inboxes-wrong-unfit = Ez nem tűnik helyesnek.
inboxes-wrong-unknown = Ennek a csatornának nincs ilyen beállítása.
inboxes-saved = A fiók mentve. Ellenőrizd, hogy működik-e a kapcsolat.
inboxes-paused = Szünetel
inboxes-paused-about = A válaszok várnak, a postafiókot nem olvassuk. Ami magától jön, azt megőrizzük.
inboxes-pause = Szüneteltetés
inboxes-resume = Folytatás
inboxes-archived = { $n ->
    [one] { $n } archivált fiók
   *[other] { $n } archivált fiók
}
inboxes-webhook-about = Másold a címet a szolgáltatóhoz; minden üzenetnél ezt hívja.
inboxes-verify-token = Ellenőrző token
inboxes-check = Kapcsolat ellenőrzése
inboxes-checking = Ellenőrzés…
health-shown = Utoljára webhelyen
optional = nem kötelező
show = Megjelenítés
hide = Elrejtés
connection-provider = Szolgáltató
connection-outgoing = Kimenő levelek
connection-incoming = Bejövő levelek
connection-site = A webhelyed
connection-connected = működik
connection-misconfigured = elutasít minket
connection-unavailable = nincs válasz
connection-site-silent = nem mutatja a csevegést
connection-todo-provider = Vesd össze a számot és a tokent a szolgáltatónál láthatókkal, mentsd, majd ellenőrizd újra.
connection-todo-mail = Vesd össze a kiszolgálót, felhasználót és jelszót a levelezőszolgáltató oldalával; sokan alkalmazásjelszót kérnek.
connection-todo-site = Add meg a webhelyet a Csevegés oldalon, illeszd be a sort, nyiss meg egy oldalt és rajta a csevegést.
connection-todo-forbidden = Ez a cím nem hívható. Az engedélyezett belső gépeket a kiszolgáló üzemeltetője adja meg.
connection-todo-unavailable = Ellenőrizd a címet és a portot, majd próbáld újra egy perc múlva. Semmi sem változott.
trial-send = Küldj nekem próbát
trial-to-email = Az e-mail-címed
trial-to-phone = A számod országhívóval
trial-about = Ugyanúgy megy ki, mint a válaszok. Sem ügy, sem kapcsolat nem lesz belőle.
trial-do = Küldés
trial-sending = Küldés…
trial-accepted = A szolgáltató átvette, címzett: { $to }. Nézd meg ott most.
trial-refused = Elutasítva, címzett: { $to }
trial-misconfigured = A szolgáltató nem engedi, hogy ez a fiók küldjön
trial-unavailable = Nem ment el; próbáld újra egy perc múlva
trial-unknown = Nem tudni, elment-e; nézd meg itt: { $to }
trial-template = Jóváhagyott sablonként: „{ $template }”.
trial-windowed = A(z) { $channel } szabad szöveget csak olyan számra kézbesít, amelyről az elmúlt 24 órában írtak ennek a fióknak. Ha nem jön semmi, írj neki a telefonodról, és próbáld újra.
history = Előzmények
reach-archive = Archiválod? { $name }
reach-tag-cases = { $n ->
    [one] { $n } nyitott ügyön rajta van, és rajta is marad. Más ügyre már nem tehető.
   *[other] { $n } nyitott ügyön rajta van, és rajta is marad. Más ügyre már nem tehető.
}
reach-tag-views = { $n ->
    [one] { $n } mentett nézet keresi, és továbbra is megtalálja, amin rajta van.
   *[other] { $n } mentett nézet keresi, és továbbra is megtalálja, amin rajta van.
}
reach-inbox-cases = { $n ->
    [one] { $n } nyitott ügy olyan kapcsolaté, aki írt már ebbe a fiókba. Archiválva a fiók semmit sem fogad tőle többé.
   *[other] { $n } nyitott ügy olyan kapcsolatoké, akik írtak már ebbe a fiókba. Archiválva a fiók semmit sem fogad tőlük többé.
}
reach-move = { $n ->
    [one] Az új ügyek ide kerülnek: { $team }. { $n } nyitott ügy, amelynek kapcsolata ide írt, ott marad, ahol van.
   *[other] Az új ügyek ide kerülnek: { $team }. { $n } nyitott ügy, amelynek kapcsolata ide írt, ott marad, ahol van.
}

## People
people-add = Személy meghívása
people-invite = Meghívás
people-name-about = A kapcsolatok így látják: a csevegésben és azokban a levelekben, amelyek aláírása megnevezi a levél íróját.
people-email-about = Ide megy a meghívó; a jelszót a meghívott maga adja meg.
people-invited = Meghívva
people-invitation-over = A meghívó lejárt
people-until = eddig: { $at }
people-invite-again = Újbóli meghívás
people-reset = Új jelszó
people-revoke = Visszavonás
people-heir = { $n ->
    [one] { $n } nyitott ügy új gazdája
   *[other] { $n } nyitott ügy új gazdája
}
people-heir-queue = a csapat sora
link = Hivatkozás
link-title = Hivatkozás neki: { $name }
link-about = Ez a kiszolgáló nem küld levelet. Add át a hivatkozást személyesen; csak most látható.
link-until = Egyszer működik, eddig: { $at }.
link-done = Kimásoltam
link-mailed = A hivatkozás úton van: { $address }.
link-revoked = A meghívó visszavonva.

## Business hours
admin-hours = Nyitvatartás
admin-hours-about = Mikor számít az idő. A zárás előtt ígért két óra másnap reggel jár le; az ünnepnap olyan, mint az éjszaka.
hours-add = Nyitvatartás hozzáadása
hours-edit = Nyitvatartás módosítása
hours-none = Még nincs nyitvatartás.
hours-zone = Időzóna
hours-week = Minden héten
hours-week-about = A végén a 00:00 az éjfél. Az éjszakát két napra írd: éjfélig és éjféltől.
hours-closed = zárva
hours-from = { $day }: ettől
hours-to = { $day }: eddig
hours-add-span = { $day }: időszak hozzáadása
hours-remove = { $day }: időszak törlése
hours-like-monday = Péntekig ugyanígy
hours-unused = Egyetlen csapat sem használja.
hours-from-now = Az ezután érkezőkre vonatkozik. A már kiadott határidők nem változnak.
holidays = Ünnepnapok és különleges napok
holidays-about = A hétköznap nyitvatartása helyett érvényesek.
holidays-first = Nap
holidays-last = eddig (több nap esetén)
holidays-add = Hozzáadás zártként
holidays-paste = Lista vagy naptárfájl beillesztése
holidays-paste-about = Soronként egy dátum vagy időszak, vagy egy .ics ünnepnapfájl teljes tartalma.
holidays-added = { $n ->
    [one] { $n } nap hozzáadva.
   *[other] { $n } nap hozzáadva.
}
holidays-none-coming = Nem következik különleges nap.
holidays-coming = { $n ->
    [one] { $n } különleges nap következik.
   *[other] { $n } különleges nap következik.
}
holidays-past = { $n ->
    [one] { $n } elmúlt nap megjelenítése
   *[other] { $n } elmúlt nap megjelenítése
}
holidays-remove = { $day }: a szokásos szerint
holidays-usual = Szokásos
holidays-unread = { $n ->
    [one] Ez a sor nem értelmezhető. Így írd a dátumot: 2026-12-24.
   *[other] Ez a { $n } sor nem értelmezhető. Így írd a dátumokat: 2026-12-24.
}
outlook-open = Most nyitva.
outlook-closed = Most zárva, nyitás: { $at }.
outlook-due = Aki most ír, annak az első válasz ideje: { $first }, a következőé: { $next }.

## Hours, what is wrong
hours-wrong-never = A hét legalább egy napjának nyitva kell lennie.
hours-wrong-span = Ezek az időszakok átfedik egymást, vagy hamarabb érnek véget, mint kezdődnek.

## Tokens
admin-tokens = Programok
admin-tokens-about = Mely programok használhatják tokennel ezt a munkaterületet, és kinek a nevében. A token megszüntetése azonnal kizárja a programot.
tokens-none = Egyetlen programnak sincs tokenje. A kiszolgáló üzemeltetője így készíthet:
tokens-what = Mire
tokens-who = Kinek a nevében
tokens-revoke = Megszüntetés
tokens-revoked = A token érvénytelen.

admin-tags-about = Szavak, amelyek szerint az ügyek rendezhetők. A fölösleges címke archívumba kerül: az ügyeken megmarad, de újra kiosztani nem lehet.
admin-canned-about = Előre megírt válaszok. Az ügyintéző a sor elején / jelet ír, és megkeresi a megfelelőt; a kapcsos zárójelek helyére az ügy adatai kerülnek.
canned-edit = Kész válasz módosítása
canned-shortcut-about = Egy szó. A válaszban / után beírva ezt a szöveget adja.
canned-text = Szöveg
canned-variables = Az ügy ismert adatainak beszúrása
canned-preview = Így fog szólni
canned-sample-subject = Visszatérítés
tags-edit = Címke módosítása
color-slate = Szürke
color-red = Piros
color-amber = Borostyán
color-green = Zöld
color-teal = Türkiz
color-blue = Kék
color-violet = Lila
color-pink = Rózsaszín
canned-add = Kész válasz hozzáadása
canned-title = Cím
canned-shortcut = Rövidítés
canned-who = Ki látja
canned-everybody = Mindenki
canned-any-language = Bármely nyelv
mail-quarantined = Beérkezett, de nem olvasható
mail-quarantined-kept = Megőrizve, ahogy érkezett
mail-quarantined-open = Eredeti megnyitása
teams-signature = E-mailek aláírása
teams-signature-about = A csapat minden e-mailje alatt áll. A {"{agent}"} és a {"{team}"} a neveket jelöli.
teams-reminder = Emlékeztető
teams-reminder-about = Aki egy napig nem válaszol, azt ezekkel a szavakkal még egyszer megkérdezzük. Üresen: semmit sem küldünk.
teams-farewell = Elköszönés
teams-farewell-about = Akkor megy ki, ha az ügy azért ér véget, mert az ügyfél három napig nem válaszolt. Üresen: semmit sem küldünk.
admin-undelivered = Nem kézbesített
admin-undelivered-about = Válaszok, amelyek nem érkeztek meg, vagy amelyekről senki sem tud. Ami kétséges, azt gép soha nem küldi el újra.
undelivered-show = Mutatva
undelivered-lost = Sikertelen és kétséges
undelivered-failed = Sikertelen
undelivered-unknown = Kétséges
undelivered-queued = Elküldésre vár
undelivered-none = Itt nincs semmi. Minden válasz megérkezett.
undelivered-case = Ügy
undelivered-said = Válasz
undelivered-why = Miért
undelivered-again-said = Újra elküldjük.
role-admin = Rendszergazda
role-agent = Ügyintéző
role-supervisor = Felügyelő
