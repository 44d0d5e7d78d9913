# Okno czatu na stronie gospodarza, tak jak czytają je kontakty.

## Przycisk i okno
launcher = Napisz do nas
close-window = Zamknij czat
frame-title = Czat: { $name }
minimise = Zamknij
menu = Menu
back = Wróć do czatu
log-label = Wiadomości
greeting = Dzień dobry. W czym możemy pomóc?
unread = { $n ->
    [one] { $n } nowa wiadomość
    [few] { $n } nowe wiadomości
    [many] { $n } nowych wiadomości
   *[other] { $n } nowej wiadomości
}
to-newest = Do najnowszej wiadomości
simulated = Symulacja: nic nie opuszcza tego komputera

## Kiedy przyjdzie odpowiedź
state-online = Jesteśmy na miejscu.
state-away = Teraz nikogo nie ma przy biurku.
state-closed = Teraz mamy zamknięte.
answer-soon = Odpowiedź przyjdzie w ciągu kilku minut.
answer-today = Odpowiemy dziś do { $at }.
answer-tomorrow = Odpowiemy jutro do { $at }.
answer-day = Odpowiemy do: { $at }.
answers-today = { $name } odpowie dziś do { $at }.
answers-tomorrow = { $name } odpowie jutro do { $at }.
answers-day = { $name } odpowie do: { $at }.
close-mail = Możesz zamknąć to okno: odpowiedź przyjdzie też na { $address }.
close-push = Możesz zamknąć to okno: powiadomimy Cię o odpowiedzi.
answer-unknown = Można pisać o każdej porze: odpowiadamy na każdą wiadomość.
talking-with = Rozmawia z Tobą: { $name }
solved = Załatwione, dziękuję
solved-thanks = Dziękujemy. Napisz tu, gdy znów będziemy potrzebni.
typing = { $name } pisze…
typing-someone = Ktoś pisze…

## Wiadomości
today = Dziś
yesterday = Wczoraj
you = Ty
system = Wiadomość automatyczna
sent = Wysłano
sending = Wysyłanie…
queued = Czeka na wysłanie
queued-many = Przyszło stąd naraz bardzo dużo. Ta wiadomość wyśle się sama, trochę później.
read = Przeczytano
not-sent = Nie wysłano
edited = zmieniono
removed = Tę wiadomość usunięto.
on-channel = { $key ->
    [email] e-mailem
    [voice] telefonicznie
   *[other] przez: { $channel }
}
earlier = Wcześniejsze wiadomości
earlier-failed = Nie udało się wczytać wcześniejszych wiadomości. Spróbuj ponownie
actions = Odpowiedz lub zareaguj
replying = Odpowiedź dla: { $name }
cancel-reply = Nie odpowiadaj na tę wiadomość
send-again = Wyślij ponownie
discard = Usuń
file-waits = jest sprawdzany
file-blocked = Nie można przyjąć tego pliku.

## Pisanie
write = Napisz wiadomość…
send = Wyślij
attach = Dołącz plik (do { $size })
camera = Zrób zdjęcie
drop = Upuść pliki tutaj
file-too-large = { $name } ma { $size }. Pliki mogą mieć do { $limit }.
text-too-long = Wiadomość może mieć do { $limit } znaków; ta ma { $n }.
file-empty = Plik { $name } jest pusty.
file-too-many = { $n ->
    [one] Wiadomość może zawierać { $n } plik.
    [few] Wiadomość może zawierać { $n } pliki.
    [many] Wiadomość może zawierać { $n } plików.
   *[other] Wiadomość może zawierać { $n } pliku.
}
file-failed = Nie udało się przesłać: { $name }.
file-remove = Usuń { $name }
uploading = Przesyłanie: { $name }

## Gdy coś stoi na przeszkodzie
offline = Brak sieci. To, co napiszesz, zachowamy i wyślemy później.
waiting = { $n ->
    [one] Czeka { $n } wiadomość.
    [few] Czekają { $n } wiadomości.
    [many] Czeka { $n } wiadomości.
   *[other] Czeka { $n } wiadomości.
}
reconnecting = Łączenie ponownie…
refused-origin = Tego czatu nie można pokazać na tej stronie.
refused-verified = Aby do nas napisać, zaloguj się na tej stronie.
refused-missing = Ten czat jest niedostępny.
refused-other = Czat jest teraz niedostępny.
went-wrong = Nie udało się. Spróbuj ponownie.
too-many = To było dużo naraz. Odczekaj minutę.

## The preview for administrators
preview-question = Czy jest jeszcze niebieski czajnik?
preview-answer = Tak, mamy trzy.
