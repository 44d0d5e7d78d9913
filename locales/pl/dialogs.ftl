# Okna dialogowe: czytane, gdy któreś jest pobierane.

park-title = Odłóż do…
park-title-send = Wyślij i odłóż do…
park-about = Wtedy wróci, a wcześniej, jeśli kontakt napisze.
park-until = Do kiedy
park-why = Po co
park-why-example = sprawdzić, czy zwrot dotarł
park-suggested = Propozycja: { $reason }
park-wrong-reason = Napisz w kilku słowach, co wtedy sprawdzić.
park-promise = Napisz odpowiedź z obietnicą terminu
assign-title = Kto bierze #{ $number }?
assign-filter = Imię lub nazwa zespołu
assign-list = Ludzie i zespoły
assign-me = { $name } (Ty)
assign-current = ma ją teraz
assign-none = Nikogo takiego nie ma.
keys-about = Działają poza polami tekstowymi. Można je wyłączyć w ustawieniach.
keys-off = Pojedyncze klawisze są wyłączone w ustawieniach. Skróty z Ctrl działają.
resolve-title = #{ $number } jest gotowa
resolve-about = Otworzy się sama, jeśli kontakt wkrótce znów napisze: { $name }.
resolve-outcome = Jak się zakończyła
view-edit = Zmień widok
view-delete = Usuń
view-place = Sprawy z miejsca
place-open = Wszystkie otwarte sprawy
view-any = Dowolne
view-me = Kto akurat patrzy
view-text = Temat lub kontakt zawiera
view-starred = Tylko z moją gwiazdką
view-shared = Ten widok widzą wszyscy
palette-label = Numer sprawy, nazwisko, czynność, miejsce
palette-search = Szukaj wszędzie: „{ $text }”
palette-contact = kontakt
palette-none = Nic się tak nie nazywa.
palette-hint = > czynności, np. „przydziel Piotr”, „oznacz zwrot” lub „odłóż pt 9” · @ osoby · # numer
palette-assign = Przydziel: { $name }
palette-tag = Dodaj etykietę „{ $name }”
palette-untag = Usuń etykietę „{ $name }”
# Słowa, od których zaczyna się to, co wpisano w palecie.
palette-assign-verbs = przydziel, przypisz, przekaż, daj, oddaj
palette-tag-verbs = etykieta, etykietuj, oznacz, otaguj, dodaj
palette-me = mnie, ja, sobie
tags-title = Etykiety: #{ $number }
tags-filter = Znajdź etykietę
tags-no-match = Żadna etykieta tak się nie nazywa.
park-typed = Albo wpisz: pt 9, jutro 10, za 2 tygodnie
park-unknown = To nie wygląda na czas. Wybierz go z listy albo z kalendarza.
move-title = Czyj jest ruch w #{ $number }?
move-about = Wybierz, kto działa dalej. Można też użyć cyfr.
move-to-me = Mój: biorę ją
move-to-us = Znowu nasz: zakończ odłożenie
move-to-contact = Kontaktu: odpowiedź nie jest potrzebna
move-without-promise = Bez obietnicy: cofnij ją
move-to-other = Innej osoby lub zespołu…
move-to-later = Na razie niczyj: odłóż…
move-to-nobody = Niczyj: zakończ…
palette-park = Odłóż do { $until }
later-about = Wyjdzie sama, chyba że wcześniej { $name } napisze albo ktoś z zespołu odpowie. Do tego czasu odpowiedź się nie liczy.
later-when = Kiedy
later-typed = Albo wpisz: jutro 9, pt 14:30, za 3 godziny
later-late = Odpowiedź jest należna { $due }; ta wyjdzie później.
later-shut = Ten kanał przyjmie taką odpowiedź do { $until }. Potem by nie wyszła.
new-case-about = Najpierw znajdź kontakt.
new-case-with = Kontakt: { $name }. Będzie Twoja; dopóki nie napiszesz, nikt się o niej nie dowie.
new-case-who = Kogo dotyczy?
new-case-subject = Temat
new-case-other = Ktoś inny
new-case-found = { $n ->
    [one] Znaleziono jeden kontakt
    [few] Znaleziono { $n } kontakty
    [many] Znaleziono { $n } kontaktów
   *[other] Znaleziono { $n } kontaktu
}
