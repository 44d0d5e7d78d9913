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
move-change = Czyj jest ruch

# Channels whose names are words.
channel-webchat = Czat na stronie
channel-email = E-mail
channel-voice = Telefon
