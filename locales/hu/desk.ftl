# Amivel az ügyintézők az ügyeken kívül dolgoznak.

## Címkék
tags = Címkék
tags-none = Még nincsenek címkék. Vezetők és adminisztrátorok vehetnek fel újakat az Adminisztráció oldalon.
tags-case-none = Nincs címke.
tags-add = Címke hozzáadása
archived = Archivált
offered = Használatban
archive = Archiválás
unarchive = Visszaállítás
state = Állapot
done-tagged = A címkék módosultak.
color = Szín

## Kész válaszok
canned = Kész válaszok
canned-none = Nincs ide illő kész válasz.
canned-empty = Még nincsenek kész válaszok.
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
collision-replied = Válasz ment ki, miután elkezdted: { $name }, { $at }. A piszkozatod biztonságban van.
draft-elsewhere = Egy másik eszközön ezt is írta:
draft-use-other = Azt használom
draft-keep-mine = Ez marad

## Nézetek, csillagok és említések
views = Nézetek
view-add = Nézet mentése
view-empty = Ebben a nézetben nincs ügy.
view-gone = Ez a nézet már nem létezik, vagy nincs megosztva Önnel.
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
inbox-trouble = { $name }: hiba van.
notify-reply = új üzenet
notify-mention = megemlített téged egy jegyzetben
notify-assigned = mostantól a te ügyed
