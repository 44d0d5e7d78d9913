# Klawisze, które można zmienić, wpisywane terminy i czyj jest ruch.

keys-change = Zmień klawisze
keys-change-about = Wybierz klawisz i naciśnij nowy. Backspace usuwa klawisz, Esc zostawia go bez zmian.
keys-set = { $what }: zmień klawisz
keys-press = Naciśnij klawisz
keys-none = brak
keys-clash = { $key } jest zajęty: { $what }. Naciśnij inny.
keys-reset = Przywróć klawisz: { $what }
keys-reset-short = Przywróć
keys-reset-all = Przywróć wszystkie klawisze
keys-extend-up = Zaznacz też poprzednią
keys-all = Zaznacz wszystkie
keys-context = Części panelu kontaktu
park-typed = Albo wpisz: pt 9, jutro 10, za 2 tygodnie
palette-park = Odłóż do { $until }
move-change = Czyj jest ruch
move-title = Czyj jest ruch w #{ $number }?
move-about = Wybierz, kto działa dalej. Można też użyć cyfr.
move-to-me = Mój: biorę ją
move-to-us = Znowu nasz: zakończ odłożenie
move-to-contact = Kontaktu: odpowiedź nie jest potrzebna
move-without-promise = Bez obietnicy: cofnij ją
move-to-other = Innej osoby lub zespołu…
move-to-later = Na razie niczyj: odłóż…
move-to-nobody = Niczyj: zakończ…

# Channels whose names are words.
channel-webchat = Czat na stronie
channel-email = E-mail
channel-voice = Telefon
