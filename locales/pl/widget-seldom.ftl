# Co okno czatu mówi rzadko: nie wczytuje się od razu.

## Co można zrobić z wiadomością
reply = Odpowiedz
remove = Usuń
remove-about = Usunąć tę wiadomość po obu stronach? Tego nie można cofnąć.
react = Reakcja: { $emoji }
reaction-off = Cofnij: { $emoji }

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

## Gdy nie można nic zachować
keep-title = Ta przeglądarka nie zachowuje czatu
keep-about = Nie pozwala tej stronie niczego zapisać. Po zamknięciu lub odświeżeniu strony rozmowy już tu nie będzie. Link z e-maila pozwoli ją znaleźć, razem z odpowiedzią.
keep-about-copy = Nie pozwala tej stronie niczego zapisać. Po zamknięciu lub odświeżeniu strony rozmowy już tu nie będzie. Zapisz kopię, jeśli jej potrzebujesz.
keep-send = Wyślij mi link do tej rozmowy
keep-wrong = Podaj adres e-mail.

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
