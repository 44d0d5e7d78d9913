# Megtalálni, ami elhangzott.

search-label = Keresés mindenben, ami elhangzott
search-hint = Legalább két betű vagy egy szűrő. Az „idézőjelbe tett szavakat” szó szerint keressük.
search-busy = Keresés…
search-none = Nincs találat. Kevesebb szó vagy szűrő segíthet.
search-found = { $n ->
    [one] { $n } találat
   *[other] { $n } találat
}
search-found-more = A legújabb { $n }.
search-from-us = mi
search-note-by = jegyzet: { $name }
search-in-subject = Tárgy:
search-people = Emberek és ügyek
search-filters = Szűrők
search-filter = { $name }: { $value }
search-channel = Csatorna
search-any-channel = Bármely csatorna
search-writer = Ki írta
search-anybody = Bárki
search-team = Csapat
search-any-team = Bármely csapat
search-tag = Címke
search-any-tag = Bármely címke
search-when = Mikor
search-any-time = Bármikor
search-today = Ma
search-week = Az utóbbi 7 nap
search-month = Az utóbbi 30 nap
search-year = Az utóbbi 12 hónap
search-days = Napok választása…
search-between = { $from } – { $to }
search-from = Ettől
search-to = Eddig
search-has-file = Van fájl
search-clear = Szűrők törlése
