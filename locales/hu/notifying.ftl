# Amit a beállítások az értesítésekről mondanak.

notify = Értesítések
notify-about = Akkor jönnek, amikor máshová nézel. Az oldal címe azt számolja, ami egy órán belül esedékes.
notify-allow = Értesítések engedélyezése ebben a böngészőben
notify-denied = Ez a böngésző innen nem enged értesítést; a saját beállításaiban módosítható.
notify-replies = Az én ügyfelem ír
notify-mentions = Munkatárs említ
notify-assigns = Ügyet kapok
notify-sound = Hanggal
notify-play = A hang meghallgatása
notify-quiet-from = Csend ettől
notify-quiet-to = eddig
