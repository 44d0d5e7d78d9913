# Odnajdywanie tego, co powiedziano.

search-label = Szukaj we wszystkim, co napisano
search-hint = Co najmniej dwie litery albo filtr. „Słowa w cudzysłowie” są szukane dosłownie.
search-busy = Szukanie…
search-none = Nic nie znaleziono. Może pomóc mniej słów lub filtrów.
search-found = { $n ->
    [one] { $n } wynik
    [few] { $n } wyniki
    [many] { $n } wyników
   *[other] { $n } wyniku
}
search-found-more = Najnowsze: { $n }.
search-from-us = my
search-note-by = notatka: { $name }
search-in-subject = Temat:
search-people = Osoby i sprawy
search-filters = Filtry
search-filter = { $name }: { $value }
search-channel = Kanał
search-any-channel = Każdy kanał
search-writer = Autor
search-anybody = Ktokolwiek
search-team = Zespół
search-any-team = Każdy zespół
search-tag = Etykieta
search-any-tag = Każda etykieta
search-when = Kiedy
search-any-time = Kiedykolwiek
search-today = Dzisiaj
search-week = Ostatnie 7 dni
search-month = Ostatnie 30 dni
search-year = Ostatnie 12 miesięcy
search-days = Wybierz dni…
search-between = { $from } – { $to }
search-from = Od
search-to = Do
search-has-file = Z plikiem
search-clear = Wyczyść filtry
