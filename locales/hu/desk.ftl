# Amivel az ügyintézők az ügyeken kívül dolgoznak.

## Címkék
tags = Címkék
tags-title = #{ $number } címkéi
tags-filter = Címke keresése
tags-none = Még nincsenek címkék. Vezetők és adminisztrátorok vehetnek fel újakat az Adminisztráció oldalon.
tags-no-match = Nincs ilyen nevű címke.
tags-case-none = Nincs címke.
tags-add = Címke hozzáadása
tags-edit = Címke módosítása
admin-tags-about = Szavak, amelyek szerint az ügyek rendezhetők. A fölösleges címke archívumba kerül: az ügyeken megmarad, de újra kiosztani nem lehet.
archived = Archivált
offered = Használatban
archive = Archiválás
unarchive = Visszaállítás
state = Állapot
done-tagged = A címkék módosultak.
color = Szín
color-slate = Szürke
color-red = Piros
color-amber = Borostyán
color-green = Zöld
color-teal = Türkiz
color-blue = Kék
color-violet = Lila
color-pink = Rózsaszín

## Kész válaszok
canned = Kész válaszok
canned-none = Nincs ide illő kész válasz.
canned-add = Kész válasz hozzáadása
canned-edit = Kész válasz módosítása
canned-empty = Még nincsenek kész válaszok.
canned-title = Cím
canned-shortcut = Rövidítés
canned-shortcut-about = Egy szó. A válaszban / után beírva ezt a szöveget adja.
canned-text = Szöveg
canned-who = Ki látja
canned-everybody = Mindenki
canned-any-language = Bármely nyelv
canned-variables = Az ügy ismert adatainak beszúrása
canned-preview = Így fog szólni
canned-sample-subject = Visszatérítés
admin-canned-about = Előre megírt válaszok. Az ügyintéző a sor elején / jelet ír, és megkeresi a megfelelőt; a kapcsos zárójelek helyére az ügy adatai kerülnek.
holes-fill = Küldés előtt pótolandó:
variable-contact-name = az ügyfél neve
variable-contact-first-name = az ügyfél keresztneve
variable-agent-name = a te neved
variable-agent-first-name = a te keresztneved
variable-case-number = az ügy száma
variable-case-subject = az ügy tárgya
variable-team-name = a csapat neve
variable-workspace-name = a cég neve
mention-list = Munkatársak

## Amikor ketten írnak
collision-typing = { $name } választ ír. A piszkozatod biztonságban van.
draft-elsewhere = Egy másik eszközön ezt is írta:
draft-use-other = Azt használom
draft-keep-mine = Ez marad

## Nézetek, csillagok és említések
views = Nézetek
view-add = Nézet mentése
view-edit = Nézet módosítása
view-delete = Törlés
view-place = Ügyek innen
place-open = Minden nyitott ügy
view-any = Bármelyik
view-me = Aki éppen nézi
view-text = A tárgy vagy a név tartalmazza
view-starred = Csak amit megcsillagoztam
view-shared = Mindenki látja ezt a nézetet
view-empty = Ebben a nézetben nincs ügy.
channel = Csatorna
starred = Csillagos
starred-none = Még nincs csillagos elem. Az S az ügyet, az üzenet melletti csillag az üzenetet jelöli meg.
star = Ügy megcsillagozása
star-message = Üzenet megcsillagozása
unstar = Csillag levétele
mention = Munkatárs említése (jegyzetben)
mentions = Említések
mentions-none = Senki sem említett téged jegyzetben.
mentions-read-all = Mind látott

## Több ügy egyszerre
bulk = A kiválasztott ügyekkel
bulk-choose = Kijelölés közös művelethez
bulk-extend = A következő kijelölése is
bulk-is-chosen = kijelölve.
bulk-all = Mind kijelölése
bulk-none = Kijelölés törlése
bulk-tag = Címke
bulk-park-reason = másokkal együtt félretéve
bulk-chosen = { $n ->
    [one] { $n } kijelölve
   *[other] { $n } kijelölve
}
bulk-busy = { $done } / { $of }…
bulk-done = { $n ->
    [one] { $n } ügy kész.
   *[other] { $n } ügy kész.
}
bulk-partly = Kész: { $done }, sikertelen: { $failed }. { $why }
bulk-undone-partly = { $n ->
    [one] { $n } ügyet nem sikerült visszaállítani.
   *[other] { $n } ügyet nem sikerült visszaállítani.
}

## Paletta és értesítések
palette = Bárhová, bármit
palette-label = Ügyszám, név, művelet, hely
palette-search = Keresés mindenben: „{ $text }”
palette-contact = ügyfél
palette-none = Semminek sincs ilyen neve.
palette-hint = > műveletek · @ emberek · # szám
inbox-trouble = { $name }: hiba van.
notify = Értesítések
notify-about = Akkor jönnek, amikor máshová néz. Az oldal címe azt számolja, ami egy órán belül esedékes.
notify-allow = Értesítések engedélyezése ebben a böngészőben
notify-denied = Ez a böngésző innen nem enged értesítést; a saját beállításaiban módosítható.
notify-replies = Az én ügyfelem ír
notify-mentions = Munkatárs említ
notify-assigns = Ügyet kapok
notify-sound = Halk hanggal
notify-quiet-from = Csend ettől
notify-quiet-to = eddig
notify-reply = új üzenet
notify-mention = megemlített téged egy jegyzetben
notify-assigned = mostantól a te ügyed
