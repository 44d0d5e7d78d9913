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
reply = Odpowiedz
remove = Usuń
react = Reakcja: { $emoji }
reaction-off = Cofnij: { $emoji }
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

## Dokąd odpowiedzieć
leave-title = Nie musisz tu czekać
leave-about = Zostaw adres e-mail, a odpowiedź przyjdzie też tam, albo numer telefonu, a będziemy mogli zadzwonić.
leave-about-us = Zostaw adres e-mail lub numer telefonu, abyśmy mogli się odezwać.
leave-address = E-mail lub telefon
leave-save = Zapisz
leave-later = Nie teraz
leave-push = Otrzymaj powiadomienie
leave-done = Dziękujemy. Odpowiedź przyjdzie także na: { $address }
leave-noted = Dziękujemy. Możemy się odezwać na: { $address }
leave-wrong = Podaj adres e-mail albo numer telefonu z numerem kierunkowym kraju.

## Menu
details = Twoje dane
name = Imię i nazwisko
email = E-mail
phone = Telefon
save = Zapisz
saved = Zapisano.
email-confirmed = Potwierdzony
email-claimed = Niepotwierdzony
confirm-send = Wyślij kod, aby go potwierdzić
confirm-about = Wysłaliśmy sześć cyfr na adres { $email }.
confirm-code = Kod
confirm-again = Wyślij nowy kod
confirm = Potwierdź
confirm-wrong = Ten kod jest nieprawidłowy.
confirm-expired = Ten kod wygasł. Poproś o nowy.
confirm-done = Potwierdzono. Widzisz wszystko, co pisano z tego adresu.
mail-missing = Poczta nie jest tu skonfigurowana.
notify-title = Powiadomienia
notify-on = Powiadomienia są włączone.
notify-ask = Powiadom mnie o odpowiedzi
notify-window = Otworzy się osobne okno, w którym przeglądarka może o to zapytać.
notify-refused = Twoja przeglądarka nie pozwala tu na powiadomienia.
sound = Dźwięk przy nowej odpowiedzi
language = Język
open-window = Otwórz w oknie
transcript = Zapisz kopię
transcript-name = czat
link = Kontynuuj na innym urządzeniu
link-about = Wyślemy e-mailem link, który działa jeden raz.
link-sent = Link jest w drodze na adres { $email }.
sign-out = Wyloguj się
sign-out-about = Następna osoba przy tym urządzeniu nic nie zobaczy.
delete = Usuń moje dane
delete-about = Wszystko, co tu napisano, zostanie trwale usunięte, razem z tym, co o Tobie wiemy. Tego nie można cofnąć.
delete-sure = Tak, usuń wszystko
delete-done = Twoje dane zostały usunięte.
cancel = Anuluj

## Link jednorazowy
link-welcome = { $name }: jest dla Ciebie odpowiedź
link-open = Otwórz rozmowę
link-used = Ten link został już użyty albo wygasł. Nadal można tu pisać.
link-renew = Wyślij mi nowy
link-renewed = Nowy link jest w drodze, na adres, na który przyszedł ten.
push-body = Jest dla Ciebie nowa odpowiedź.

## Prośba o potwierdzenie adresu
ask-about = Czy to stąd do nas piszesz? Potwierdź, że to Twoje.
ask-yes = Tak, to ja
ask-not = Jeśli to nie Ty do nas piszesz, zamknij tę stronę. Nic się wtedy nie stanie.
ask-done = Dziękujemy, potwierdzono. Możesz zamknąć tę stronę i kontynuować tam, gdzie do nas piszesz.
ask-void = Ten link został użyty albo wygasł. Poproś o nowy tam, gdzie do nas piszesz.

## The preview for administrators
preview-question = Czy jest jeszcze niebieski czajnik?
preview-answer = Tak, mamy trzy.
